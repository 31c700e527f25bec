import assert from 'node:assert/strict'
import { test } from 'node:test'
import { createColors } from 'picocolors'
import { main } from '../main.ts'

async function run(...parameters: readonly string[]): Promise<{ readonly status: number; readonly text: string }> {
  const said: string[] = []
  const keep = (text: string) => void said.push(text)
  const status = await main(parameters, {
    out: keep,
    say: keep,
    watched: false,
    widthColumns: 80,
    colors: createColors(false),
  })
  return { status, text: said.join('\n') }
}

test('attack coverage shows each object with its state, and what asks and feeds it, within the terminal', async () => {
  const { status, text } = await run('attack', 'coverage')

  assert.equal(status, 0)
  assert.match(text, /^AN1132 {2}implemented\n {2}Is {12}analytic, Network Devices: /m)
  assert.match(text, /^AN1131 {2}implemented\n {2}Is {12}analytic, IaaS: /m)
  assert.match(text, /^ {2}Asked by {6}\d+ detections: /m)
  assert.match(text.replaceAll(/\s+/g, ' '), /Log source networkdevice:Flow: [^;]+; read by goflow2, ipfix, netflow-v5/)
  assert.ok(text.split('\n').every((line) => line.length <= 80))
})

test('attack alone is its coverage, and --json is the same as a machine reads it', async () => {
  assert.equal((await run('attack')).text, (await run('attack', 'coverage')).text)
  const { attack } = JSON.parse((await run('attack', 'coverage', '--json')).text)
  assert.deepEqual(
    attack.map(({ id }: { readonly id: string }) => id),
    [
      'T1020.001',
      'DET0403',
      'AN1132',
      'AN1131',
      'AN0879',
      'AN0878',
      'T1040',
      'DET0314',
      'T1562',
      'DET0317',
      'AN0893',
      'AN0891',
    ],
  )
})
