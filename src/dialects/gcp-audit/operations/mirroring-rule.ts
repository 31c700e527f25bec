/** Mirroring rules of firewall policies: which packets of the policy's networks go to a security profile group. */
import type { MirrorEdit } from '../../../facts/mirror-edit.ts'
import type { MirrorSource, SessionAddress } from '../../../facts/mirror-session.ts'
import { type OperationReading, removal } from '../../_audit-records/conclude.ts'
import { asObject, flagOf, type JsonObject, memberOf, textOf } from '../../_audit-records/fields.ts'
import { listOf, textsOf } from '../../_audit-records/lists.ts'
import type { AuditRecord } from '../record.ts'
import { parseResourceName } from '../resource-name.ts'
import { filterPart, isWithoutRequest, type OperationReader, toDirection } from './operation.ts'

/** Parts of a match: what a part is called in a filter, and the member it comes from. @source Compute Engine API reference, FirewallPolicyRuleMatcher. */
const RANGES = [
  ['from', 'srcIpRanges'],
  ['to', 'destIpRanges'],
] as const

const LAST_ENTRY: OperationReading = {
  is: 'irrelevant',
  because: 'the end of an operation on a rule that only its first entry names',
}

/** `addPacketMirroringRule`. A rule that does not mirror takes packets out of what other rules copy. */
export const addRule: OperationReader = (record) => {
  const { request } = record
  const address = ruleAddress(record)
  if (address === undefined) return withoutAddress(record)
  const action = textOf(request, 'action')?.toLowerCase() ?? 'mirror'
  if (action !== 'mirror')
    return { is: 'act', act: { signal: 'filter-changed', detail: `rule ${address.id} says ${action}` } }
  const direction = toDirection(textOf(request, 'direction'))
  const edits: MirrorEdit[] = [
    { do: 'define', name: address.id, kind: 'encapsulated', enabled: flagOf(request, 'disabled') !== true },
    { do: 'replace', sources: sourcesOf(record).map((source) => ({ ...source, direction })), destinations: [] },
    ...endEdits(request),
    ...matchEdits(asObject(request['match'])),
  ]
  return { is: 'change', change: { address, edits } }
}

/** `patchPacketMirroringRule`: what the request names is so from here. */
export const patchRule: OperationReader = (record) => {
  const { request } = record
  const address = ruleAddress(record)
  if (address === undefined) return withoutAddress(record)
  const action = textOf(request, 'action')?.toLowerCase()
  const disabled = flagOf(request, 'disabled')
  const isOff = disabled === true || (action !== undefined && action !== 'mirror')
  const edits: MirrorEdit[] = [
    { do: 'define', name: address.id, kind: 'encapsulated', enabled: true },
    ...('targetSecureTags' in request ? tagEdits(request, record) : []),
    ...('direction' in request ? [{ do: 'set' as const, direction: toDirection(textOf(request, 'direction')) }] : []),
    ...endEdits(request),
    ...matchEdits(asObject(request['match'])),
    ...(isOff || disabled === false || action === 'mirror' ? [{ do: 'set' as const, enabled: !isOff }] : []),
  ]
  return { is: 'change', change: { address, edits } }
}

/** `removePacketMirroringRule`. */
export const removeRule: OperationReader = (record) => {
  const address = ruleAddress(record)
  return address === undefined ? withoutAddress(record) : removal({ address })
}

/** A rule is known by its policy and priority, and the last entry of an operation has no priority. */
function ruleAddress({ resource, request }: AuditRecord): SessionAddress | undefined {
  const priority = textOf(request, 'priority') ?? textOf(asObject(request['firewallPolicyRuleResource']), 'priority')
  if (resource === undefined || priority === undefined) return undefined
  return { scope: resource.location, namespace: 'packet-mirroring-rule', id: `${resource.name}/${priority}` }
}

function withoutAddress(record: AuditRecord): OperationReading | undefined {
  return isWithoutRequest(record) && record.act !== undefined && record.act.phase !== 'begun' ? LAST_ENTRY : undefined
}

/** The machines with these secure tags, or the networks named; else whatever network the policy is attached to. */
function sourcesOf({ request, resource }: AuditRecord): MirrorSource[] {
  const networks = textsOf(memberOf(request, 'targetResources'))
  const named = [
    ...tagsOf(request),
    ...networks.flatMap((url) => parseResourceName(url, resource?.project)?.path ?? []),
  ]
  const paths = named.length > 0 ? named : resource === undefined ? [] : [resource.path]
  return paths.map((path) => ({ resource: path, direction: 'both' }))
}

function tagsOf(request: JsonObject): readonly string[] {
  return listOf(memberOf(request, 'targetSecureTags')).flatMap((tag) => textOf(asObject(tag), 'name') ?? [])
}

/** Tags narrow the policy's networks to some machines; without tags it is all of them. */
function tagEdits(request: JsonObject, { resource }: AuditRecord): MirrorEdit[] {
  const tags = tagsOf(request)
  const whole = tags.length > 0 || resource === undefined ? [] : [resource.path]
  return [
    { do: 'swap-resources', collection: 'tagValues', resources: [...tags] },
    { do: 'swap-resources', collection: resource?.collection ?? 'firewallPolicies', resources: whole },
  ]
}

/** The group's own records lead on to the endpoints; it is no target that a session could learn an owner from. */
function endEdits(request: JsonObject): MirrorEdit[] {
  const group = parseResourceName(textOf(request, 'securityProfileGroup'))
  if (group === undefined) return []
  const destination = { resource: group.path, encapsulation: 'geneve' }
  return [{ do: 'add-destinations', destinations: [destination], single: true }]
}

function matchEdits(match: JsonObject): MirrorEdit[] {
  return [
    ...RANGES.flatMap(([key, member]) => (member in match ? [filterPart(key, textsOf(match[member]))] : [])),
    ...('layer4Configs' in match
      ? [
          filterPart(
            'protocols',
            listOf(match['layer4Configs']).map((config) => protocolWords(asObject(config))),
          ),
        ]
      : []),
  ]
}

/** `{ ipProtocol: 'tcp', ports: ['443'] }` → `tcp 443`. */
function protocolWords(config: JsonObject): string {
  return [textOf(config, 'ipProtocol') ?? '?', ...textsOf(config['ports'])].join(' ')
}
