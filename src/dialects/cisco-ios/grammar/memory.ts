/** What a run of commands has said so far that later commands of the run depend on. */
import type { MirrorSource } from '../../../facts/mirror-session.ts'
import type { CommandLine } from '../../_cisco-configuration/commands/command-line.ts'
import type { Step } from '../../_cisco-configuration/commands/step.ts'
import type { Script } from './mode.ts'

/** A profile of IP traffic export: a port it is applied to later takes the direction said before. */
export interface ExportProfile {
  bidirectional: boolean
  readonly filters: Map<string, string>
}

/** One entry of a VLAN access map: what it matches, everything where nothing is said, and whether it copies that. */
export interface MapEntry {
  readonly matches: string[]
  captures: boolean
}

/** A VLAN access map: what it is applied to, and its entries by number. */
export interface AccessMap {
  /** By VLAN or port. */
  readonly sources: Map<string, MirrorSource>
  readonly entries: Map<string, MapEntry>
}

/** The packet trace of the platform: its conditions count once it copies packets. */
export interface PacketTrace {
  copies: boolean
  readonly sources: MirrorSource[]
}

/** Memory of one run. Lives as long as its reader; grows with the run alone. */
export interface RunMemory {
  readonly profiles: Map<string, ExportProfile>
  /** Port → profile applied to it. */
  readonly exportPorts: Map<string, string>
  readonly accessMaps: Map<string, AccessMap>
  readonly capturePorts: Set<string>
  /** Capture buffer → points associated with it. */
  readonly captureBuffers: Map<string, Set<string>>
  readonly packetTrace: PacketTrace
  /** Variables that scripts use. `$_collector` → `203.0.113.66` */
  readonly variables: Map<string, string>
  /** Scripts that would make a mirror, by title. */
  readonly mirroringScripts: Set<string>
  /** Access lists whose change was told. */
  readonly changedFilters: Set<string>
}

/** Reads the commands of one script, keeping the block they are in, apart from those that were typed. */
export type ReadScripted = (script: Script, command: string) => Step

/** One command with the memory of its run. */
export interface RunLine extends CommandLine {
  readonly run: RunMemory
  readonly readScripted: ReadScripted
}

/** A run that has said nothing yet. */
export function emptyMemory(): RunMemory {
  return {
    profiles: new Map(),
    exportPorts: new Map(),
    accessMaps: new Map(),
    capturePorts: new Set(),
    captureBuffers: new Map(),
    packetTrace: { copies: false, sources: [] },
    variables: new Map(),
    mirroringScripts: new Set(),
    changedFilters: new Set(),
  }
}
