/** The head lines of `monitor session`, and the commands that concern several sessions at once. */
import type { MirrorEdit } from '../../../facts/mirror-edit.ts'
import type { MirrorKind } from '../../../facts/mirror-session.ts'
import { parseIntegerRanges } from '../../../kit/integer-ranges.ts'
import { matchKeyword } from '../../../kit/keyword.ts'
import { skip, write } from '../../_cisco-configuration/commands/command-line.ts'
import type { Step } from '../../_cisco-configuration/commands/step.ts'
import { SESSION_TYPES, type SessionType, TOP } from './mode.ts'
import { change, type NxosLine, remember, type Stepped } from './step.ts'

/** The most sessions that one command names: Nexus 7000 numbers them from 1 to 48. @source Nexus 7000 verified scalability */
const MAX_SESSIONS = 48
const ALL_SESSIONS = Array.from({ length: MAX_SESSIONS }, (_, index) => `${index + 1}`)

const KIND_OF_TYPE: Readonly<Record<SessionType, MirrorKind>> = {
  local: 'local',
  'erspan-source': 'encapsulated',
  'erspan-destination': 'encapsulated',
  'acl-capture': 'local',
  'acl-span': 'local',
}

/**
 * Reads what follows `monitor session`: `1`, `2 type erspan-source`, `1 rx`, `1 shut`, `1-3 shut`, `all no shut`; with `no`,
 * `1`, `all`, `1-3`, `1 shut`.
 *
 * @source Cisco NX-OS model, System/span-items/monitor-items/Monitor-list; `monitor session {all | range} shut` of NX-OS configurations
 */
export function readSessionLine(line: NxosLine): Stepped {
  const [first = '', second] = line.words
  const rest = { ...line, ...skip(line, 1) }
  const isShut = matchKeyword(rest.words.at(-1), ['shutdown']) !== undefined && (rest.words.at(-1) ?? '').length > 2
  if (isShut) return { step: switchSessions(rest, first), mode: TOP }
  if (/^\d{1,4}$/.test(first) && line.verb === 'set') return readHead(rest, String(Number(first)))
  if (line.verb === 'set') return { step: notANumber(first), mode: TOP }
  if (second !== undefined && matchKeyword(second, ['type']) === undefined) {
    return { step: { problem: `no monitor session ${first} "${second.slice(0, 40)}" is not known` }, mode: TOP }
  }
  return { step: removeSessions(rest, first), mode: TOP }
}

function notANumber(first: string): Step {
  return { problem: `monitor session "${first.slice(0, 40)}" is not a session number` }
}

/** Sessions are shut until `no shut`. @source Cisco NX-OS model, Monitor-list/configState, default down */
function readHead(line: NxosLine, id: string): Stepped {
  const [first, second] = line.words
  const isTyped = matchKeyword(first, ['type']) !== undefined
  const type = isTyped ? matchKeyword(second, SESSION_TYPES) : undefined
  const isOneWay = matchKeyword(first, ['rx', 'tx', 'both']) !== undefined
  if ((isTyped && type === undefined) || (first !== undefined && !isTyped && !isOneWay))
    return { step: { problem: `monitor session ${id} without a known type` }, mode: TOP }
  remember(line, id, type === undefined ? {} : { type })
  const canonical = `monitor session ${id}${type === undefined || type === 'local' ? '' : ` type ${type}`}`
  const known = type ?? line.sessions.get(id)?.type
  return { step: change(line, id, { edits: headEdits(id, type), canonical }), mode: { in: 'session', id, type: known } }
}

function headEdits(id: string, type: SessionType | undefined): readonly MirrorEdit[] {
  const kind = type === undefined ? {} : { kind: KIND_OF_TYPE[type] }
  const role = type === 'erspan-destination' ? ({ role: 'destination' } as const) : {}
  const head: MirrorEdit = { do: 'define', name: id, ...kind, ...role, enabled: false, enabledReason: 'default' }
  if (type !== 'acl-capture' && type !== 'acl-span') return [head]
  // Rules of access lists with `capture session N` choose what is copied.
  const impliedSource = `packets of access list rules with "capture session ${id}"`
  return [head, { do: 'set', details: { impliedSource } }]
}

/** `all` is every session that the run has met: which others there are nobody knows from the command. */
function switchSessions(line: NxosLine, list: string): Step {
  const isAll = matchKeyword(list, ['all']) !== undefined
  const ids = isAll ? [...line.sessions.keys()] : readIds(list)
  if (ids.length === 0) return isAll ? { problem: 'monitor session all does not say which sessions' } : notANumber(list)
  // Both `no monitor session 1 shut` and `monitor session 1 no shut` switch it on.
  const enabled = (line.verb === 'no') !== (line.words.length > 1 && line.words[0] === 'no')
  const steps = ids.map((id) =>
    change(line, id, {
      edits: [{ do: 'set', enabled }],
      canonical: `monitor session ${id}${enabled ? ' no' : ''} shut`,
    }),
  )
  return { changes: steps.flatMap(({ changes = [] }) => changes) }
}

function removeSessions(line: NxosLine, list: string): Step {
  const ids = matchKeyword(list, ['all']) === undefined ? readIds(list) : ALL_SESSIONS
  if (ids.length === 0) return notANumber(list)
  const steps = ids.map((id) => {
    line.memory.delete(id)
    line.sessions.delete(id)
    return change(line, id, { edits: [{ do: 'remove' }], canonical: write('no', `monitor session ${id}`) })
  })
  return { changes: steps.flatMap(({ changes = [] }) => changes) }
}

function readIds(list: string): readonly string[] {
  return parseIntegerRanges(list).values.slice(0, MAX_SESSIONS).map(String)
}
