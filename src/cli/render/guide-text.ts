/** The guide of one finding as a page: what is answered is ticked, what is open says what to do. */
import type { FindingGuide } from '../../app/answers/guide/finding-guide.ts'
import type { TuningFigure } from '../../app/answers/guide/tuning-figures.ts'
import type { Terminal } from '../terminal.ts'
import { inVerdictColor, VERDICT_MARKS } from './marks.ts'
import { plural } from './quantities.ts'
import { wrap } from './wrap.ts'

interface GuideTextOptions {
  readonly terminal: Terminal
  /** The words that name the evidence again, for commands to go on with. */
  readonly again: string
}

const STATE_MARKS = { answered: '✓', partly: '◐', open: '□' } as const

/** The whole text of `tapwarden guide`. */
export function renderGuide(guide: FindingGuide, { terminal, again }: GuideTextOptions): string {
  const { finding } = guide
  const { verdict, severity } = finding
  const mark = terminal.colors.bold(`${VERDICT_MARKS[verdict]} ${severity.toUpperCase()}`)
  const parts: readonly (readonly [string, readonly string[]])[] = [
    [
      'Investigate  (✓ answered by the evidence, ◐ partly, □ open)',
      finding.investigation.flatMap((step) => stepLines(step, again)),
    ],
    [
      'Respond',
      finding.playbook.flatMap(({ stage, text, commands }) => [`${stage}: ${text}`, ...commands.map(indent)]),
    ],
    ['Hunt', guide.hunts.flatMap(({ behaviour, title, since }) => huntLines({ behaviour, title, since, again }))],
    ['Ordinary circumstances', guide.detections.flatMap(({ falsePositives }) => falsePositives)],
    ['Tune', [...new Set(guide.detections.flatMap(({ tuning }) => tuning)), ...guide.figures.map(figureLine)]],
  ]
  const head = `${inVerdictColor(verdict, mark, terminal)}  ${finding.id}  ${finding.subject}`
  return [
    head,
    '',
    ...wrap(finding.sentence, terminal.widthColumns),
    ...parts.flatMap(([name, lines]) => section(name, lines, terminal)),
  ].join('\n')
}

function section(name: string, lines: readonly string[], { widthColumns, colors }: Terminal): readonly string[] {
  if (lines.length === 0) return []
  const body = lines.flatMap((line) => {
    if (line.startsWith('    ')) return [line]
    const margin = line.startsWith('  ') ? '    ' : '  '
    return wrap(line.trim(), widthColumns - margin.length).map((part) => `${margin}${part}`)
  })
  return ['', colors.bold(name), ...body]
}

function stepLines(step: FindingGuide['finding']['investigation'][number], again: string): readonly string[] {
  const { ask, state, answer, next, commands } = step
  return [
    `${STATE_MARKS[state]} ${ask}`,
    ...(answer === undefined ? [] : [`  ${answer}`]),
    ...(next === undefined ? [] : [`  → ${next}`]),
    ...commands.map((command) => indent(command.replace(/ PATH$/, ` ${again}`))),
  ]
}

interface HuntLine {
  readonly behaviour: string
  readonly title: string
  readonly since: string
  readonly again: string
}

function huntLines({ behaviour, title, since, again }: HuntLine): readonly string[] {
  return [title, indent(`tapwarden hunt --behaviour ${behaviour} --since ${since} ${again}`)]
}

/** `tune try --set TimeWindow=900: 29 open findings instead of 30; 1 would go, 2 would read otherwise; this one stays` */
function figureLine({ setting, before, after, lost, gained, changed, keepsThis }: TuningFigure): string {
  const effects = [
    ...(lost === 0 ? [] : [`${lost} would go`]),
    ...(gained === 0 ? [] : [`${gained} would come`]),
    ...(changed === 0 ? [] : [`${changed} would read otherwise`]),
  ]
  const effect = effects.length === 0 ? 'nothing would change' : effects.join(', ')
  const all = before === after ? plural(after, 'open finding') : `${plural(after, 'open finding')} instead of ${before}`
  return `tune try --set ${setting}: ${all}; ${effect}; this one ${keepsThis ? 'stays' : 'would be told no more'}`
}

function indent(text: string): string {
  return `    ${text}`
}
