/**
 * The package `node-netflowv9`, where it is installed: its licence is GPL-2.0, so it is no dependency. Point
 * TAPWARDEN_BENCH_PEERS at a folder in which `npm install node-netflowv9` was run. It decodes, and matches nothing.
 */
import { createRequire } from 'node:module'
import { resolve } from 'node:path'
import type { Contender } from './contenders.ts'

const NAME = 'node-netflowv9'

/** What is used of the package. */
interface Collector {
  nfPktDecode(datagram: Buffer, from: { address: string; port: number; size: number }): { flows: unknown[] }
  readonly server: { close(): void }
}

/** The contender; says why when the package is not there. */
export function loadNodeNetflow(folder = process.env['TAPWARDEN_BENCH_PEERS'] ?? '.'): Contender {
  const make = requireFrom(folder)
  const missing = make === undefined ? { missing: `not installed in ${folder}` } : {}
  return {
    name: NAME,
    ...missing,
    reads: (kind) => kind === 'netflow-v5' || kind === 'netflow-v9',
    pass({ bytes, ends, exporters, addresses }) {
      const collector = make?.({ cb: () => undefined })
      const all = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
      let records = 0
      ends.forEach((end, n) => {
        const datagram = all.subarray(n === 0 ? 0 : ends[n - 1], end)
        const from = { address: addresses[exporters[n] ?? 0] ?? '', port: 2055, size: datagram.length }
        records += collector?.nfPktDecode(datagram, from).flows.length ?? 0
      })
      collector?.server.close()
      return () => ({ records })
    },
  }
}

function requireFrom(folder: string): ((options: { cb: () => void }) => Collector) | undefined {
  try {
    return createRequire(resolve(folder, 'none.js'))(NAME)
  } catch {
    return undefined
  }
}
