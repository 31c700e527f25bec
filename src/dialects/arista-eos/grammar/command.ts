/** One command of EOS on its way through the grammar, and what it means. */
import type { MirrorEdit } from '../../../facts/mirror-edit.ts'
import type { ReadingRules, Verb } from '../../_cisco-configuration/commands/command-line.ts'
import type { SessionChange, Step } from '../../_cisco-configuration/commands/step.ts'
import type { AclMemory } from './acl-memory.ts'
import type { Mode, Script } from './mode.ts'

/** A command, or what is left of one after its first words. */
export interface EosCommand {
  readonly verb: Verb
  readonly words: readonly string[]
  readonly acls: AclMemory
  readonly rules: ReadingRules
}

/** What one command means, and the mode after it. */
export interface Stepped {
  readonly step: Step
  readonly mode: Mode
}

/** What one property of a session turns into. */
export interface Property {
  readonly edits: readonly MirrorEdit[]
  readonly canonical: string
  readonly problem?: string
}

/**
 * Where sessions of EOS live: `monitor session`, LANZ mirroring, groups of tap aggregation and tap ports that go to one port,
 * packet captures, and what scripts would set up: one session for each script.
 */
export type Namespace = 'monitor-session' | 'queue-monitor' | 'tap-group' | 'tap-port' | 'capture' | Script['kind']

/** A change to one session; an EOS device has one scope. */
export function change(
  namespace: Namespace,
  id: string,
  { edits, canonical }: Pick<Property, 'edits' | 'canonical'>,
): SessionChange {
  return { address: { scope: '', namespace, id }, name: id, edits, canonical }
}

/** The same command without its first words. */
export function skip(command: EosCommand, count: number): EosCommand {
  return { ...command, words: command.words.slice(count) }
}
