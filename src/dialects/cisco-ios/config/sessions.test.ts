import assert from 'node:assert/strict'
import { test } from 'node:test'
import { readConfigText } from '../../_cisco-configuration/text/config-text.ts'
import { readMirrors } from './sessions.ts'
import { textRules } from './text-rules.ts'

test('the lines of a session keep the blanks before them, by which people see the block', () => {
  const written = ['monitor session 4 type erspan-source', ' destination', '  ip address 198.51.100.9']

  const [found] = readMirrors(readConfigText(written.join('\n'), textRules).commands).sessions

  assert.deepEqual(
    found?.lines.map(({ text }) => text),
    written,
  )
  assert.deepEqual(found?.session.destinations, [{ ip: '198.51.100.9', encapsulation: 'erspan' }])
})
