import assert from 'node:assert/strict'
import { test } from 'node:test'
import { commandPattern } from './command-pattern.ts'

function matches(pattern: string, text: string): boolean {
  return new RegExp(`^${pattern}`, 'i').test(text)
}

test('keywords are taken in full and cut, and nothing that only begins alike', () => {
  const pattern = commandPattern('mon_itor s_ession <number> so_urce|d_estination')
  for (const typed of ['monitor session 1 source interface Gi1/0/1', 'MON SESS 66 d re v 901', 'mon s 1 so'])
    assert.ok(matches(pattern, typed), typed)
  for (const typed of [
    'mo s 1 so',
    'monitor sessions 1 source',
    'monitor session TAP source',
    'monitor session 1 s',
    'mon s 1 sources',
  ])
    assert.ok(!matches(pattern, typed), typed)
})

test('words that accounting servers write one by one are the same command', () => {
  const pattern = commandPattern('mon_itor s_ession <number> so_urce')
  for (const typed of [
    'monitor\tcmd-arg=session\tcmd-arg=1\tcmd-arg=source\tcmd-arg=<cr>',
    'monitor CmdArgAV=session CmdArgAV=1 CmdArgAV=source',
    'monitor,TACACS.Cmd-Args=session 1 source vlan 10',
    'monitor\tcmd-arg*session\tcmd-arg*1\tcmd-arg*source',
  ])
    assert.ok(matches(pattern, typed), typed)
})

test('the end of a command is what follows it in any record, and not another word or command', () => {
  const pattern = commandPattern('no mon_itor s_ession <list> <end>')
  for (const typed of [
    'no monitor session 1',
    'no monitor session 1 <cr>',
    'default monitor session 1-3 (SUCCESS)',
    'no monitor session 1 ], RequestLatency=1',
    'no monitor session 1\tresult=failure',
    'no monitor session 1,TACACS.Privilege.Level=15',
    "no monitor session 1 '",
  ])
    assert.ok(matches(pattern, typed), typed)
  for (const typed of ['monitor session 1', 'no monitor session 1 source', 'no monitor session 1 ; shut'])
    assert.ok(!matches(pattern, typed), typed)
})

test('a negation may be left open, and several phrases are one expression', () => {
  const pattern = commandPattern('[no] ip route', 'set {next-\\S{1,9}}')
  for (const typed of ['ip route 0.0.0.0', 'no ip route 0.0.0.0', 'def ip route', 'set next-hop'])
    assert.ok(matches(pattern, typed), typed)
  for (const typed of ['no set next-hop', 'ip router', 'de ip route']) assert.ok(!matches(pattern, typed), typed)
})
