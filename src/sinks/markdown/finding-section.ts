/** One finding for a ticket or a wiki. */

import { LEG_MARKS, LEG_NAMES, STEP_MARKS, VERDICT_MARKS } from '../../findings/report/marks.data.ts'
import type { FindingView } from '../_pages/finding/finding-view.ts'
import type { Lane } from '../_pages/finding/lanes.ts'
import { plural } from '../_pages/words.ts'
import { codeBlock, escapeLine, markdownList, markdownTable } from './escape.ts'

/** Blocks of the section, in the order of the page. */
export function findingBlocks(view: FindingView): readonly string[] {
  const { finding, act } = view
  const { verdict, severity, status, id, platform, subject } = finding
  return [
    `### ${VERDICT_MARKS[verdict]} ${escapeLine(`${severity.toUpperCase()}: ${finding.sentence}`)}`,
    escapeLine(`${verdict} · ${status} · ${subject}, ${platform || 'platform not known'} · ${id}`),
    ...(act === undefined ? [] : [escapeLine(act)]),
    ...judgement(view),
    ...heard(view),
    ...reasons(view),
    ...evidence(view),
    '#### Who',
    ...markdownList(view.who),
    ...markdownTable(view.changes),
    ...markdownTable(view.tickets),
    '#### Exposure',
    escapeLine(finding.exposure.statement),
    ...markdownTable(view.observed),
    ...(view.episodes.rows.length > 1 ? markdownTable(view.episodes) : []),
    ...guide(view),
    ...restsOn(view),
  ]
}

function judgement({ grades, session, finding }: FindingView): readonly string[] {
  const head = finding.before === undefined ? ['Session', 'Is'] : ['Session', 'Is', 'Was']
  return [
    '#### How it is judged',
    ...markdownTable({
      head: ['Question', 'Grade', 'Basis'],
      rows: grades.map(({ name, grade, basis }) => [
        name,
        grade,
        basis.map((line) => line.replace(/\.$/, '')).join('; '),
      ]),
    }),
    '#### The session',
    ...markdownTable({
      head,
      rows: session.map(({ property, now, before }) => [property, now, before ?? ''].slice(0, head.length)),
    }),
  ]
}

function heard({ lanes }: FindingView): readonly string[] {
  if (lanes === undefined) return []
  return [
    '#### Who was heard, and when',
    ...markdownTable({
      head: ['Leg', 'State', 'Records', 'Not heard'],
      rows: lanes.lanes.map((lane) => [
        lane.name,
        `${LEG_MARKS[lane.state]} ${lane.state.replace('-', ' ')}`,
        recordsOf(lane),
        lane.blind.map(({ title }) => title).join('; '),
      ]),
    }),
  ]
}

function recordsOf({ marks, bars, undated }: Lane): string {
  return [
    ...marks.map(({ title }) => title),
    ...bars.map(({ title }) => title),
    ...(undated === 0 ? [] : [`${undated} undated`]),
  ].join('; ')
}

function reasons({ evidence: { reasons: said } }: FindingView): readonly string[] {
  if (said.length === 0) return []
  const items = said.map(({ statement, detection, cites, more }) => {
    const numbers = cites.map(({ first, last }) => (first === last ? `${first}` : `${first}–${last}`)).join(', ')
    const rest = more === 0 ? '' : ` and ${plural(more, 'more record')}`
    return `${statement} (${detection}; evidence ${numbers || 'not listed'}${rest})`
  })
  return ['#### Reasons', ...markdownList(items)]
}

function evidence({ evidence: { lines, more } }: FindingView): readonly string[] {
  if (lines.length === 0) return []
  const blocks = lines.flatMap(({ number, when, item, places }) => [
    escapeLine(`${when} · ${LEG_NAMES[item.leg]} · evidence ${number}${places.map((place) => ` · ${place}`).join('')}`),
    codeBlock(item.excerpt),
  ])
  return [
    '#### Evidence, redacted',
    ...blocks,
    ...(more === 0 ? [] : [`And ${plural(more, 'more record')} of the set-up itself.`]),
  ]
}

function guide({ finding: { investigation, playbook } }: FindingView): readonly string[] {
  const steps = investigation.flatMap(({ ask, state, answer, next, commands }) => [
    `- ${STEP_MARKS[state]} **${escapeLine(ask)}** ${state}${answer === undefined ? '' : `. ${escapeLine(answer)}`}${next === undefined ? '' : ` Next: ${escapeLine(next)}`}`,
    ...commandBlock(commands),
  ])
  const acts = playbook.flatMap(({ stage, text, commands }) => [
    `- **${stage.replace('-', ' ')}:** ${escapeLine(text)}`,
    ...commandBlock(commands),
  ])
  return [
    ...(steps.length === 0 ? [] : ['#### Investigation', ...steps]),
    ...(acts.length === 0 ? [] : ['#### Playbook: a person runs the commands', ...acts]),
  ]
}

/** Indented, so that it stays part of its step. */
function commandBlock(commands: readonly string[]): readonly string[] {
  if (commands.length === 0) return []
  return [codeBlock(commands.join('\n')).replaceAll(/^(?=.)/gm, '  ')]
}

function restsOn({ finding, attack, dataComponents }: FindingView): readonly string[] {
  const ids = attack.map(({ id, url }) => (url === undefined ? escapeLine(id) : `[${escapeLine(id)}](${url})`))
  return [
    '#### What this rests on',
    escapeLine(finding.coverage.statement),
    ...(finding.coverage.gaps.length === 0 ? [] : [escapeLine(`Not seen: ${finding.coverage.gaps.join('; ')}.`)]),
    `**MITRE ATT&CK, referred to:** ${ids.join(' ')}${dataComponents.length === 0 ? '' : ` · data components of the evidence: ${escapeLine(dataComponents.join('; '))}`}`,
    `**Analysis of tapwarden, not MITRE's:** everything else in this section; existence ${finding.confidence.existence}, authorisation ${finding.confidence.authorisation}, each with its basis above.`,
  ]
}
