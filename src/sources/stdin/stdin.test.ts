import assert from 'node:assert/strict'
import { spawnSync } from 'node:child_process'
import { it } from 'node:test'
import { gzipSync } from 'node:zlib'
import { source } from './index.ts'

it('reads standard input, gzip or not', async () => {
  const script = `
    const { source } = await import(${JSON.stringify(new URL('./index.ts', import.meta.url).href)})
    for await (const input of source.inputs('-', () => {}))
      for await (const chunk of input.open()) process.stdout.write(chunk.slice())`

  for (const sent of [Buffer.from('one\ntwo\n'), gzipSync('one\ntwo\n')]) {
    const { stdout } = spawnSync(process.execPath, ['--input-type=module', '-e', script], { input: sent })
    assert.equal(stdout.toString(), 'one\ntwo\n')
  }
  assert.equal(await source.accepts('-'), true)
  assert.equal(await source.accepts('file'), false)
})
