/** Log lines → facts: logged calls of `ovs-vsctl`, and mirrors that the switch says it cannot run. */
import type { Fact, FactKind } from '../../../facts/fact.ts'
import { factId } from '../../../facts/fact-id.ts'
import type { Heard, LineReader, LineRecord, ReadContext, Reading } from '../../contract.ts'
import { isKeptCall } from '../commands/kept-commands.ts'
import { ID, VERSION } from '../identity.ts'
import { NAMESPACE } from '../mirrors/find-mirrors.ts'
import { redact } from '../redact.ts'
import { readVlogLine, type VlogLine } from './vlog-line.ts'

const MAX_EXCERPT_LENGTH = 400

/** Needles are the messages that can become a fact. */
export const lineReader: LineReader = {
  needles: ['|called as ', 'does not specify output; ignoring', 'outputs to port not on bridge'],
  read: readLine,
  hear,
}

/** @source ovs vswitchd/bridge.c, mirror_configure */
const IDLE_MIRROR =
  /^bridge (\S{1,64}): mirror (\S{1,64}) (?:does not specify output; ignoring|outputs to port not on bridge)/

function readLine(record: LineRecord, context: ReadContext): Reading | undefined {
  const line = readVlogLine(record.text, context.reference)
  if (line === undefined) return undefined
  const call = callOf(line)
  if (call !== undefined) return isKeptCall(call) ? modelled(toFragment(line, call, { record, context })) : OTHER_CALL
  const [, bridge, mirror] = line.module === 'bridge' ? (IDLE_MIRROR.exec(line.text) ?? []) : []
  if (mirror === undefined) return irrelevant(`${line.module} is not about mirroring`)
  const address = { scope: '', namespace: NAMESPACE, id: `${bridge}/${mirror}` }
  const base = baseOf('state', line, { record, context })
  return modelled({ kind: 'state', ...base, address, running: false, message: base.excerpt })
}

/** @source ovs utilities/ovs-vsctl.c: a call that may change the database is logged at level INFO before it is made */
function callOf({ module, text }: VlogLine): string | undefined {
  return module === 'vsctl' ? /^Called as (.+)$/.exec(text)?.[1] : undefined
}

type Read = { readonly record: LineRecord; readonly context: ReadContext }

function toFragment(line: VlogLine, call: string, read: Read): Fact {
  // A program's log does not say who called it.
  return {
    kind: 'fragment',
    ...baseOf('fragment', line, read),
    command: redact(call),
    actor: {},
    recordedBy: 'command-log',
    outcome: 'accepted',
  }
}

function baseOf(kind: FactKind, line: VlogLine, { record, context }: Read) {
  return {
    id: factId(kind, line.identity, 0),
    ref: { realm: context.realm, names: line.names },
    time: line.time,
    leg: 'log' as const,
    trust: context.trust,
    dialect: ID,
    dialectVersion: VERSION,
    places: [record.place],
    excerpt: redact(`${line.module}|${line.text}`).slice(0, MAX_EXCERPT_LENGTH),
    platform: ID,
  }
}

function modelled(fact: Fact): Reading {
  const because = fact.kind === 'state' ? 'a mirror that does not run' : 'a call that may concern a mirror'
  return { facts: [fact], notes: [], outcome: 'modelled', because }
}

function irrelevant(because: string): Reading {
  return { facts: [], notes: [], outcome: 'irrelevant', because }
}

const OTHER_CALL = irrelevant('a call that does not concern mirrors')

function hear(record: LineRecord, context: ReadContext): Heard | undefined {
  const line = readVlogLine(record.text, context.reference)
  if (line?.time.at === undefined || line.names.length === 0) return undefined
  const ref = { realm: context.realm, names: line.names }
  return { ref, at: line.time.at, leg: 'log', commands: callOf(line) !== undefined }
}
