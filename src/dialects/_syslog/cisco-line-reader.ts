/** Log lines with Cisco's header → facts: typed commands, what was done to the log, and sessions that came up or went down. */
import type { Fact, FactKind, SignalKind } from '../../facts/fact.ts'
import { factId } from '../../facts/fact-id.ts'
import type { SessionAddress } from '../../facts/mirror-session.ts'
import type { Actor } from '../../facts/schema-parts.ts'
import type { Instant } from '../../kit/instant.ts'
import type { Dialect, LineReader, LineRecord, ReadContext, Reading } from '../contract.ts'
import type { CiscoLine } from './cisco-line.ts'

/** Absent: accepted. */
type ActOutcome = 'accepted' | 'denied' | 'failed'

/** The meaning of one message. */
export type Meaning =
  | { readonly kind: 'command'; readonly command: string; readonly actor: Actor; readonly outcome?: ActOutcome }
  | {
      readonly kind: 'signal'
      readonly signal: SignalKind
      readonly detail: string
      readonly actor: Actor
      readonly outcome?: ActOutcome
    }
  | { readonly kind: 'state'; readonly running: boolean; readonly address?: SessionAddress }
  | { readonly kind: 'irrelevant'; readonly because: string }
  | { readonly kind: 'unrecognised'; readonly because: string }

/** What a platform knows of its log. */
export interface LineGrammar {
  readonly dialect: Pick<Dialect, 'id' | 'version' | 'redact'>
  readonly needles: readonly string[]
  /** Takes a line apart; undefined when the platform did not write it. */
  readonly take: (text: string, reference: Instant) => CiscoLine | undefined
  readonly readMeaning: (line: CiscoLine) => Meaning
  /** Whether lines of this kind are how the device logs typed commands. */
  readonly carriesCommands: (line: CiscoLine) => boolean
}

const MAX_EXCERPT_LENGTH = 400

/** The reader of a platform's log lines. */
export function createLineReader(grammar: LineGrammar): LineReader {
  return {
    needles: grammar.needles,
    read: (record, context) => readLine(grammar, record, context),
    hear(record, context) {
      const line = grammar.take(record.text, context.reference)
      if (line === undefined) return undefined
      const { at: written, relayAt, unsynchronised } = line.time
      const at = unsynchronised === true ? (relayAt ?? written) : written
      if (at === undefined || line.names.length === 0) return undefined
      const ref = { realm: context.realm, names: line.names }
      return { ref, at, leg: 'log', commands: grammar.carriesCommands(line) }
    },
  }
}

function readLine(grammar: LineGrammar, record: LineRecord, context: ReadContext): Reading | undefined {
  const line = grammar.take(record.text, context.reference)
  if (line === undefined) return undefined
  const meaning = grammar.readMeaning(line)
  if (meaning.kind === 'irrelevant' || meaning.kind === 'unrecognised') {
    return { facts: [], notes: [], outcome: meaning.kind, because: meaning.because }
  }
  if (isPlainLogin(meaning)) return { facts: [], notes: [], outcome: 'irrelevant', because: PLAIN_LOGIN }
  const fact = toFact(grammar, { line, meaning, record, context })
  return { facts: [fact], notes: [], outcome: 'modelled', because: becauseOf(grammar, meaning) }
}

/**
 * A device logs every login of every monitoring system: kept as facts they would be more than all others together. Who changed a
 * configuration, and from where, stands in the message that says so and in the records of the AAA servers.
 */
const PLAIN_LOGIN = 'a login: the AAA records and the message of a change say who acted'

function isPlainLogin(meaning: Modelled): boolean {
  return meaning.kind === 'signal' && (meaning.signal === 'logged-in' || meaning.signal === 'login-refused')
}

type Modelled = Exclude<Meaning, { kind: 'irrelevant' | 'unrecognised' }>

/** One line with its meaning, and where it came from. */
interface MeantLine {
  readonly line: CiscoLine
  readonly meaning: Modelled
  readonly record: LineRecord
  readonly context: ReadContext
}

function toFact(grammar: LineGrammar, { line, meaning, record, context }: MeantLine): Fact {
  const { id, version, redact } = grammar.dialect
  const base = (kind: FactKind) => ({
    id: factId(kind, line.identity, 0),
    ref: { realm: context.realm, names: line.names },
    time: line.time,
    leg: 'log' as const,
    trust: context.trust,
    dialect: id,
    dialectVersion: version,
    places: [record.place],
    excerpt: excerptOf(grammar, line, meaning),
    platform: id,
  })
  if (meaning.kind === 'state') {
    const { running, address } = meaning
    const message = redact(line.text).slice(0, MAX_EXCERPT_LENGTH)
    return { kind: 'state', ...base('state'), ...(address === undefined ? {} : { address }), running, message }
  }
  const { actor, outcome = 'accepted' } = meaning
  if (meaning.kind === 'signal') {
    const { signal, detail } = meaning
    return { kind: 'signal', ...base('signal'), signal, detail: redact(detail), actor, outcome }
  }
  const sequence = line.message?.sequences.at(-1)
  return {
    kind: 'fragment',
    ...base('fragment'),
    command: redact(meaning.command),
    actor,
    ...(sequence === undefined ? {} : { sequence }),
    recordedBy: 'command-log',
    outcome,
  }
}

/** The message without the relay's header. A command is redacted by itself, as some secrets show only at its start. */
function excerptOf({ dialect: { redact } }: LineGrammar, { message, text }: CiscoLine, meaning: Modelled): string {
  const command = meaning.kind === 'command' && text.includes(meaning.command) ? meaning.command : ''
  const at = text.indexOf(command)
  const said = [text.slice(0, at), command, text.slice(at + command.length)].map(redact).join('')
  const head = message === undefined ? '' : `%${message.facility}-${message.severity}-${message.mnemonic}: `
  return `${head}${said}`.slice(0, MAX_EXCERPT_LENGTH)
}

function becauseOf({ dialect }: LineGrammar, meaning: Modelled): string {
  if (meaning.kind === 'command') return 'a command that may belong to a mirror'
  if (meaning.kind === 'signal') return dialect.redact(meaning.detail)
  return meaning.running ? 'a session came up' : 'a session went down'
}
