/** What one command of NX-OS means, and what its meaning depends on. */
import type { MirrorEdit } from '../../../facts/mirror-edit.ts'
import type { CommandLine } from '../../_cisco-configuration/commands/command-line.ts'
import type { Step } from '../../_cisco-configuration/commands/step.ts'
import type { Mode, SessionType } from './mode.ts'

/** What one command means, and the mode after it. */
export interface Stepped {
  readonly step: Step
  readonly mode: Mode
}

/** What earlier commands of the run said of one session, where later ones depend on it. */
export interface SessionMemory {
  readonly type?: SessionType | undefined
  readonly headerType?: string | undefined
  /** The collector named so far. */
  readonly collector?: string | undefined
}

/** A command with what its meaning depends on; `scope` is the VDC it is typed in, empty for the default one. */
export interface NxosLine extends CommandLine {
  readonly scope: string
  /** Sessions met in this run and context, by number. */
  readonly sessions: Map<string, SessionMemory>
}

/** What one property of a session turns into. */
export interface Property {
  readonly edits: readonly MirrorEdit[]
  readonly canonical: string
  readonly problem?: string | undefined
}

/** A step that changes one monitor session. */
export function change({ scope }: Pick<NxosLine, 'scope'>, id: string, property: Property): Step {
  const { edits, canonical, problem } = property
  const address = { scope, namespace: 'monitor-session', id }
  return { changes: [{ address, name: id, edits, canonical }], ...(problem === undefined ? {} : { problem }) }
}

/** Remembers something of a session for the commands after this one. */
export function remember({ sessions }: Pick<NxosLine, 'sessions'>, id: string, said: SessionMemory): void {
  sessions.set(id, { ...sessions.get(id), ...said })
}
