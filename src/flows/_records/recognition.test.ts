/** No flow format takes what belongs to another one, to a dialect, or to the operator. */
import assert from 'node:assert/strict'
import { readdirSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { test } from 'node:test'
import { flowFormat as aws } from '../aws-flow-logs/index.ts'
import { flowFormat as azure } from '../azure-flow-logs/index.ts'
import { flowFormat as gcp } from '../gcp-flow-logs/index.ts'
import { flowFormat as goflow2 } from '../goflow2/index.ts'
import { flowFormat as nfdump } from '../nfdump/index.ts'
import { flowFormat as suricata } from '../suricata/index.ts'
import { flowFormat as zeek } from '../zeek/index.ts'

const formats = [aws, azure, gcp, goflow2, nfdump, suricata, zeek]
const root = join(import.meta.dirname, '../../..')

/** How much of a file decides what it is. */
const HEAD_BYTES = 64 * 1024

function filesBelow(folder: string): readonly string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .map((name) => join(folder, name))
    .filter((path) => statSync(path).isFile())
    .sort()
}

function headOf(path: string): string {
  return readFileSync(path).subarray(0, HEAD_BYTES).toString('utf8')
}

function takers(head: string): readonly string[] {
  return formats.filter(({ file }) => (file?.recognise(head) ?? 0) > 0).map(({ id }) => id)
}

test('each case is recognised by its own format alone', () => {
  for (const { id } of formats)
    for (const path of filesBelow(join(root, 'src/flows', id, 'cases')).filter((name) => /\/input\./.test(name)))
      assert.deepEqual(takers(headOf(path)), [id], path)
})

test('cases of dialects and sources stay theirs', () => {
  const inputs = ['src/dialects', 'src/sources']
    .flatMap((room) => filesBelow(join(root, room)))
    .filter((path) => path.includes('/cases/'))

  assert.ok(inputs.length > 500, String(inputs.length))
  for (const path of inputs) assert.deepEqual(takers(headOf(path)), [], path)
})

test('the example estate without its flows stays what it is', () => {
  const files = filesBelow(join(root, 'examples/estate')).filter((path) => !path.includes('/flows/'))

  assert.ok(files.length > 40, String(files.length))
  for (const path of files) assert.deepEqual(takers(headOf(path)), [], path)
})

const FOREIGN: Readonly<Record<string, string>> = {
  'audit entries of Google Cloud beside flows':
    '{"logName":"projects/acme-prod/logs/compute.googleapis.com%2Fvpc_flows","jsonPayload":{"connection":{}}}\n{"logName":"projects/acme-prod/logs/cloudaudit.googleapis.com%2Factivity","protoPayload":{}}',
  'activities of Azure beside flows':
    '{"records":[{"category":"FlowLogFlowEvent","flowRecords":{}},{"category":"Administrative","operationName":"x"}]}',
  'a log of Zeek that has no flows':
    '#separator \\x09\n#path\tdns\n#fields\tts\tuid\tid.orig_h\tid.orig_p\tid.resp_h\tid.resp_p\tproto\tquery\n',
  'dns.log of Zeek as JSON':
    '{"ts":1,"uid":"C1","id.orig_h":"192.0.2.1","id.resp_h":"192.0.2.2","proto":"udp","query":"x"}',
  'statistics of nfdump': 'ts,te,td,pr,val,fl,flP,ipkt,ipktP,ibyt,ibytP,ipps,ibps,ibpp\n',
  'events of another sensor':
    '{"event_type":"login","timestamp":"2026-11-14T03:12:07Z","src_ip":"192.0.2.1","flow_id":"7"}',
  'a message that only mentions a flow log': '{"message":"2 111122223333 eni-0a1b2c3d and more"}',
  'a ticket about addresses': 'number,srcaddr,dstaddr,description\nCHG1,192.0.2.1,192.0.2.2,open a port\n',
  'nothing at all': '',
  'an empty list': '[]',
  'a list that is cut': '[{"type":"FLOW","export_sysid":1,',
}

for (const [what, sample] of Object.entries(FOREIGN))
  test(`not flows: ${what}`, () => {
    assert.deepEqual(takers(sample), [])
  })
