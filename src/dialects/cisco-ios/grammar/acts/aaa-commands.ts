/** Commands that say who may log in and who is asked: AAA servers and the order of methods. */
import { abbreviates, matchKeyword } from '../../../../kit/keyword.ts'
import type { Verb } from '../../../_cisco-configuration/commands/command-line.ts'
import type { Step } from '../../../_cisco-configuration/commands/step.ts'

/** Methods that ask no server. @source Cisco IOS command `aaa authentication login`, methods */
const OWN_METHODS = ['enable', 'if-authenticated', 'krb5', 'line', 'local', 'local-case', 'none'] as const

/**
 * `tacacs server ISE-1`, `radius-server host 192.0.2.9 …`, `aaa group server tacacs+ ADMIN`, and methods that ask the device
 * itself first: `aaa authentication login default local`. Undefined for other commands. Nothing of a key is told.
 */
export function readAaaCommand({
  verb,
  words,
}: {
  readonly verb: Verb
  readonly words: readonly string[]
}): Step | undefined {
  const [first = '', second, third, fourth = '', ...rest] = words
  if (first.toLowerCase() === 'aaa') {
    if (abbreviates(second, 'group', 2)) return changed(verb, `AAA group of servers ${fourth} ${rest[0] ?? ''}`)
    return readMethods({ verb, second, third, list: fourth, methods: rest })
  }
  const server = matchKeyword(first, ['radius', 'radius-server', 'tacacs', 'tacacs-server'])
  if (server === undefined || first.length < 3) return undefined
  const named = server === 'radius' || server === 'tacacs' ? 'server' : 'host'
  return matchKeyword(second, [named]) === undefined || third === undefined
    ? undefined
    : changed(verb, `${server.replace(/-server$/, '').toUpperCase()} server ${third}`)
}

interface Methods {
  readonly verb: Verb
  readonly second: string | undefined
  readonly third: string | undefined
  readonly list: string
  readonly methods: readonly string[]
}

function readMethods({ verb, second, third, list, methods }: Methods): Step | undefined {
  const kind = matchKeyword(second, ['accounting', 'authentication', 'authorization', 'attribute'])
  if (kind !== 'authentication' && kind !== 'authorization') return undefined
  const what = matchKeyword(third, ['commands', 'enable', 'exec', 'login', 'network'])
  if (what === undefined || what === 'network') return undefined
  if (verb !== 'set') return changed(verb, `${kind} of ${what}`)
  // `aaa authorization commands 15 default …`: the level stands before the list.
  const [name, ask] = what === 'commands' ? methods : [list, methods[0]]
  const own = matchKeyword(ask, OWN_METHODS)
  return own === undefined ? undefined : changed(verb, `${kind} of ${what}, list ${name}, asks ${own} first`)
}

function changed(verb: Verb, detail: string): Step {
  const text = detail.trim()
  return { signal: { signal: 'aaa-server-changed', detail: verb === 'set' ? `${text} set` : `${text} removed` } }
}
