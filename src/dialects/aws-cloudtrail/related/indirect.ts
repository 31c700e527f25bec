/** Calls that change who gets a copy without a call on the mirror: shares, load balancers, endpoint permissions and tags. */
import { asObject, type JsonObject, memberOf, textOf } from '../../_audit-records/fields.ts'
import { listOf, textsOf } from '../../_audit-records/lists.ts'
import { nameSome } from '../../_audit-records/name-some.ts'
import { digitsOfFirst } from '../number-fields.ts'
import type { TrailRecord } from '../record.ts'
import type { SignalReader, SignalReading } from './signal-reading.ts'

/** The port on which a load balancer takes mirrored packets. @source Amazon VPC Traffic Mirroring guide, "Traffic mirror targets". */
const VXLAN_PORT = '4789'

const ELB = 'elasticloadbalancing.amazonaws.com'

/** Service and call → what it means for mirrors. */
export const INDIRECT_CALLS: readonly (readonly [string, SignalReader])[] = [
  ['ram.amazonaws.com CreateResourceShare', createShare],
  ['ram.amazonaws.com AssociateResourceShare', associateShare],
  [`${ELB} RegisterTargets`, (record) => changeTargets(record, 'added to')],
  [`${ELB} DeregisterTargets`, (record) => changeTargets(record, 'taken out of')],
  [`${ELB} CreateListener`, (record) => changeListener(record, 'created')],
  [`${ELB} ModifyListener`, (record) => changeListener(record, 'changed')],
  [`${ELB} DeleteListener`, (record) => changeListener(record, 'deleted')],
  ['ec2.amazonaws.com ModifyVpcEndpointServicePermissions', openEndpointService],
  ['ec2.amazonaws.com CreateTags', (record) => changeTags(record, 'set')],
  ['ec2.amazonaws.com DeleteTags', (record) => changeTags(record, 'removed')],
]

/** @source AWS RAM user guide, "Shareable AWS resources": `ec2:TrafficMirrorTarget`, `arn:…:traffic-mirror-target/tmt-…`. */
function mirrorTargetsOf(request: JsonObject): readonly string[] {
  return arnsOf(request).filter((arn) => arn.includes(':traffic-mirror-target/'))
}

function arnsOf(request: JsonObject): readonly string[] {
  return textsOf(memberOf(request, 'resourceArns'))
}

function createShare({ request }: TrailRecord): SignalReading {
  const targets = mirrorTargetsOf(request)
  return targets.length === 0 ? irrelevant('the share holds no mirror target') : shared(targets, request)
}

function associateShare({ request }: TrailRecord): SignalReading {
  const targets = mirrorTargetsOf(request)
  if (targets.length > 0) return shared(targets, request)
  const principals = textsOf(memberOf(request, 'principals'))
  if (arnsOf(request).length > 0 || principals.length === 0) return irrelevant('no mirror target is shared')
  const share = tailOf(textOf(request, 'resourceShareArn') ?? 'resource-share of unknown name')
  const detail = `${share} opened to ${nameSome(principals)}; what it holds is in another record`
  return { is: 'signal', signal: 'resource-shared', detail }
}

function shared(targets: readonly string[], request: JsonObject): SignalReading {
  const principals = textsOf(memberOf(request, 'principals'))
  const whom = principals.length === 0 ? '' : ` with ${nameSome(principals)}`
  return { is: 'signal', signal: 'resource-shared', detail: `${nameSome(targets.map(tailOf))} shared${whom}` }
}

/** Services fill the groups of ordinary applications all day; what they add on another port than VXLAN's is such a group. */
function changeTargets({ request, actor }: TrailRecord, how: string): SignalReading {
  const targets = listOf(memberOf(request, 'targets')).map(asObject)
  const ports = targets.map((target) => digitsOfFirst([target], 'port'))
  if (
    actor.invokedBy !== undefined &&
    ports.length > 0 &&
    ports.every((port) => port !== undefined && port !== VXLAN_PORT)
  )
    return irrelevant(`${actor.invokedBy} fills a group that takes no mirrored packets`)
  const ids = targets.flatMap((target) => textOf(target, 'id') ?? [])
  const group = tailOf(textOf(request, 'targetGroupArn') ?? 'a target group of unknown name')
  return balancerChanged(`${ids.length === 0 ? 'targets' : nameSome(ids)} ${how} ${group}`)
}

/** Mirrored packets go through network and gateway load balancers; an application load balancer takes none. */
function changeListener({ request }: TrailRecord, how: string): SignalReading {
  const arn = textOf(request, 'listenerArn') ?? textOf(request, 'loadBalancerArn')
  if (arn?.includes('/app/') === true) return irrelevant('an application load balancer takes no mirrored packets')
  const groups = listOf(memberOf(request, 'defaultActions'))
    .map(asObject)
    .flatMap((action) => textOf(action, 'targetGroupArn') ?? [])
  const where = groups.length === 0 ? '' : `, forwards to ${nameSome(groups.map(tailOf))}`
  return balancerChanged(`listener of ${balancerOf(arn)} ${how}${where}`)
}

/** The load balancer's whole ARN, as mirror targets name it: `…:listener/net/ids/50dc/f2f7` → `…:loadbalancer/net/ids/50dc`. */
function balancerOf(arn: string | undefined): string {
  if (arn === undefined) return 'a load balancer of unknown name'
  return arn.replace(/:listener\/([^/]+\/[^/]+\/[^/]+)\/.*$/, ':loadbalancer/$1')
}

function balancerChanged(detail: string): SignalReading {
  return { is: 'signal', signal: 'load-balancer-changed', detail }
}

/** A gateway load balancer endpoint may be a mirror's target: whoever may connect to its service may send to it. */
function openEndpointService({ request }: TrailRecord): SignalReading {
  const added = listOf(memberOf(request, 'addAllowedPrincipals')).flatMap((member) =>
    typeof member === 'string' ? [member] : Object.values(asObject(member)).flatMap(textsOf),
  )
  if (added.length === 0) return irrelevant('nobody is let in')
  const service = textOf(request, 'serviceId') ?? 'of unknown id'
  return { is: 'signal', signal: 'resource-shared', detail: `endpoint service ${service} opened to ${nameSome(added)}` }
}

/** Automations mirror by tag; only tags of mirror objects themselves are followed here. Values may hold anything and are not shown. */
function changeTags({ request }: TrailRecord, how: string): SignalReading {
  const ids = listOf(memberOf(request, 'resourcesSet')).flatMap((member) =>
    typeof member === 'string' ? [member] : (textOf(asObject(member), 'resourceId') ?? []),
  )
  const mirrors = ids.filter((id) => /^tm(?:s|t|f|fr)-/.test(id))
  if (mirrors.length === 0) return irrelevant('the tags are of nothing that mirrors')
  const keys = listOf(memberOf(request, 'tagSet')).flatMap((tag) => textOf(asObject(tag), 'key') ?? [])
  return { is: 'signal', signal: 'tag-changed', detail: `tags ${nameSome(keys)} of ${nameSome(mirrors)} ${how}` }
}

function irrelevant(because: string): SignalReading {
  return { is: 'irrelevant', because }
}

/** The part of an ARN that names the thing: `…:targetgroup/ids/73e2` → `targetgroup/ids/73e2`. */
function tailOf(arn: string): string {
  return arn.slice(arn.lastIndexOf(':') + 1)
}
