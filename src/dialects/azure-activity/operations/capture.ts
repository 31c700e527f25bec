/** Packet captures of Network Watcher, and of gateways, connections and firewalls. */
import type { MirrorEdit } from '../../../facts/mirror-edit.ts'
import type { MirrorDestination, SessionAddress } from '../../../facts/mirror-session.ts'
import type { RelatedAct } from '../../_audit-records/audit-facts.ts'
import { type OperationReading, removal, UNKNOWN_END } from '../../_audit-records/conclude.ts'
import { asObject, definedOnly, type JsonObject, memberOf, textOf } from '../../_audit-records/fields.ts'
import { listOf } from '../../_audit-records/lists.ts'
import { numberOf } from '../../_audit-records/numbers.ts'
import type { ActivityRecord } from '../record.ts'
import { parseResourceId } from '../resource-id.ts'
import { bodyOf } from './body.ts'
import { addressIn, foreignOwner } from './operation.ts'

/** Members of a filter in the order in which they read. @source Azure REST API reference, Packet Captures, PacketCaptureFilter. */
const FILTER_MEMBERS = ['protocol', 'localIPAddress', 'localPort', 'remoteIPAddress', 'remotePort']

/** `packetCaptures/write`: the traffic of a virtual machine into a storage account, a file on the machine, or both. */
export function writeCapture(record: ActivityRecord): OperationReading | undefined {
  const address = captureAddress(record)
  if (address === undefined) return undefined
  const body = bodyOf(record)
  const target = parseResourceId(textOf(body, 'target'))
  const define = { do: 'define', name: address.id, kind: 'capture', enabled: true } as const
  if (target === undefined) {
    const edits: MirrorEdit[] = [
      define,
      { do: 'add-sources', sources: [{ resource: UNKNOWN_END, direction: 'both' }] },
      { do: 'add-destinations', destinations: [{ resource: UNKNOWN_END }] },
    ]
    return { is: 'change', change: { address, edits }, bodyMissing: true }
  }
  const location = asObject(memberOf(body, 'storageLocation'))
  const storage = parseResourceId(textOf(location, 'storageId'))
  const bytes = numberOf(memberOf(body, 'bytesToCapturePerPacket'))?.text
  const details = definedOnly({
    targetOwner: foreignOwner(storage, record),
    truncateBytes: bytes === undefined || bytes === '0' || bytes.length > 9 ? undefined : Number(bytes),
  })
  const edits: MirrorEdit[] = [
    define,
    { do: 'replace', sources: [{ resource: target.id, direction: 'both' }], destinations: captureEnds(location) },
    { do: 'set', enabled: true, ...definedOnly({ filter: filterText(body) }), details },
  ]
  return { is: 'change', change: { address, edits } }
}

/** `packetCaptures/delete` ends the capture and forgets it; what it stored stays. */
export function deleteCapture(record: ActivityRecord): OperationReading | undefined {
  const address = captureAddress(record)
  return address === undefined ? undefined : removal({ address })
}

/** `packetCaptures/stop/action`. */
export function stopCapture(record: ActivityRecord): OperationReading | undefined {
  const address = captureAddress(record)
  return address === undefined ? undefined : { is: 'change', change: { address, edits: switchedOff(address) } }
}

/** `startPacketCapture/action` of a gateway, connection or anything else: the packets stay there until somebody stops it. */
export function startGatewayCapture(record: ActivityRecord): OperationReading | undefined {
  return beginAt(record, { file: 'buffer' })
}

/** `stopPacketCapture/action`: what was captured leaves for the storage that the caller names. */
export function stopGatewayCapture(record: ActivityRecord): OperationReading | undefined {
  const address = gatewayAddress(record)
  if (address === undefined) return undefined
  const storage = storageOf(record.request)
  const acts: RelatedAct[] =
    storage === undefined
      ? []
      : [{ signal: 'capture-exported', detail: `capture of ${address.id} written to ${storage}` }]
  return { is: 'change', change: { address, edits: switchedOff(address) }, acts }
}

/** Azure Firewall takes start, status and stop in one operation. @source Azure REST API reference, Azure Firewalls, Packet Capture Operation. */
export function firewallCapture(record: ActivityRecord): OperationReading | undefined {
  const body = Object.keys(bodyOf(record)).length > 0 ? bodyOf(record) : record.request
  const wanted = textOf(body, 'operation')?.toLowerCase() ?? 'start'
  if (wanted === 'status') return { is: 'irrelevant', because: 'the state of a capture was asked for' }
  if (wanted === 'stop') return stopGatewayCapture(record)
  const storage = storageOf(body)
  return beginAt(record, storage === undefined ? { file: 'buffer' } : { resource: storage })
}

function beginAt(record: ActivityRecord, destination: MirrorDestination): OperationReading | undefined {
  const address = gatewayAddress(record)
  if (address === undefined) return undefined
  const edits: MirrorEdit[] = [
    { do: 'define', name: address.id, kind: 'capture' },
    { do: 'replace', sources: [{ resource: record.resource.id, direction: 'both' }], destinations: [destination] },
    { do: 'set', enabled: true },
  ]
  return { is: 'change', change: { address, edits } }
}

function switchedOff({ id }: SessionAddress): MirrorEdit[] {
  return [
    { do: 'define', name: id, kind: 'capture' },
    { do: 'set', enabled: false },
  ]
}

function captureAddress(record: ActivityRecord): SessionAddress | undefined {
  const [, watcher, type, name] = record.resource.path
  if (watcher === undefined || type !== 'packetcaptures' || name === undefined) return undefined
  return addressIn(record, 'packet-capture', `${watcher}/${name}`)
}

function gatewayAddress(record: ActivityRecord): SessionAddress | undefined {
  const path = record.resource.path.join('/')
  return path === '' ? undefined : addressIn(record, 'gateway-packet-capture', path)
}

/** @source Azure REST API reference, Packet Captures, PacketCaptureStorageLocation: `storageId`, `storagePath`, `filePath`. */
function captureEnds(location: JsonObject): MirrorDestination[] {
  const storage = parseResourceId(textOf(location, 'storageId'))?.id ?? withoutQuery(textOf(location, 'storagePath'))
  const file = textOf(location, 'filePath')
  const ends = [...(storage === undefined ? [] : [{ resource: storage }]), ...(file === undefined ? [] : [{ file }])]
  return ends.length === 0 ? [{ resource: UNKNOWN_END }] : ends
}

function storageOf(body: JsonObject): string | undefined {
  return withoutQuery(textOf(body, 'sasUrl') ?? textOf(asObject(memberOf(body, 'properties')), 'sasUrl'))
}

/** `https://acct.blob.core.windows.net/captures?sig=…` → `acct.blob.core.windows.net/captures`: the query signs the address. */
function withoutQuery(url: string | undefined): string | undefined {
  return url?.replace(/^https?:\/\//i, '').replace(/[?#].*$/, '')
}

/** `TCP local 192.0.2.7 port 443, UDP`; undefined without filters. */
function filterText(body: JsonObject): string | undefined {
  const filters = listOf(memberOf(body, 'filters')).map(asObject)
  const texts = filters.map((filter) =>
    FILTER_MEMBERS.flatMap((name) => filterWord(name, textOf(filter, name))).join(' '),
  )
  const said = texts.filter((text) => text !== '').sort()
  return said.length === 0 ? undefined : said.join(', ')
}

function filterWord(name: string, value: string | undefined): string[] {
  if (value === undefined || (name === 'protocol' && value.toLowerCase() === 'any')) return []
  return [name === 'protocol' ? value : `${name} ${value}`]
}
