/** Records as pairs: `NAS_IP=192.0.2.7 Port=tty2 rem_addr=198.51.100.23 User=netops-1 Flags=Stop … Cmd="monitor session 4"`. */
import { attributeName, known, RECORD_TYPES, type TimedText } from './columns.ts'
import { type AccountingRecord, type Attribute, unquote } from './record.ts'

/** Only these names begin a pair: a command may hold `word=value` of its own. */
const PAIR =
  /(^|[\s,;])(nas[-_]ip(?:[-_]address)?|nas|port|rem[-_]addr|user|flags|task[-_]id|timezone|service|protocol|start[-_]time|stop[-_]time|elapsed[-_]time|priv[-_]lvl|cmd-arg|cmd|result|status|reason|err_msg)=/gi

/** Reads a record of pairs; undefined unless it names the device and says start, stop or update. */
export function readPairs({ writtenTime, text }: TimedText): AccountingRecord | undefined {
  const { pairs, commandAt } = splitPairs(text)
  const value = (...names: string[]) => known(pairs.find(({ name }) => names.includes(name))?.value ?? '')
  const device = value('nas-ip', 'nas-ip-address', 'nas')
  const type = value('flags')?.toLowerCase() ?? ''
  if (device === undefined || !RECORD_TYPES.has(type)) return undefined
  const time = writtenTime === undefined ? '' : `${writtenTime} `
  return {
    writtenTime,
    device,
    user: value('user'),
    port: value('port'),
    from: value('rem-addr'),
    type,
    attributes: pairs,
    beforeCommand: `${time}${text.slice(0, commandAt)}${commandAt < text.length ? 'cmd=' : ''}`,
  }
}

function splitPairs(text: string): { readonly pairs: readonly Attribute[]; readonly commandAt: number } {
  const starts = pairStarts(text)
  const commandAt = starts.find(({ name }) => name === 'cmd')?.at ?? text.length
  const pairs = starts.map(({ name, valueAt, end }, index) => ({
    name,
    value: unquote(text.slice(valueAt, end ?? starts[index + 1]?.at ?? text.length).replace(/[\s,;]+$/, '')),
  }))
  return { pairs, commandAt }
}

interface PairStart {
  readonly name: string
  readonly at: number
  readonly valueAt: number
  /** The closing quote of a quoted value. */
  readonly end: number | undefined
}

/** Names inside a quoted value begin nothing. */
function pairStarts(text: string): PairStart[] {
  const starts: PairStart[] = []
  let quotedUntil = 0
  for (const found of text.matchAll(PAIR)) {
    if (found.index < quotedUntil) continue
    const valueAt = found.index + found[0].length
    const end = text[valueAt] === '"' ? endOfQuote(text, valueAt + 1) : undefined
    quotedUntil = end ?? quotedUntil
    starts.push({ name: attributeName(found[2] ?? ''), at: found.index + (found[1]?.length ?? 0), valueAt, end })
  }
  return starts
}

function endOfQuote(text: string, from: number): number {
  for (let at = from; at < text.length; at++) {
    if (text[at] === '\\') at++
    else if (text[at] === '"') return at + 1
  }
  return text.length
}
