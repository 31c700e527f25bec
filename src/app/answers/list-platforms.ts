/** What the installed dialects read: the model behind `tapwarden platforms`. */
import { dialects } from '../plug-ins.ts'

/** One dialect. `{ id: 'cisco-ios', title: 'Cisco IOS and IOS-XE', configuration: true, log: true, … }`. */
export interface PlatformRow {
  readonly id: string
  readonly title: string
  readonly aliases: readonly string[]
  readonly version: number
  /** Whole configurations. */
  readonly configuration: boolean
  /** Lines or blocks of lines of logs or accounting. */
  readonly log: boolean
  /** Objects or rows: audit trails, tickets. */
  readonly audit: boolean
  /** A grammar of typed commands. */
  readonly commands: boolean
  /** Exact commands to end a copy. */
  readonly playbook: boolean
}

/** All dialects by id. */
export function listPlatforms(): readonly PlatformRow[] {
  return dialects.map((dialect) => ({
    id: dialect.id,
    title: dialect.title,
    aliases: dialect.aliases,
    version: dialect.version,
    configuration: dialect.document !== undefined,
    log: dialect.line !== undefined || dialect.block !== undefined,
    audit: dialect.json !== undefined,
    commands: dialect.commands !== undefined,
    playbook: dialect.playbook !== undefined,
  }))
}
