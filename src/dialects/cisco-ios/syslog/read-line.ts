/** Log lines → facts: typed commands, what was done to the log, and sessions that came up. */
import type { Fact, FactKind } from '../../../facts/fact.ts'
import { factId } from '../../../facts/fact-id.ts'
import type { Heard, LineReader, LineRecord, ReadContext, Reading } from '../../contract.ts'
import { ID, VERSION } from '../identity.ts'
import { redact } from '../redact.ts'
import { type IosLine, readIosLine } from './ios-line.ts'
import { type Meaning, readBareCommand, readMessage } from './messages.ts'

const MAX_EXCERPT_LENGTH = 400

/** Reads lines of IOS logs. Needles are the record shapes that can become a fact. */
export const lineReader: LineReader = {
  needles: [
    'cfglog_loggedcmd',
    '-config_i',
    'logginghost_startstop',
    '-session_up',
    'eth_span_session_up',
    'pktcap_start',
    'cisco-ios',
  ],
  read: readLine,
  hear,
}

function readLine(record: LineRecord, context: ReadContext): Reading | undefined {
  const line = readIosLine(record.text, context.reference)
  if (line === undefined) return undefined
  const meaning = line.message === undefined ? readBareCommand(line.text) : readMessage(line.message)
  if (meaning.kind === 'irrelevant' || meaning.kind === 'unrecognised') {
    return { facts: [], notes: [], outcome: meaning.kind, because: meaning.because }
  }
  const fact = toFact(line, meaning, { record, context })
  return { facts: [fact], notes: [], outcome: 'modelled', because: becauseOf(meaning) }
}

type Modelled = Exclude<Meaning, { kind: 'irrelevant' | 'unrecognised' }>

function toFact(
  line: IosLine,
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
    return {
      kind: 'state',
      ...base('state'),
      running: meaning.running,
      message: redact(line.text).slice(0, MAX_EXCERPT_LENGTH),
    }
  }
  if (meaning.kind === 'signal') {
    const { signal, detail, actor } = meaning
    return { kind: 'signal', ...base('signal'), signal, detail: redact(detail), actor, outcome: 'accepted' }
  }
  const sequence = line.message?.sequences.at(-1)
  return {
    kind: 'fragment',
    ...base('fragment'),
    command: redact(meaning.command),
    actor: meaning.actor,
    ...(sequence === undefined ? {} : { sequence }),
    recordedBy: 'command-log',
    outcome: 'accepted',
  }
}

/** The message without the relay's header. A command is redacted by itself, as some secrets show only at its start. */
function excerptOf({ message, text }: IosLine, meaning: Modelled): string {
  const said = meaning.kind === 'command' ? text.replace(meaning.command, () => redact(meaning.command)) : redact(text)
  const head = message === undefined ? '' : `%${message.facility}-${message.severity}-${message.mnemonic}: `
  return `${head}${said}`.slice(0, MAX_EXCERPT_LENGTH)
}

function becauseOf(meaning: Modelled): string {
  if (meaning.kind === 'command') return 'a command that may belong to a mirror'
  return meaning.kind === 'state' ? 'a session came up' : redact(meaning.detail)
}

function hear(record: LineRecord, context: ReadContext): Heard | undefined {
  const line = readIosLine(record.text, context.reference)
  if (line === undefined) return undefined
  const { at: written, relayAt, unsynchronised } = line.time
  const at = unsynchronised === true ? (relayAt ?? written) : written
  if (at === undefined || line.names.length === 0) return undefined
  const commands = line.message?.mnemonic === 'CFGLOG_LOGGEDCMD'
  return { ref: { realm: context.realm, names: line.names }, at, leg: 'log', commands }
}
