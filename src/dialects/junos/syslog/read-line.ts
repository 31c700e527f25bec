/** Log lines → facts: audited and typed commands, commits, logins, and what was done to the device. */
import type { Fact, FactKind } from '../../../facts/fact.ts'
import { factId } from '../../../facts/fact-id.ts'
import type { Heard, LineReader, LineRecord, ReadContext, Reading } from '../../contract.ts'
import { ID, VERSION } from '../identity.ts'
import { redact } from '../redact.ts'
import { type JunosLine, readJunosLine } from './junos-line.ts'
import { type Meaning, NEEDLES, readMessage } from './messages.ts'

const MAX_EXCERPT_LENGTH = 400

/** Reads lines of Junos logs. Needles are the record shapes that can become a fact. */
export const lineReader: LineReader = { needles: NEEDLES, read: readLine, hear }

function readLine(record: LineRecord, context: ReadContext): Reading | undefined {
  const line = readJunosLine(record.text, context.reference)
  if (line === undefined) return undefined
  const meaning = readMessage(line)
  if (meaning.kind === 'irrelevant' || meaning.kind === 'unrecognised') {
    return { facts: [], notes: [], outcome: meaning.kind, because: meaning.because }
  }
  if (meaning.kind === 'signal' && (meaning.signal === 'logged-in' || meaning.signal === 'login-refused')) {
    // A device logs every login of every monitoring system; who changed something stands in the message that says so.
    return { facts: [], notes: [], outcome: 'irrelevant', because: 'a login: the message of a change says who acted' }
  }
  const fact = toFact(line, meaning, { record, context })
  return { facts: [fact], notes: [], outcome: 'modelled', because: becauseOf(meaning) }
}

type Modelled = Exclude<Meaning, { kind: 'irrelevant' | 'unrecognised' }>

function toFact(
  line: JunosLine,
  meaning: Modelled,
  { record, context }: { readonly record: LineRecord; readonly context: ReadContext },
): Fact {
  const base = (kind: FactKind) => ({
    id: factId(kind, line.identity, 0),
    ref: { realm: context.realm, names: line.names },
    time: line.time,
    leg: 'log' as const,
    trust: context.trust,
    dialect: ID,
    dialectVersion: VERSION,
    places: [record.place],
    excerpt: excerptOf(line, meaning),
    platform: ID,
  })
  if (meaning.kind === 'state') {
    const message = redact(line.text).slice(0, MAX_EXCERPT_LENGTH)
    return { kind: 'state', ...base('state'), running: meaning.running, message }
  }
  if (meaning.kind === 'signal') {
    const { signal, detail, actor, outcome = 'accepted' } = meaning
    return { kind: 'signal', ...base('signal'), signal, detail: redact(detail), actor, outcome }
  }
  const { command, actor, comment } = meaning
  return {
    kind: 'fragment',
    ...base('fragment'),
    command: redact(command),
    actor,
    recordedBy: 'command-log',
    outcome: 'accepted',
    ...(comment === undefined ? {} : { comment: redact(comment) }),
  }
}

/** The message without headers; of the structured form, whose text is often missing, what was made of it. */
function excerptOf({ tag, text, members }: JunosLine, meaning: Modelled): string {
  const said = members.size > 0 && meaning.kind === 'command' ? redact(meaning.command) : redact(text)
  return `${tag ?? ''}: ${said}`.slice(0, MAX_EXCERPT_LENGTH)
}

function becauseOf(meaning: Modelled): string {
  if (meaning.kind === 'command') return 'a command that may belong to a mirror'
  return meaning.kind === 'state' ? 'an analyzer failed' : redact(meaning.detail)
}

const COMMAND_TAGS: ReadonlySet<string> = new Set(['UI_CMDLINE_READ_LINE', 'UI_CFG_AUDIT_SET', 'UI_CFG_AUDIT_OTHER'])

function hear(record: LineRecord, context: ReadContext): Heard | undefined {
  const line = readJunosLine(record.text, context.reference)
  if (line?.time.at === undefined || line.names.length === 0) return undefined
  const commands = COMMAND_TAGS.has(line.tag ?? '')
  return { ref: { realm: context.realm, names: line.names }, at: line.time.at, leg: 'log', commands }
}
