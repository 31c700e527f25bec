/**
 * Commands that make no copy but decide what a copy means or where it travels: routes, tunnels, translations, access lists,
 * AAA servers, boot images, shells. One signal each; of an access list one for a run, however many lines it gets.
 */
import type { SignalKind } from '../../../../facts/fact.ts'
import { abbreviates, matchKeyword } from '../../../../kit/keyword.ts'
import type { Verb } from '../../../_cisco-configuration/commands/command-line.ts'
import type { Step } from '../../../_cisco-configuration/commands/step.ts'
import type { RunLine } from '../memory.ts'
import type { Mode } from '../mode.ts'
import { readAaaCommand } from './aaa-commands.ts'

/** A command and where it was typed. */
interface TypedLine {
  readonly verb: Verb
  readonly words: readonly string[]
  readonly mode: Mode
}

const READERS: readonly ((line: TypedLine) => Step | undefined)[] = [
  readAaaCommand,
  readTunnel,
  readRoute,
  readTranslation,
  readImage,
  readShell,
]

/** The signal of a related command; undefined for every other command. */
export function readRelatedCommand({ verb, words, run }: RunLine, mode: Mode): Step | undefined {
  const line = { verb, words, mode }
  for (const read of READERS) {
    const step = read(line)
    if (step !== undefined) return step
  }
  return readFilterChange(line, run.changedFilters)
}

function told(signal: SignalKind, { verb }: Pick<TypedLine, 'verb'>, ...said: readonly string[]): Step {
  const words = said.filter((word) => word !== '').join(' ')
  return { signal: { signal, detail: verb === 'set' ? words : `${words} removed` } }
}

/** @source Cisco IOS commands `tunnel source`, `tunnel destination`, `tunnel mode`, `interface tunnel` */
function readTunnel(line: TypedLine): Step | undefined {
  const [first = '', second, ...rest] = line.words
  const name = line.mode.in === 'interface' ? line.mode.ports.join(',') : 'a tunnel'
  if (first.length > 2 && abbreviates(first, 'tunnel', 3)) {
    const what = matchKeyword(second, ['destination', 'mode', 'source', 'vrf'])
    return what === undefined ? undefined : told('tunnel-changed', line, `tunnel ${what} of ${name}:`, ...rest)
  }
  const removes = line.verb !== 'set' && first.length > 2 && abbreviates(first, 'interface', 3)
  return removes && /^tu/i.test(second ?? '') ? told('tunnel-changed', line, `interface ${second}`, ...rest) : undefined
}

/** @source Cisco IOS commands `ip route`, `ip policy route-map`, and of route maps `set ip next-hop`, `set interface` */
function readRoute(line: TypedLine): Step | undefined {
  const [first = '', second, third = '', fourth = '', ...rest] = line.words
  const family = matchKeyword(first, ['ip', 'ipv6'])
  if (family !== undefined && (second ?? '').length > 2) {
    const what = matchKeyword(second, ['route', 'policy', 'router', 'route-cache'])
    if (what === 'route') return told('route-changed', line, `${family} route`, third, fourth, ...rest)
    if (what === 'policy') return told('route-changed', line, `${family} policy`, third, fourth)
  }
  if (first.toLowerCase() !== 'set') return undefined
  if (abbreviates(second, 'interface', 3)) return told('route-changed', line, 'route map sends to', third, fourth)
  const towards = /^ip(?:v6)?$/i.test(second ?? '') && /^(?:next|def)/i.test(third)
  return towards ? told('route-changed', line, 'route map sends to', fourth, ...rest) : undefined
}

/** @source Cisco IOS command `ip nat`; `ip nat translation …` only sets timeouts */
function readTranslation(line: TypedLine): Step | undefined {
  const [first, second, third, ...rest] = line.words
  if (first?.toLowerCase() !== 'ip' || second?.toLowerCase() !== 'nat') return undefined
  const what = matchKeyword(third, ['inside', 'outside', 'pool', 'enable', 'source', 'translation', 'log', 'service'])
  if (what === undefined || what === 'translation' || what === 'log' || what === 'service') return undefined
  return told('translation-changed', line, 'ip nat', what, ...rest)
}

/** @source Cisco IOS commands `boot system`, `install add`, `install activate`, `archive download-sw` */
function readImage(line: TypedLine): Step | undefined {
  const [first, second, ...rest] = line.words
  if (abbreviates(first, 'boot', 3) && abbreviates(second, 'system', 3))
    return told('image-changed', line, 'boot system', ...rest)
  if (line.verb !== 'set') return undefined
  if (abbreviates(first, 'install', 4) && matchKeyword(second, ['activate', 'add', 'commit', 'rollback']))
    return told('image-changed', line, 'install', second ?? '', ...rest)
  if (abbreviates(first, 'archive', 4) && abbreviates(second, 'download-sw', 4))
    return told('image-changed', line, 'archive download-sw', ...rest)
  return undefined
}

/** Bounds what of a shell's command is told. */
const MAX_SHOWN_LENGTH = 200

/**
 * What is done in a shell, no command log tells.
 *
 * @source Cisco IOS-XE commands `guestshell run`, `request platform software system shell`, `app-hosting connect`; `tclsh`
 */
function readShell(line: TypedLine): Step | undefined {
  if (line.verb !== 'set') return undefined
  const text = line.words.join(' ').slice(0, MAX_SHOWN_LENGTH)
  const enters =
    /^guestshell run\b/i.test(text) ||
    /^req\w{0,4} plat\w{0,4} soft\w{0,4} sys\w{0,3} sh/i.test(text) ||
    /^app-hosting connect\b/i.test(text) ||
    /^tclsh?\b/i.test(text)
  return enters ? told('shell-entered', line, `entered with "${text}"`) : undefined
}

/** @source Cisco IOS commands `ip access-list`, `ipv6 access-list`, `mac access-list`, `access-list` */
function readFilterChange(line: TypedLine, changed: Set<string>): Step | undefined {
  const name = accessListOf(line.words)
  if (name === undefined || changed.has(name)) return undefined
  changed.add(name)
  return told('filter-changed', line, name)
}

function accessListOf([first = '', second = '', third = '', fourth = '']: readonly string[]): string | undefined {
  if (first.length > 3 && abbreviates(first, 'access-list', 4) && /^\d{1,4}$/.test(second))
    return `access-list ${second}`
  const family = matchKeyword(first, ['ip', 'ipv6', 'mac'])
  if (family === undefined || second.length < 4 || !abbreviates(second, 'access-list', 4)) return undefined
  if (family === 'ipv6') return third === '' ? undefined : `ipv6 access-list ${third}`
  const kind = matchKeyword(third, ['extended', 'resequence', 'standard'])
  return kind === undefined || kind === 'resequence' || fourth === '' ? undefined : `${family} access-list ${fourth}`
}
