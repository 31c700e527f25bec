/** Captures of the example estate, cut into other files, in another order and format: the answer stays the same. */
import assert from 'node:assert/strict'
import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, test } from 'node:test'
import { gzipSync } from 'node:zlib'
import { CaptureReader } from '../../src/flows/_captures/capture-reader.ts'
import { type CapturedFrame, pcapngOf, pcapOf } from '../../src/flows/_testing/captures.ts'
import { project, tapwarden } from './_testing/tapwarden.ts'

const estate = 'examples/estate'
const folder = mkdtempSync(join(tmpdir(), 'tapwarden-same-flows-'))
after(() => rmSync(folder, { recursive: true }))

const parts = readdirSync(join(project, estate)).filter(
  (part) => !['flows', 'inventory', 'manifest.yaml'].includes(part),
)
const asked = ['--inventory', `${estate}/inventory`, '--at', '2026-11-16T09:00:00Z', '--json']

function answerWith(flows: string): string {
  const { stdout, stderr } = tapwarden(['scan', ...parts.map((part) => `${estate}/${part}`), flows, ...asked])
  assert.ok(stdout.length > 1000, stderr)
  return stdout
}

const captures = readdirSync(join(project, estate, 'flows')).filter((file) => file.endsWith('.pcap'))
const answer = answerWith(`${estate}/flows`)

/** A folder with the estate's flows, each capture made anew. */
function refiled(
  name: string,
  remake: (frames: readonly CapturedFrame[]) => Readonly<Record<string, Uint8Array>>,
): string {
  const into = join(folder, name)
  cpSync(join(project, estate, 'flows'), into, { recursive: true })
  for (const file of captures) {
    rmSync(join(into, file))
    for (const [part, bytes] of Object.entries(remake(framesOf(file))))
      writeFileSync(join(into, `${part}-${file}`), bytes)
  }
  return into
}

function framesOf(file: string): readonly CapturedFrame[] {
  const frames: CapturedFrame[] = []
  const reader = new CaptureReader('pcap', {
    packet: ({ bytes, from, to, atMs, originalLength }) => {
      frames.push({ bytes: bytes.slice(from, to), atMs, originalLength })
    },
    damaged: ({ message }) => assert.fail(message),
  })
  reader.push(readFileSync(join(project, estate, 'flows', file)))
  reader.end()
  return frames
}

test('the estate has captures', () => assert.ok(captures.length >= 4))

test('the answer is the same when captures begin with their last packet', () => {
  const flows = refiled('reversed', (frames) => ({ all: pcapOf(frames.toReversed(), { magic: 'nanoseconds' }) }))

  assert.equal(answerWith(flows), answer)
})

test('the answer is the same when captures are cut into files, overlapping and compressed', () => {
  const flows = refiled('cut', (frames) => {
    const [early, late] = [Math.floor(frames.length / 3), Math.floor(frames.length / 2)]
    return { b: pcapngOf(frames.slice(0, late), { littleEndian: false }), a: gzipSync(pcapOf(frames.slice(early))) }
  })

  assert.equal(answerWith(flows), answer)
})
