/** Other people's decoders of the very same datagrams: the flows are those that nfdump, pmacct and Wireshark read, and those that were made. */
import { accessSync, constants, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { delimiter, join } from 'node:path'
import type { Proof, ProofResult } from './contract.ts'
import { composeCapture } from './flows-peers/compose-capture.ts'
import { differences, toTable } from './flows-peers/flow-table.ts'
import { ourFlows } from './flows-peers/our-flows.ts'
import { nfdumpFlows, pmacctFlows, tsharkFlows } from './flows-peers/peer-flows.ts'
import { type ExportVersion, recordExport } from './flows-peers/record-export.ts'

const COMMANDS = ['softflowd', 'nfcapd', 'nfdump', 'nfacctd', 'tshark']
const RECORDINGS: readonly (readonly [version: ExportVersion, family: 4 | 6])[] = [
  [5, 4],
  [9, 4],
  [9, 6],
  [10, 4],
  [10, 6],
]
const NAMES: Readonly<Record<ExportVersion, string>> = { 5: 'NetFlow v5', 9: 'NetFlow v9', 10: 'IPFIX' }

export const proof: Proof = {
  title: 'Flows that softflowd makes of captures are read as nfdump, pmacct and tshark read them',

  async run({ slice }) {
    const missing = COMMANDS.filter((command) => !isInstalled(command))
    if (missing.length > 0) return notRun(missing)
    const folder = mkdtempSync(join(tmpdir(), 'tapwarden-peers-'))
    try {
      const chosen = slice ? RECORDINGS.filter(([, family]) => family === 4) : RECORDINGS
      const count = slice ? 60 : 3000
      return toResult(await Promise.all(chosen.map((recording) => compare(recording, { folder, count }))))
    } finally {
      rmSync(folder, { recursive: true })
    }
  },
}

interface Compared {
  readonly name: string
  readonly flows: number
  readonly datagrams: number
  readonly failures: readonly string[]
}

async function compare(
  [version, family]: (typeof RECORDINGS)[number],
  { folder, count }: { readonly folder: string; readonly count: number },
): Promise<Compared> {
  const name = `${NAMES[version]} of IPv${family}`
  const composed = composeCapture(family, count)
  const capture = join(folder, `${version}-${family}.pcap`)
  writeFileSync(capture, composed.bytes)
  const recording = await recordExport(version, capture, join(folder, `${version}-${family}`))
  const ours = toTable(ourFlows(recording.capture))
  const peers = {
    'as made': composed.flows,
    nfdump: await nfdumpFlows(recording),
    pmacct: pmacctFlows(recording),
    tshark: await tsharkFlows(recording, family),
  }
  const failures = Object.entries(peers).flatMap(([peer, flows]) =>
    differences(`${name}, ${peer}`, ours, toTable(flows)),
  )
  return { name, flows: ours.size, datagrams: recording.datagrams, failures }
}

function toResult(compared: readonly Compared[]): ProofResult {
  const failures = compared.flatMap((one) => one.failures)
  const flows = compared.reduce((sum, one) => sum + one.flows, 0)
  return {
    passed: failures.length === 0 && compared.every((one) => one.flows > 0),
    summary: `${flows} flows in ${compared.length} recordings: addresses, protocol, ports, bytes and packets as nfdump, pmacct and tshark read them and as they were made.`,
    figures: Object.fromEntries(compared.map((one) => [one.name, `${one.flows} flows in ${one.datagrams} datagrams`])),
    failures,
  }
}

/** Where the components are required, their absence is a failure. */
function notRun(missing: readonly string[]): ProofResult {
  const isRequired = process.env['TAPWARDEN_REQUIRE_COMPONENTS'] === '1'
  const summary = `Not run: there is no ${missing.join(', no ')} here (Debian: softflowd nfdump pmacct tshark).`
  return { passed: !isRequired, summary, figures: { run: false }, failures: isRequired ? [summary] : [] }
}

function isInstalled(command: string): boolean {
  const folders = [...(process.env['PATH'] ?? '').split(delimiter), '/usr/sbin']
  return folders.some((folder) => {
    try {
      accessSync(join(folder, command), constants.X_OK)
      return true
    } catch {
      return false
    }
  })
}
