/** How surely a file holds records of a detail module. */

/** Records looked at; the first one may be cut by a rotation. */
const MAX_RECORDS = 8
const HEADER_TIME =
  /^(?:[A-Z][a-z]{2} [A-Z][a-z]{2} {1,2}\d{1,2} \d{1,2}:\d{2}:\d{2} (?:[A-Z]{1,5} )?\d{4}|\d{4}-\d{2}-\d{2}[T ]\d{2}:\d{2}:\d{2}.{0,16}|\d{9,10}(?:\.\d{1,9})?)$/
const ATTRIBUTE = /^[\t ]+[A-Za-z][\w.:-]{0,127} [-+:!<>=~^*]{0,2}= ?\S/
/** One of these is in every record that a server writes. */
const USUAL =
  /^[\t ]+(?:Timestamp|Packet-Type|Acct-Status-Type|User-Name|NAS-IP-Address|Packet-Src-IP-Address|Event-Timestamp) /m

/** 0.95 where the records of the sample are a time and attributes behind a TAB, 0 otherwise. Never throws. */
export function recognise(sample: string): number {
  const records = sample
    .slice(0, 65_536)
    .replace(/^\uFEFF/, '')
    .split(/\n\r?\n\s*/, MAX_RECORDS)
    .filter((record) => record.trim() !== '')
  return records.some(isRecord) ? 0.95 : 0
}

function isRecord(record: string): boolean {
  const [header = '', ...lines] = record.trimEnd().split(/\r?\n/)
  return (
    HEADER_TIME.test(header.trim()) &&
    lines.length > 0 &&
    lines.every((line) => ATTRIBUTE.test(line)) &&
    USUAL.test(record)
  )
}
