import assert from 'node:assert/strict'
import { test } from 'node:test'
import { redact } from './redact.ts'

/** `CANARY` marks what must not be left. */
const secrets = [
  'ovs-vsctl set interface gre0 options:psk=CANARY',
  'ovs-vsctl set interface gre0 "options:psk=\\"CANARY with blanks CANARY\\"" type=gre',
  'options             : {psk="CANARY", remote_ip="192.0.2.9"}',
  '… {dst_port="4789", psk=CANARY, remote_ip="192.0.2.9"} …',
  '"options":["map",[["psk","CANARY"],["remote_ip","192.0.2.9"]]]',
  '"other_config":{"ipsec_psk":"CANARY"}',
  'private_key         : "/etc/openvswitch/CANARY.pem"',
  '"SSL":{"1":{"private_key":"/etc/CANARY.pem","ca_cert":"/etc/ca.pem"}}',
  'ovs-vsctl set-ssl /etc/CANARY.pem /etc/sc-cert.pem /etc/ca.pem',
  'ovs-vsctl -p /etc/CANARY.pem -c /etc/sc-cert.pem show',
  'ovs-vsctl --private-key=/etc/CANARY.pem show',
  'ovs-vsctl set-manager ftp://netops-1:CANARY@192.0.2.60/x',
  'external_ids : {password="CANARY"}',
  'ovs-vsctl show password 7 CANARY',
] as const

for (const secret of secrets) {
  test(`hides the secret of: ${secret}`, () => {
    const shown = redact(`_uuid : 1\n${secret}\nname : br0`)

    assert.doesNotMatch(shown, /CANARY/)
    assert.match(shown, /<redacted>/)
    assert.equal(redact(shown), shown)
    assert.equal(shown.split('\n').length, 3)
  })
}

test('a secret ends where its value ends', () => {
  assert.equal(
    redact('options : {psk="CANARY \\" CANARY", remote_ip="192.0.2.9"}'),
    'options : {psk=<redacted>, remote_ip="192.0.2.9"}',
  )
})

for (const harmless of [
  'ovs-vsctl -- --id=@m create mirror name=span0 select_all=true output_port=@p -- set bridge br0 mirrors=@m',
  'options             : {erspan_ver="1", key="7", remote_ip="203.0.113.38"}',
  '"options":["map",[["key","7"],["remote_ip","203.0.113.38"]]]',
]) {
  test(`leaves alone: ${harmless}`, () => assert.equal(redact(harmless), harmless))
}
