/** What stands beside mirrors and decides what streams mean: tunnels of ordinary forwarding, and where flow records go. */
import type { ObservedFeature } from '../../../facts/fact.ts'
import { canonicalAddress } from '../../../kit/ip-network.ts'
import { rowsOf, wordOf, wordsOf } from '../database/cells.ts'
import type { Database, Row, SaidLine, Table } from '../database/tables.ts'
import { tunnelOf } from '../mirrors/tunnels.ts'
import { redact } from '../redact.ts'

/** More than a large switch has; bounds what a hostile file can make us say. */
const MAX_FEATURES = 4096
const MAX_TEXT_LENGTH = 400

/** Reads the features, at most 4096. `outputs`: ports that mirrors are sent to, which are no forwarding. */
export function readFeatures(database: Database, outputs: ReadonlySet<string>): readonly ObservedFeature[] {
  return [...readTunnels(database, outputs), ...readExporters(database)].slice(0, MAX_FEATURES)
}

function readTunnels(database: Database, outputs: ReadonlySet<string>): readonly ObservedFeature[] {
  return rowsOf(database, 'Interface').flatMap((row) => {
    const tunnel = tunnelOf(row)
    if (tunnel === undefined || outputs.has(tunnel.name)) return []
    const { name, type, remote, local, isOverlay } = tunnel
    if (isOverlay)
      return toFeature(row, { feature: 'overlay', name, values: { source: local, encapsulation: type, peer: remote } })
    // Without a far end flows choose one, as a multipoint tunnel learns it.
    const mode = remote === undefined ? `${type} multipoint` : type
    return toFeature(row, { feature: 'tunnel', name, values: { source: local, destination: remote, mode } })
  })
}

interface Found {
  readonly feature: ObservedFeature['feature']
  readonly name: string
  readonly values: Readonly<Record<string, string | undefined>>
}

/** The first line of a row is its id: the one that says most of it is shown. */
function toFeature(row: Row, { feature, name, values }: Found): readonly ObservedFeature[] {
  const proof = proofOf(row)
  if (proof === undefined) return []
  const known = Object.entries(values).flatMap(([key, value]) => (value === undefined ? [] : [[key, value] as const]))
  const text = redact(proof.text).trim().slice(0, MAX_TEXT_LENGTH)
  return [{ feature, name, values: Object.fromEntries(known), line: proof.line, text }]
}

function proofOf({ said }: Row): SaidLine | undefined {
  return said.find(({ text }) => /^(?:options|targets)\b/.test(text)) ?? said[0]
}

/** @source ovs-vswitchd.conf.db(5): `targets` of NetFlow, sFlow (port 6343 unless given) and IPFIX */
const EXPORTERS: readonly (readonly [table: Table, column: string, port: string])[] = [
  ['NetFlow', 'netflow', '2055'],
  ['sFlow', 'sflow', '6343'],
  ['IPFIX', 'ipfix', '4739'],
]

function readExporters(database: Database): readonly ObservedFeature[] {
  return EXPORTERS.flatMap(([table, column, usual]) =>
    rowsOf(database, table).flatMap((row) => {
      const bridge = rowsOf(database, 'Bridge').find((one) => wordsOf(one, column).includes(row.id))
      const name = (bridge === undefined ? undefined : wordOf(bridge, 'name')) ?? table
      return wordsOf(row, 'targets').flatMap((target) => {
        const end = readTarget(target)
        if (end === undefined) return []
        const values = { destination: end.address, port: end.port ?? usual }
        return toFeature(row, { feature: 'flow-exporter', name, values })
      })
    }),
  )
}

/** `192.0.2.9:2055`, `[2001:db8::9]:2055`, `192.0.2.9`. */
function readTarget(target: string): { readonly address: string; readonly port: string | undefined } | undefined {
  const [, bracketed, plain, port] = /^(?:\[([\da-f:.]{2,45})\]|([\d.]{7,15}))(?::(\d{1,5}))?$/i.exec(target) ?? []
  const address = canonicalAddress(bracketed ?? plain ?? '')
  return address === undefined ? undefined : { address, port }
}
