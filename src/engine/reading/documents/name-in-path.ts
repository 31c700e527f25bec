/** The name that a path gives a device: what a configuration is filed as when nothing inside says whose it is. */

/** Longer names are of no device. */
const MAX_NAME = 255

const ENDINGS = /(?:\.(?:cfg|conf|config|txt|set|log|gz|running|startup))+$/i
const DATE =
  /(?<!\d)(?:19|20)\d\d[-_.]?\d\d[-_.]?\d\d(?:[T_. -]?\d\d[-:.h_]?\d\d(?:[-:.m_]?\d\d)?(?:\.\d{1,9})?(?!\d)(?:Z|[+-]\d\d:?\d\d(?!\d))?)?/i
const SEPARATORS_AT_ENDS = /^[-_. @]{1,64}|[-_. @]{1,64}$/g

/**
 * The last part of a path without date and ending: `backups/edge-rtr-07_2026-11-13T02-00Z.cfg` → `edge-rtr-07`. `unnamed` where
 * that leaves nothing (standard input): a configuration belongs to somebody.
 */
export function nameInPath(path: string): string {
  const last = (path.split(/[\\/!]/).at(-1) ?? '').slice(-MAX_NAME)
  const name = last.replace(ENDINGS, '').replace(DATE, '').replace(SEPARATORS_AT_ENDS, '')
  return name === '' ? 'unnamed' : name
}
