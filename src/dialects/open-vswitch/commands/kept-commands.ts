/** Which calls are kept: those of mirrors, of tunnels that may carry one, and of the witnesses that flow records are. */
import { tableNamed } from '../database/tables.ts'
import { columnNamed, readAssignment } from './columns.ts'
import { type Command, readInvocation } from './invocation.ts'

const CHANGING: ReadonlySet<string> = new Set(['create', 'set', 'add', 'remove', 'clear', 'destroy'])
const OF_BRIDGES: ReadonlySet<string> = new Set(['mirrors', 'netflow', 'sflow', 'ipfix'])
const OF_INTERFACES: ReadonlySet<string> = new Set(['type', 'options'])

/** Decides from the call alone. Never throws. */
export function isKeptCall(text: string): boolean {
  return readInvocation(text)?.some(isKept) === true
}

function isKept({ verb, words: [first = '', , ...rest] }: Command): boolean {
  if (verb === 'del-br' || verb === 'emer-reset') return true
  if (!CHANGING.has(verb)) return false
  const table = tableNamed(first)
  const columns = rest.map((word) => readAssignment(word)?.column ?? columnNamed(word))
  if (table === 'Bridge') return columns.some((column) => OF_BRIDGES.has(column))
  if (table === 'Interface') return columns.some((column) => OF_INTERFACES.has(column))
  return table === 'Mirror' || table === 'NetFlow' || table === 'sFlow' || table === 'IPFIX'
}
