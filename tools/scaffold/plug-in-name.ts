/** Names of new plug-ins: kebab-case, not taken, and how a person would write them. */
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { TapwardenError } from '../../src/kit/errors.ts'

/** Words of lower-case letters and digits, joined by single hyphens; a letter first. */
const KEBAB_CASE = /^[a-z][a-z0-9]*(?:-[a-z0-9]+)*$/
/** Shorter names are no words that the needle scanner can look for; longer ones do not fit into a log's header. */
const LENGTH = { least: 3, most: 32 } as const

/**
 * The one name given on the command line. Throws `TW_SCAFFOLD_USAGE` where there is none or more than one,
 * `TW_SCAFFOLD_NAME` where it is not kebab-case of 3 to 32 characters.
 */
export function readName(given: readonly string[], usage: string): string {
  const [name, ...others] = given
  if (name === undefined || others.length > 0)
    throw new TapwardenError('TW_SCAFFOLD_USAGE', `one name is needed, ${given.length} were given`, `run: ${usage}`)
  if (KEBAB_CASE.test(name) && name.length >= LENGTH.least && name.length <= LENGTH.most) return name
  throw new TapwardenError(
    'TW_SCAFFOLD_NAME',
    `"${name}" is no name for a folder of plug-ins`,
    `use ${LENGTH.least} to ${LENGTH.most} lower-case letters and digits, words joined by single hyphens: ${suggest(name)}`,
  )
}

function suggest(name: string): string {
  const words = name.toLowerCase().match(/[a-z0-9]+/g) ?? []
  const suggested = words.join('-').slice(0, LENGTH.most).replace(/-$/, '')
  return KEBAB_CASE.test(suggested) && suggested.length >= LENGTH.least ? suggested : 'acme-os'
}

/** Throws `TW_SCAFFOLD_EXISTS` when something of the name is there already: nothing is ever overwritten. */
export function refuseTaken(paths: readonly string[], root: string): void {
  const taken = paths.filter((path) => existsSync(join(root, path)))
  if (taken.length === 0) return
  const help = 'choose another name, or go on with what is there; to begin again, remove it first'
  throw new TapwardenError(
    'TW_SCAFFOLD_EXISTS',
    `${taken.join(' and ')} ${taken.length === 1 ? 'is' : 'are'} there already`,
    help,
  )
}

/** `acme-edge-os` → `Acme edge os`. */
export function toTitle(name: string): string {
  return name.charAt(0).toUpperCase() + name.slice(1).replaceAll('-', ' ')
}
