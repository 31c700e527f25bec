import assert from 'node:assert/strict'
import { test } from 'node:test'
import { applyEdits } from '../../facts/apply-edits.ts'
import type { MirrorSession } from '../../facts/mirror-session.ts'
import { commands } from './commands/interpret.ts'
import { writePlaybook } from './playbook.ts'

const local: MirrorSession = {
  name: 'br0/span0',
  kind: 'local',
  sources: [
    { interface: 'tap1', direction: 'both' },
    { interface: 'tap3', direction: 'tx' },
  ],
  destinations: [{ interface: 'tap2' }],
  enabled: true,
  filter: 'vlan 10,20-21',
  details: { truncateBytes: 128 },
}
const address = (id: string) => ({ scope: '', namespace: 'mirror', id })
const stop = 'ovs-vsctl -- --id=@m get mirror span0 -- remove bridge br0 mirrors @m'

test('a mirror is saved, taken off its bridge, and flows that run are looked at again', () => {
  const { preserve, contain, verify, rollback } = writePlaybook({ address: address('br0/span0'), session: local })

  assert.ok(preserve.includes('ovsdb-client backup > ovs-before.db'))
  assert.deepEqual(contain, [stop, 'ovs-appctl revalidator/purge'])
  assert.deepEqual(verify, ['ovs-vsctl list Mirror', 'ovs-vsctl get interface tap2 statistics'])
  assert.deepEqual(rollback, [
    'ovs-vsctl -- --id=@p0 get port tap1 -- --id=@p1 get port tap3 -- --id=@out get port tap2 -- --id=@m create mirror ' +
      'name=span0 select_src_port=@p0 select_dst_port=@p0,@p1 select_vlan=10,20,21 output_port=@out snaplen=128 ' +
      '-- add bridge br0 mirrors @m',
    'ovs-appctl revalidator/purge',
  ])
})

test('what is rolled back reads as what was found', () => {
  const { rollback } = writePlaybook({ address: address('br0/span0'), session: local })

  const { changes } = commands.interpret(rollback.map((text, index) => ({ factId: String(index), text })))

  const edits = changes.flatMap((change) => change.edits)
  assert.deepEqual(JSON.parse(JSON.stringify(applyEdits(undefined, edits, 'x')?.session)), local)
})

test('a copy into a tunnel names the port by its far end', () => {
  const session: MirrorSession = {
    ...local,
    kind: 'encapsulated',
    sources: [{ interface: '*', direction: 'both' }],
    destinations: [{ ip: '203.0.113.66', encapsulation: 'erspan' }],
  }

  const { rollback, verify } = writePlaybook({ address: address('br0/span0'), session })

  assert.match(
    rollback[0] ?? '',
    /get port "\$\(ovs-vsctl --bare --columns=name find interface 'options:remote_ip="203\.0\.113\.66"'\)" -- /,
  )
  assert.match(rollback[0] ?? '', /create mirror name=span0 select_all=true /)
  assert.ok(verify.includes('tcpdump -c 5 -ni any host 203.0.113.66'))
})

test('of a mirror that exceeds what is allowed the allowed part is put back', () => {
  const allowed: MirrorSession = { ...local, sources: [{ interface: 'tap1', direction: 'rx' }] }

  const { contain, rollback } = writePlaybook({ address: address('br0/span0'), session: local, allowed })

  assert.equal(contain[0], stop)
  assert.match(contain[1] ?? '', /--id=@m create mirror name=span0 select_src_port=@p0 select_vlan/)
  assert.equal(rollback[0], stop)
})

test('names of the evidence cannot start another command', () => {
  const { contain } = writePlaybook({ address: address('br0;reboot/a b'), session: local })

  assert.equal(contain[0], "ovs-vsctl -- --id=@m get mirror 'a b' -- remove bridge 'br0;reboot' mirrors @m")
})

test('a mirror that no bridge holds needs nothing to come back', () => {
  const session: MirrorSession = { ...local, enabled: false, enabledReason: 'unbound' }

  assert.deepEqual(writePlaybook({ address: address('span0'), session }).rollback, [])
})
