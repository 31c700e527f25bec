/** Embedded packet capture: EXEC commands, never in a configuration. `monitor capture TAP interface Gi1/0/1 both`. */
import { parseDirection } from '../../../../facts/directions.ts'
import type { MirrorEdit } from '../../../../facts/mirror-edit.ts'
import { parseIntegerRanges } from '../../../../kit/integer-ranges.ts'
import { expandInterfaceList } from '../../../../kit/interface-name.ts'
import { matchKeyword } from '../../../../kit/keyword.ts'
import { type Verb, write } from '../../../_cisco-configuration/commands/command-line.ts'
import { NOTHING, type Step } from '../../../_cisco-configuration/commands/step.ts'
import type { RunLine } from '../memory.ts'
import { changeOf } from '../session-change.ts'
import { readCaptureBuffer, readCapturePoint } from './capture-point.ts'
import { exportDestination, exportSignal, shownUrl } from './export-destination.ts'

const CLAUSES = [
  'access-list',
  'buffer',
  'class-map',
  'clear',
  'control-plane',
  'export',
  'file',
  'interface',
  'limit',
  'match',
  'start',
  'stop',
  'vlan',
] as const
type Clause = (typeof CLAUSES)[number]

/** Until a file is named, the copy stays in a buffer on the device. */
const BUFFER = { file: 'buffer' }

/** What one clause of a command says. */
interface ClauseMeaning {
  readonly edits: readonly MirrorEdit[]
  readonly canonical: readonly string[]
  readonly exportedTo?: string
  readonly problem?: string
}

/**
 * Reads what follows `monitor capture`: `TAP interface Gi1/0/1 both`, `TAP file location flash:t.pcap`, `TAP start`,
 * `TAP export tftp://192.0.2.9/t.pcap`, `point ip cef P Gi0/0 both`, `point start P`, `buffer B export …`.
 *
 * @source genielibs iosxe flow APIs (embedded packet capture); the older form from Cisco IOS 12.4(20)T
 */
export function readMonitorCapture(line: RunLine): Step {
  const { verb, words } = line
  const [name, ...rest] = words
  if (name === undefined) return NOTHING
  const older = name.length > 2 && rest.length > 1 ? matchKeyword(name, ['point', 'buffer']) : undefined
  if (older === 'point') return readCapturePoint({ ...line, words: rest })
  if (older === 'buffer') return readCaptureBuffer({ ...line, words: rest })
  if (verb !== 'set' && rest.length === 0) return step(name, [{ do: 'remove' }], write(verb, `monitor capture ${name}`))
  return readCapture(verb, name, rest)
}

function readCapture(verb: Verb, name: string, words: readonly string[]): Step {
  const clauses = splitClauses(words).map(([clause, values]) => readClause(verb, clause, values))
  if (clauses.length === 0)
    return { problem: `monitor capture ${name}: "${words.join(' ').slice(0, 40)}" is not known` }
  const url = clauses.find(({ exportedTo }) => exportedTo !== undefined)?.exportedTo
  const problem = clauses.find((clause) => clause.problem !== undefined)?.problem
  if (clauses.every(({ canonical }) => canonical[0] === 'clear')) return NOTHING
  const text = write(verb, `monitor capture ${name}`, ...clauses.flatMap(({ canonical }) => canonical))
  // What is exported was defined before.
  const head: readonly MirrorEdit[] = verb === 'set' && url === undefined ? define(name) : []
  return {
    ...step(name, [...head, ...clauses.flatMap(({ edits }) => edits)], text),
    ...(url === undefined ? {} : exportSignal(`capture ${name}`, url)),
    ...(problem === undefined ? {} : { problem }),
  }
}

function define(name: string): readonly MirrorEdit[] {
  return [{ do: 'define', name, kind: 'capture', enabled: false, enabledReason: 'default' }]
}

/** `interface Gi1/0/1 both start` → interface with two words, start with none. */
function splitClauses(words: readonly string[]): readonly (readonly [Clause, readonly string[]])[] {
  const clauses: [Clause, string[]][] = []
  for (const word of words) {
    const current = clauses.at(-1)
    const clause = current !== undefined && takes(current, word) ? undefined : matchKeyword(word, CLAUSES)
    if (clause === undefined) current?.[1].push(word)
    else clauses.push([clause, []])
  }
  return clauses
}

/** Whether a word belongs to the clause before it, though it may spell another: the name after `access-list`, the direction `in`. */
function takes([clause, values]: readonly [Clause, readonly string[]], word: string): boolean {
  if (clause === 'export' || word.length < 3) return true
  return values.length === 0 && ['interface', 'vlan', 'access-list', 'class-map'].includes(clause)
}

function readClause(verb: Verb, clause: Clause, values: readonly string[]): ClauseMeaning {
  if (isSourceClause(clause)) return readCaptureSource(verb, clause, values)
  const canonical = [clause, ...values]
  if (clause === 'export') return readExport(values.at(-1) ?? '')
  return { edits: readSetting(verb, clause, values), canonical }
}

/** The file stays where it was made: the URL is one more end of the copy. */
function readExport(url: string): ClauseMeaning {
  return {
    edits: [
      { do: 'set', kind: 'capture' },
      { do: 'add-destinations', destinations: [exportDestination(url)] },
    ],
    canonical: ['export', shownUrl(url)],
    exportedTo: url,
  }
}

function isSourceClause(clause: Clause): clause is 'interface' | 'vlan' | 'control-plane' {
  return clause === 'interface' || clause === 'vlan' || clause === 'control-plane'
}

/** `buffer` and `limit` say nothing about what is copied or where it goes. */
function readSetting(verb: Verb, clause: Clause, values: readonly string[]): readonly MirrorEdit[] {
  switch (clause) {
    case 'access-list':
    case 'class-map':
    case 'match':
      if (verb !== 'set') return [{ do: 'clear', members: ['filter'] }]
      return [{ do: 'set', filter: [clause, ...values].join(' ') }]
    case 'file':
      return moveCopy(verb, values)
    case 'start':
    case 'stop':
      return [{ do: 'set', enabled: clause === 'start' }]
    default:
      return []
  }
}

function readCaptureSource(
  verb: Verb,
  clause: 'interface' | 'vlan' | 'control-plane',
  values: readonly string[],
): ClauseMeaning {
  const last = matchKeyword(values.at(-1), ['in', 'out', 'both'])
  const direction = parseDirection(last ?? '') ?? 'both'
  const body = (last === undefined ? values : values.slice(0, -1)).join(' ')
  const { sources, problem } = readCapturePorts(clause, body)
  const names = sources.map((source) => source.vlan ?? source.interface)
  const canonical = [clause, ...(clause === 'control-plane' ? [] : [names.join(',')]), direction]
  if (problem !== undefined) return { edits: [], canonical, problem }
  const directed = sources.map((source) => ({ ...source, direction }))
  if (verb !== 'set') return { edits: [{ do: 'drop-sources', sources: directed }], canonical }
  const edits: readonly MirrorEdit[] = [
    { do: 'add-sources', sources: directed },
    { do: 'add-destinations', destinations: [BUFFER] },
  ]
  return { edits, canonical }
}

interface CapturePorts {
  readonly sources: readonly { readonly interface?: string; readonly vlan?: number }[]
  readonly problem?: string | undefined
}

function readCapturePorts(clause: 'interface' | 'vlan' | 'control-plane', body: string): CapturePorts {
  if (clause === 'control-plane') return { sources: [{ interface: clause }] }
  if (clause === 'vlan') {
    const { values, problem } = parseIntegerRanges(body)
    return { sources: values.map((vlan) => ({ vlan })), problem: problem && `no VLAN list: "${body.slice(0, 40)}"` }
  }
  const { names, problem } = expandInterfaceList(body)
  return { sources: names.map((name) => ({ interface: name })), problem }
}

/** `file location flash:t.pcap` takes the place of the buffer. */
function moveCopy(verb: Verb, values: readonly string[]): readonly MirrorEdit[] {
  const file = values.find((value) => value.includes(':'))
  if (file === undefined) return []
  const [from, to] = verb === 'set' ? [BUFFER, { file }] : [{ file }, BUFFER]
  return [
    { do: 'drop-destinations', destinations: [from] },
    { do: 'add-destinations', destinations: [to] },
  ]
}

function step(name: string, edits: readonly MirrorEdit[], canonical: string): Step {
  return { changes: [changeOf(['monitor-capture', name], edits, canonical)] }
}
