/** What the accounting records of NX-OS say: who did what from where, and how it ended. */
import type { Actor } from '../../../facts/schema-parts.ts'
import { mayBelongToMirror } from '../../_commands/mirror-words.ts'
import type { Meaning } from '../../_syslog/cisco-line-reader.ts'
import { createReader, splitPath } from '../grammar/reader.ts'

/** @source `%AAA-6-AAA_ACCOUNTING_MESSAGE: update:192.0.2.10@pts/0:netops-1:configure terminal ; vlan 10 (SUCCESS)` */
const MESSAGE = /^(start|update|stop):([^:]{1,128}(?::[\da-f:]{1,45}@[^:]{1,64})?):([^:]{0,128}):(.*)$/is
/** @source `show accounting log`: `type=update:id=192.0.2.10@pts/0:user=netops-1:cmd=configure terminal ; vlan 10 (SUCCESS)` */
const RECORD = /^type=(start|update|stop):id=(.{0,160}?):user=([^:]{0,128}):cmd=(.*)$/is
const IP_ADDRESS = /^[\da-f]{0,4}[.:][\da-f.:]{1,44}$/i
/** How a command ended; one that was handed on is told again when it ends. */
const RESULT = / ?\((SUCCESS|FAILURE|REDIRECT)\)\)?\s*$/i

/** Reads the text of such a record, from the log or from the accounting log. */
export function readAccounting(text: string): Meaning {
  const [, type = '', origin = '', user = '', command] = RECORD.exec(text) ?? MESSAGE.exec(text) ?? []
  if (command === undefined) return { kind: 'unrecognised', because: 'an accounting record without an account' }
  const actor = { ...(user === '' ? {} : { account: user }), ...readOrigin(origin) }
  if (type.toLowerCase() === 'stop') return { kind: 'irrelevant', because: 'a session of an account ended' }
  if (type.toLowerCase() === 'start') return readStart(actor)
  const result = RESULT.exec(command)
  const typed = (result === null ? command : command.slice(0, result.index)).trim()
  if (!belongsToMirror(typed)) return { kind: 'irrelevant', because: 'a command that does not belong to a mirror' }
  const failed = result?.[1]?.toUpperCase() === 'FAILURE'
  return { kind: 'command', command: typed, actor, ...(failed ? { outcome: 'failed' } : {}) }
}

/**
 * A record that holds the block with the command needs no other to be understood: `interface Ethernet1/1 ; shutdown` is nothing
 * to us, `monitor session 1 ; shutdown` is.
 */
function belongsToMirror(typed: string): boolean {
  const path = splitPath(typed)
  if (path.length === 1) return mayBelongToMirror(typed)
  if (path.some((part) => /^\s*(?:no\s+)?mon[a-z]*\s/i.test(part))) return true
  const { changes, signal, problem } = createReader({ snapshot: false }).read(typed)
  return changes !== undefined || signal !== undefined || problem !== undefined
}

/** A shell of the switch itself (`vsh.19419`) is nobody who logged in. */
function readStart(actor: Actor): Meaning {
  if (actor.from === undefined && !/^(?:console|pts|tty|vty)/i.test(actor.line ?? ''))
    return { kind: 'irrelevant', because: 'a process of the switch started' }
  return { kind: 'signal', signal: 'logged-in', detail: 'logged in', actor }
}

/** `192.0.2.10@pts/0` → address and line; `console0` and `ppm.4055 (sp-commit)` are lines alone. */
export function readOrigin(origin: string): Pick<Actor, 'from' | 'line'> {
  const at = origin.indexOf('@')
  if (at === -1) return origin === '' ? {} : IP_ADDRESS.test(origin) ? { from: origin } : { line: origin }
  const [from, line] = [origin.slice(0, at), origin.slice(at + 1)]
  return { ...(from === '' ? {} : { from }), ...(line === '' ? {} : { line }) }
}
