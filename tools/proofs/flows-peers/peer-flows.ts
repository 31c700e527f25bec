/** What nfdump, pmacct and tshark say of a recording. */
import { execFile } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { promisify } from 'node:util'
import { canonicalAddress } from '../../../src/kit/ip-network.ts'
import type { TableFlow } from './flow-table.ts'
import type { Recording } from './record-export.ts'

const run = promisify(execFile)
const MAX_OUTPUT_BYTES = 256 * 1024 * 1024

type Row = Readonly<Record<string, unknown>>

/** nfcapd wrote it, nfdump prints it. */
export async function nfdumpFlows({ nfcapdFolder }: Recording): Promise<readonly TableFlow[]> {
  const { stdout } = await run('nfdump', ['-R', nfcapdFolder, '-q', '-o', 'json'], { maxBuffer: MAX_OUTPUT_BYTES })
  // Quiet, version 1.7.1 prints objects with commas between them and no list around them.
  const rows: readonly Row[] = JSON.parse(`[${stdout.trim().replace(/,$/, '')}]`)
  return rows.map((row) => ({
    source: address(row['src4_addr'] ?? row['src6_addr']),
    destination: address(row['dst4_addr'] ?? row['dst6_addr']),
    protocol: Number(row['proto']),
    sourcePort: Number(row['src_port'] ?? 0),
    destinationPort: Number(row['dst_port'] ?? 0),
    bytes: Number(row['in_bytes']),
    packets: Number(row['in_packets']),
  }))
}

/** The print plugin of nfacctd. */
export function pmacctFlows({ pmacctFile }: Recording): readonly TableFlow[] {
  const lines = readFileSync(pmacctFile, 'utf8').split('\n')
  return lines
    .filter((line) => line.startsWith('{'))
    .map((line): Row => JSON.parse(line))
    .filter((row) => row['event_type'] === 'purge')
    .map((row) => ({
      source: address(row['ip_src']),
      destination: address(row['ip_dst']),
      protocol: PROTOCOLS[String(row['ip_proto'])] ?? Number(row['ip_proto']),
      sourcePort: Number(row['port_src']),
      destinationPort: Number(row['port_dst']),
      bytes: Number(row['bytes']),
      packets: Number(row['packets']),
    }))
}

const PROTOCOLS: Readonly<Record<string, number>> = { tcp: 6, udp: 17, gre: 47 }

/** Wireshark's dissector; every field of a packet is a list with one value for each of its flows. */
export async function tsharkFlows({ capture }: Recording, family: 4 | 6): Promise<readonly TableFlow[]> {
  const version = family === 6 ? 'v6' : ''
  const names = [`srcaddr${version}`, `dstaddr${version}`, 'protocol', 'srcport', 'dstport', 'octets', 'packets']
  const fields = names.flatMap((name) => ['-e', `cflow.${name}`])
  const reading = ['-r', capture, '-d', 'udp.port==2055,cflow', '-T', 'fields', ...fields]
  const { stdout } = await run('tshark', [...reading, '-E', 'aggregator=,'], { maxBuffer: MAX_OUTPUT_BYTES })
  return stdout.split('\n').flatMap((packet) => {
    const [sources = [], ...others] = packet.split('\t').map((list) => list.split(','))
    return sources.flatMap((source, at) =>
      source === ''
        ? []
        : [
            toFlow(
              source,
              others.map((list) => list[at] ?? ''),
            ),
          ],
    )
  })
}

function toFlow(source: string, values: readonly string[]): TableFlow {
  const [destination = '', ...counts] = values
  const [protocol = 0, sourcePort = 0, destinationPort = 0, bytes = 0, packets = 0] = counts.map(Number)
  return {
    source: address(source),
    destination: address(destination),
    protocol,
    sourcePort,
    destinationPort,
    bytes,
    packets,
  }
}

function address(value: unknown): string {
  return canonicalAddress(String(value)) ?? String(value)
}
