/** What the installed dialects and flow formats read: the model behind `tapwarden platforms`. */
import { capturedPackets } from '../../flows/_run/captured-packets.ts'
import { dialects, flowFormats } from '../plug-ins.ts'

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

/** One way of writing flows. `{ id: 'netflow-v9', title: 'NetFlow v9', arrives: ['datagrams'], limits: [ … ] }` */
export interface FlowFormatRow {
  readonly id: string
  readonly title: string
  readonly version: number
  /** Whose word it is. */
  readonly observer: 'exporter' | 'sensor' | 'cloud'
  /** `captures`: pcap and pcapng; `datagrams`: in captures and files of bare datagrams; `lines`, `json`: files. */
  readonly arrives: readonly ('captures' | 'datagrams' | 'lines' | 'json')[]
  /** What records of this kind can never show, each one sentence. */
  readonly limits: readonly string[]
}

/** All flow formats by id, and the packets of captures last. */
export function listFlowFormats(): readonly FlowFormatRow[] {
  const formats = flowFormats.map(({ id, title, version, observer, datagrams, file, limits }): FlowFormatRow => {
    const arrives = [...(datagrams === undefined ? [] : (['datagrams'] as const)), ...framingsOf(file?.framing)]
    return { id, title, version, observer, arrives, limits }
  })
  return [...formats, { ...capturedPackets, arrives: ['captures'] }]
}

function framingsOf(framing: 'lines' | 'json' | 'either' | undefined): readonly ('lines' | 'json')[] {
  if (framing === 'either') return ['lines', 'json']
  return framing === undefined ? [] : [framing]
}
