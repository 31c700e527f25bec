/**
 * Commands that make no copy but decide what a copy means or where it travels: routes, tunnels, translations, access lists,
 * AAA servers, boot images, shells. One signal each.
 */
import type { SignalKind } from '../../../../facts/fact.ts'
import { abbreviates, matchKeyword } from '../../../../kit/keyword.ts'
import type { Verb } from '../../../_cisco-configuration/commands/command-line.ts'
import type { Step } from '../../../_cisco-configuration/commands/step.ts'

/** Bounds what of a command is told. */
const MAX_SHOWN_LENGTH = 200

/** What a command is about, by its first words in full or cut; the longest of each family first. */
const FAMILIES: readonly (readonly [signal: SignalKind, ...phrases: readonly string[]])[] = [
  // @source Cisco NX-OS commands of routing: `ip route`, `ip policy route-map`, `set ip next-hop` of route maps
  ['route-changed', 'ip route', 'ipv6 route', 'ip policy', 'ipv6 policy', 'set ip next-hop', 'set interface'],
  // @source Cisco NX-OS commands `interface tunnel`, `tunnel destination`; VXLAN: `member vni`, `vn-segment`, `xconnect`
  ['tunnel-changed', 'tunnel destination', 'tunnel source', 'tunnel mode', 'member vni', 'vn-segment', 'xconnect'],
  ['translation-changed', 'ip nat inside', 'ip nat outside', 'ip nat pool'],
  ['filter-changed', 'ip access-list', 'ipv6 access-list', 'mac access-list', 'vlan access-map'],
  // @source Cisco NX-OS commands `tacacs-server host`, `radius-server host`, `aaa group server`, `feature tacacs+`
  ['aaa-server-changed', 'tacacs-server host', 'radius-server host', 'aaa group server', 'feature tacacs+'],
  // @source Cisco NX-OS commands `boot nxos`, `boot system`, `boot kickstart`, `install all`, `install activate`
  ['image-changed', 'boot nxos', 'boot system', 'boot kickstart', 'install all', 'install activate', 'install add'],
]

/** Ways into the Linux below. @source Cisco Nexus 9000 programmability guide: Bash, Guest Shell, Python */
const SHELL =
  /^(?:run (?:bash|guestshell)|bash\b|guestshell(?: (?:run|enable))?|feature bash-shell|bcm-shell|python\d?\b)/i

/** Methods of authentication that ask no server. */
const OWN_METHODS = ['local', 'none'] as const

/** The signal of a related command; undefined for every other command. */
export function readRelatedCommand(verb: Verb, words: readonly string[]): Step | undefined {
  const text = words.join(' ').slice(0, MAX_SHOWN_LENGTH)
  if (verb === 'set' && SHELL.test(text))
    return { signal: { signal: 'shell-entered', detail: `entered with "${text}"` } }
  const family = FAMILIES.find(([, ...phrases]) => phrases.some((phrase) => opens(words, phrase.split(' '))))
  if (family !== undefined) return { signal: { signal: family[0], detail: verb === 'set' ? text : `${text} removed` } }
  return readMethods(verb, words)
}

/** Each word of the phrase is typed in full or cut to three letters or more; `ip` is never cut. */
function opens(words: readonly string[], phrase: readonly string[]): boolean {
  return phrase.every((full, index) => abbreviates(words[index], full, Math.min(3, full.length)))
}

/** `aaa authentication login default local`: nobody but the switch is asked. */
function readMethods(verb: Verb, [first, second, third, list, method]: readonly string[]): Step | undefined {
  if (
    first?.toLowerCase() !== 'aaa' ||
    matchKeyword(second, ['authentication', 'authorization', 'accounting']) === undefined
  )
    return undefined
  const own = matchKeyword(method, OWN_METHODS)
  if (
    matchKeyword(third, ['login', 'commands', 'config-commands']) === undefined ||
    (verb === 'set' && own === undefined)
  )
    return undefined
  const what = `${second} of ${third}, list ${list ?? ''}`
  return {
    signal: { signal: 'aaa-server-changed', detail: verb === 'set' ? `${what}, asks ${own} first` : `${what} removed` },
  }
}
