import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { canonicalInterfaceName, expandInterfaceList, interfaceKey } from './interface-name.ts'

for (const [typed, display] of [
  ['g1/0/1', 'GigabitEthernet1/0/1'],
  ['Gi 1/0/1', 'GigabitEthernet1/0/1'],
  ['GIGABITETHERNET1/0/1', 'GigabitEthernet1/0/1'],
  ['gigabite1/0/1', 'GigabitEthernet1/0/1'],
  ['T1/1/1', 'TenGigabitEthernet1/1/1'],
  ['Te1/1/1', 'TenGigabitEthernet1/1/1'],
  ['Ten1/1/1', 'TenGigabitEthernet1/1/1'],
  ['TenGigE0/0/0/1', 'TenGigabitEthernet0/0/0/1'],
  ['Tw1/0/1', 'TwoGigabitEthernet1/0/1'],
  ['Twe1/0/1', 'TwentyFiveGigE1/0/1'],
  ['Fa0/1', 'FastEthernet0/1'],
  ['Fi1/0/1', 'FiftyGigabitEthernet1/0/1'],
  ['Fif1/0/7', 'FiftyGigabitEthernet1/0/7'],
  ['Fo1/1/1', 'FortyGigabitEthernet1/1/1'],
  ['Hu1/0/1', 'HundredGigE1/0/1'],
  ['Ap1/0/1', 'AppGigabitEthernet1/0/1'],
  ['Po12', 'Port-channel12'],
  ['port-channel 12', 'Port-channel12'],
  ['vl10', 'Vlan10'],
  ['Gi0/0/1.100', 'GigabitEthernet0/0/1.100'],
  ['Hu1/0/1:2', 'HundredGigE1/0/1:2'],
  ['Dot11Radio0', 'Dot11Radio0'],
  ['cpu', undefined],
  ['zz1/0', undefined],
  ['', undefined],
] as const) {
  test(`${typed || 'nothing'} is ${display}`, () => assert.equal(canonicalInterfaceName(typed), display))
}

test('the key keeps what tells ports apart and nothing else', () => {
  assert.equal(interfaceKey('TenGigE 0/0/0/1'), interfaceKey('te0/0/0/1'))
  assert.notEqual(interfaceKey('Gi1/0/1'), interfaceKey('Gi1/0/1.100'))
  assert.equal(interfaceKey('swp1 s0'), 'swp1s0')
})

for (const [text, names] of [
  ['Gi1/0/1 - 3 , Gi1/0/9', ['Gi1/0/1', 'Gi1/0/2', 'Gi1/0/3', 'Gi1/0/9']],
  ['Gi1/0/1-3,Gi1/0/9', ['Gi1/0/1', 'Gi1/0/2', 'Gi1/0/3', 'Gi1/0/9']],
  ['Fa1/2 , 2/3', ['Fa1/2', 'Fa2/3']],
  ['Gi1/0/1 , 3', ['Gi1/0/1', 'Gi1/0/3']],
  ['Po1 , 2', ['Po1', 'Po2']],
  ['Port-channel 1 - 2', ['Po1', 'Po2']],
  ['Gi1/0/1 - Gi1/0/2', ['Gi1/0/1', 'Gi1/0/2']],
  ['Gi1/0/1 - 1/0/2', ['Gi1/0/1', 'Gi1/0/2']],
] as const) {
  test(`expands ${text}`, () =>
    assert.deepEqual(expandInterfaceList(text), { names: names.map((name) => canonicalInterfaceName(name)) }))
}

for (const text of ['', 'Gi1/0/1 - 2/0/4', 'Gi1/0/4 - 1', 'Gi1/0/1 - 99999999', 'Gi1/0/1 -', 'cpu', '1/2', 'zz1']) {
  test(`refuses ${JSON.stringify(text)}`, () => assert.notEqual(expandInterfaceList(text).problem, undefined))
}

test('any text ends in names or a problem', () => {
  fc.assert(fc.property(fc.string(), (text) => expandInterfaceList(text).names.length <= 4096))
})
