/** Flow evidence as people hand it in: captures, packed captures, files of flow tools; what is said of it and of one line. */
import assert from 'node:assert/strict'
import { mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, describe, it } from 'node:test'
import { gzipSync } from 'node:zlib'
import { zipSync } from 'fflate'
import { gatherEvidence } from '../../src/app/evidence/gather-evidence.ts'
import { flowFormats } from '../../src/app/plug-ins.ts'
import { pcapngOf, pcapOf } from '../../src/flows/_testing/captures.ts'
import { erspanFrame } from '../../src/flows/_testing/carriers.ts'
import { flowSetsV9, netflowV9 } from '../../src/flows/_testing/datagrams.ts'
import { datagramFrame } from '../../src/flows/_testing/packets.ts'
import { project, tapwarden, tapwardenJson } from './_testing/tapwarden.ts'

const folder = mkdtempSync(join(tmpdir(), 'tapwarden-flows-'))
after(() => rmSync(folder, { recursive: true }))

function put(name: string, content: string | Uint8Array): string {
  const path = join(folder, name)
  mkdirSync(join(path, '..'), { recursive: true })
  writeFileSync(path, content)
  return path
}

const AT_MS = Date.parse('2026-11-14T03:12:00Z')
const router = '192.0.2.7'
const copy = { source: router, destination: '203.0.113.66' }
const flow = { ...copy, protocol: 47, bytes: 1000, packets: 10, startMs: AT_MS, endMs: AT_MS + 9000 }
const web = { ...flow, source: '192.0.2.101', destination: '192.0.2.102', protocol: 6, destinationPort: 443 }
const [template, data] = flowSetsV9([flow, web], AT_MS)
const collector = { source: router, destination: '198.51.100.20', destinationPort: 2055 }
const frames = [
  erspanFrame(2, { ...copy, session: 104 }),
  datagramFrame(netflowV9([template, data], { exportedMs: AT_MS }), collector),
  datagramFrame(netflowV9([data, data], { exportedMs: AT_MS, domain: 7 }), collector),
].map((bytes, at) => ({ bytes, atMs: AT_MS + at }))

describe('a capture', () => {
  it('is told in one line: records, exporters, what was kept and what was missing', () => {
    const { stderr, status } = tapwarden(['scan', put('edge.pcap', pcapOf(frames)), '--at', '2026-11-14T12:00:00Z'])

    assert.equal(status, 0)
    assert.match(
      stderr,
      /edge\.pcap: 2 flow records of 1 exporter, 1 captured packet, 2 kept; 2 sets without a template$/m,
    )
  })

  it('says the same packed, compressed and in the other format', async () => {
    const paths = [
      put('same/edge.pcapng', pcapngOf(frames, { littleEndian: false })),
      put('same/edge.pcap.gz', gzipSync(pcapOf(frames, { magic: 'nanoseconds' }))),
      put('same/edge.zip', zipSync({ 'in/edge.pcap': pcapOf(frames, { littleEndian: false }) })),
    ]
    const read = async (path: string): Promise<unknown> => {
      const { facts, reading } = await gatherEvidence({ paths: [path], at: '2026-11-14T12:00:00Z' })
      return { facts: facts.map((fact) => ({ ...fact, places: [] })), flows: { ...reading.inputs[0]?.flows, kind: '' } }
    }

    const plain = await read(put('same/edge.pcap', pcapOf(frames)))

    assert.match(JSON.stringify(plain), /"sessionId":104/)
    for (const path of paths) assert.deepEqual(await read(path), plain)
  })

  it('adds up: every record of an input has one outcome, and sessions --json shows them', () => {
    const path = put('sum.pcap', pcapOf(frames))

    const { counts } = tapwardenJson<{ counts: { byInput: readonly InputCounts[] } }>('sessions', path)

    const [input] = counts.byInput
    assert.deepEqual(input?.counts, { modelled: 2, irrelevant: 1, unsupported: 2, unrecognised: 0, 'not-selected': 1 })
    assert.equal(input?.units, 6)
    assert.deepEqual([input?.flows.kind, input?.flows.decoded.record], ['pcap', 2])
  })

  it('that is damaged is read up to there, and ends with 2', () => {
    const damaged = Buffer.concat([pcapOf(frames), Buffer.alloc(16, 0xff), Buffer.alloc(5000)])

    const { status, stderr } = tapwarden(['scan', put('damaged.pcap', damaged), '--at', '2026-11-14T12:00:00Z'])

    assert.equal(status, 2)
    assert.match(
      stderr,
      /TW_INPUT_INCOMPLETE: \S+damaged\.pcap: .*what follows it was not read \[flows\/capture-damaged\]/,
    )
  })
})

interface InputCounts {
  readonly units: number
  readonly counts: Readonly<Record<string, number>>
  readonly flows: { readonly kind: string; readonly decoded: Readonly<Record<string, number>> }
}

describe('the inventory', () => {
  const inventory = `devices:\n  - { name: core-rtr-1, addresses: [192.0.2.101] }\n`

  it('decides what is kept beside carriers: what its devices send', () => {
    const path = put('kept.pcap', pcapOf(frames))

    const { stderr } = tapwarden(['scan', path, '-i', put('inventory/devices.yaml', inventory)])

    assert.match(stderr, /kept\.pcap: 2 flow records of 1 exporter, 1 captured packet, 3 kept/)
  })
})

describe('a file of a flow tool', () => {
  const formats = flowFormats.map(({ id }) => id)
  const cases = formats.flatMap((format) =>
    readdirSync(join(project, 'src', 'flows', format), { recursive: true, withFileTypes: true })
      .filter((entry) => /^input\.(?:log|csv|json|jsonl)$/.test(entry.name))
      .map((entry) => ({ format, path: join(entry.parentPath, entry.name) })),
  )

  it('of every format is read as that format, and by nobody else', async () => {
    assert.ok(cases.length >= 20)
    for (const { format, path } of cases) {
      const { inputs } = (await gatherEvidence({ paths: [path] })).reading

      assert.deepEqual(
        inputs.map(({ framing, flows }) => [framing, flows?.kind]),
        [['flows', format]],
        path,
      )
    }
  })

  it('with records of another kind between its own loses none of them', async () => {
    const path = join(project, 'src/flows/gcp-flow-logs/cases/other-entries-beside/input.jsonl')

    const { reading } = await gatherEvidence({ paths: [path] })

    assert.match(JSON.stringify(reading.inputs[0]?.dialects), /gcp-audit/)
  })

  it('is followed line by line', () => {
    const path = join(project, 'src/flows/zeek/cases/conn-table/input.log')

    const outcomes = [1, 10].map((line) => {
      const { stdout } = tapwarden(['trace', `${path}:${line}`])
      return stdout.split('\n').filter((stage) => /^(?:dialect|outcome)/.test(stage))
    })

    assert.match(outcomes[0]?.join() ?? '', /zeek recognises it as flows: .*irrelevant: of the format, and no flow/)
    assert.match(outcomes[1]?.join() ?? '', /outcome +(?:modelled: its flow is part of a traffic fact|not-selected: )/)
  })
})

describe('tapwarden platforms', () => {
  it('lists the ways of writing flows, each with what it can never show', () => {
    const { flowFormats: listed } = tapwardenJson<{
      flowFormats: readonly { id: string; arrives: readonly string[]; limits: readonly string[] }[]
    }>('platforms')

    assert.deepEqual(listed.find(({ id }) => id === 'netflow-v9')?.arrives, ['datagrams'])
    assert.ok(listed.some(({ id }) => id === 'packets'))
    for (const { id, limits } of listed) assert.ok(limits.length > 0, id)
    assert.match(tapwarden(['platforms']).stdout, /VPC flow logs leave out mirrored traffic/)
  })
})
