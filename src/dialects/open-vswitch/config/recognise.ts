/** How surely a text holds the database of a switch. */
import { LOG_HEADER } from '../database/read-log.ts'
import { readText } from '../database/read-text.ts'

/** @source RFC 7047, section 3.2: the schema says which database it is of */
const SCHEMA_NAME = /"name":\s?"Open_vSwitch"/

/** 0 to 1, from the first 64 KiB. What is JSON from its first character on is records, not a document. Never throws. */
export function recogniseDatabase(sample: string): number {
  if (isLog(sample)) return SCHEMA_NAME.test(sample) ? 1 : 0
  if (/^\s*[{[]/.test(sample)) return 0
  return readText(sample).size > 0 ? 0.95 : 0
}

/** Whether this is a database file rather than what a program printed of one. */
export function isLog(text: string): boolean {
  return LOG_HEADER.test(text.slice(0, 80).split('\n')[0] ?? '')
}
