import assert from 'node:assert/strict'
import { it } from 'node:test'
import { pcapOf } from '../_testing/captures.ts'
import { netflowV9, set } from '../_testing/datagrams.ts'
import { datagramFrame } from '../_testing/packets.ts'
import { readFlows } from '../_testing/read-flows.ts'

const AT_MS = Date.parse('2026-11-14T03:12:00Z')

it('many exporters whose templates never come hold no more than the run may, and all their data is counted', () => {
  const data = netflowV9([set(300, new Uint8Array(1400))], { exportedMs: AT_MS })
  const senders = Array.from({ length: 200 }, (_, at) => `10.0.${at}.1`)
  const rounds = 300
  const files = Array.from({ length: rounds / 10 }, (_, file) => {
    const frames = senders.flatMap((source) =>
      Array.from({ length: 10 }, () => datagramFrame(data, { source, destination: '10.9.9.9', destinationPort: 2055 })),
    )
    return [`${file}.pcap`, pcapOf(frames.map((bytes) => ({ bytes, atMs: AT_MS })))] as const
  })

  const before = process.memoryUsage().arrayBuffers
  const { outcomes, last } = readFlows(files)
  const held = process.memoryUsage().arrayBuffers - before

  const counted = [...outcomes, last].map(({ decoded }) => decoded['set-without-template'])
  assert.equal(
    counted.reduce((sum, count) => sum + count, 0),
    senders.length * rounds,
  )
  assert.ok(last.decoded['set-without-template'] * 1400 <= 64 * 1024 * 1024)
  assert.ok(held < 256 * 1024 * 1024, `${held} bytes of buffers`)
})
