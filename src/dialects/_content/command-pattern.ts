/**
 * Commands as regular expressions, written the way manuals write them. Words are parted by gaps and a command begins where a log says that
 * it does, so that no word of free text is taken for one; all repetition is bounded.
 */
import { abbreviationPattern, literalPattern } from '../../kit/text/abbreviation-pattern.ts'

/** Blanks or bars, and the name that some accounting servers put before each word: `cmd-arg=`, `CmdArgAV=`, `TACACS.Cmd-Args=`. */
export const GAP = String.raw`[\s,|]{1,8}(?:[\w.-]{1,20}[=*])?`

/** Columns that may stand behind a command without a mark between. @source TACACS+ accounting arguments, RFC 8907 section 8.3 */
const COLUMN = '(?:elapsed_time|priv-lvl|result|service|start_time|status|stop_time|task_id|timezone)='

/** No other word of the command follows: the line ends, or a mark, a bracket or the next column of the record begins. */
const END = String.raw`(?:$|["'\])|\\]|,\s?[a-z]|\s{1,8}(?:[^\w\s;,-]|${COLUMN}|[\w-]{1,20}[=*]<|$))`

/** The last word is over; what follows may be anything. */
const WORD_END = String.raw`(?:[^\w-]|$)`

/** Words that stand for what somebody chose. */
const PLACES: ReadonlyMap<string, string> = new Map([
  ['<number>', String.raw`\d{1,4}`],
  ['<list>', String.raw`\d[\d,-]{0,63}`],
  // What starts so is a mark that a log puts behind the command.
  ['<word>', String.raw`[^\s,<(][^\s,]{0,127}`],
  ['<address>', String.raw`\d{1,3}(?:\.\d{1,3}){3}`],
])

/**
 * One expression for several phrases: `[no] mon_itor s_ession <number> so_urce|d_estination`.
 *
 * From `_` on a keyword may be cut short, `|` parts alternatives, `[no]` may stand before a command or not, and `no` is `no` or `default`.
 * `<number>`, `<list>`, `<word>`, `<address>` stand for what somebody chose, `<end>` for the end of the command. A word in braces is a
 * regular expression of its own.
 */
export function commandPattern(...phrases: readonly string[]): string {
  const [only = '', ...others] = phrases.map(phrasePattern)
  return others.length === 0 ? only : `(?:${[only, ...others].join('|')})`
}

function phrasePattern(phrase: string): string {
  const optional = phrase.startsWith('[no] ')
  const ends = phrase.endsWith(' <end>')
  const words = phrase.slice(optional ? '[no] '.length : 0, ends ? -' <end>'.length : undefined).split(' ')
  const said = words.map(wordPattern).join(GAP)
  return `${optional ? `(?:${wordPattern('no')}${GAP})?` : ''}${said}${ends ? END : WORD_END}`
}

function wordPattern(word: string): string {
  const place = PLACES.get(word) ?? /^\{(.*)\}$/.exec(word)?.[1]
  if (place !== undefined) return place
  const keywords = (word === 'no' ? 'no|def_ault' : word).split('|').map(keywordPattern)
  return keywords.length === 1 ? keywords.join('') : `(?:${keywords.join('|')})`
}

/** `mon_itor` is cut to three letters or more; a keyword without `_` never. */
function keywordPattern(keyword: string): string {
  const at = keyword.indexOf('_')
  return at === -1 ? literalPattern(keyword) : abbreviationPattern(keyword.replace('_', ''), at)
}
