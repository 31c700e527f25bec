/** Exact AWS CLI commands to preserve, scope, stop, verify and roll back. tapwarden prints them; a person runs them. */
import type { MirrorSession } from '../../facts/mirror-session.ts'
import type { PlaybookCommands, PlaybookRequest } from '../../facts/playbook.ts'
import { oneLine, quote } from '../../kit/text/shell-words.ts'

const NOTHING: PlaybookCommands = { preserve: [], scope: [], contain: [], verify: [], rollback: [] }

/** How one kind of object is named on the command line. */
interface ObjectWords {
  readonly plural: string
  readonly singular: string
}

const WORDS: ReadonlyMap<string, ObjectWords> = new Map([
  ['traffic-mirror-session', { singular: 'session', plural: 'sessions' }],
  ['traffic-mirror-target', { singular: 'target', plural: 'targets' }],
  ['traffic-mirror-filter', { singular: 'filter', plural: 'filters' }],
])

/**
 * Commands for one session, target or filter. A session of which something is allowed goes back to that target and filter; any
 * other is deleted, and `rollback` creates it again. Ids come from records, so every one of them is quoted for the shell.
 *
 * @source AWS CLI command reference, ec2 and cloudtrail.
 */
export function playbook(request: PlaybookRequest): PlaybookCommands {
  const words = WORDS.get(request.address.namespace)
  if (words === undefined) return NOTHING
  if (request.address.id.includes(':')) return attemptSteps(request, words)
  const steps = words.singular === 'session' ? sessionSteps(request) : objectSteps(request, words)
  return {
    preserve: [accountLine(request), ...preserve(request, words)],
    scope: scope(request, words),
    ...steps,
  }
}

function ec2(request: PlaybookRequest, command: string, ...rest: readonly string[]): string {
  return ['aws ec2', command, ...region(request), ...rest].join(' ')
}

function region({ address }: PlaybookRequest): string[] {
  return address.scope === '' ? [] : ['--region', quote(address.scope)]
}

function accountLine({ session, account }: PlaybookRequest): string {
  const owner = session.details?.targetOwner
  const target = owner === undefined || owner === account ? '' : ` The target belongs to account ${oneLine(owner)}.`
  const own = account === undefined ? 'the account that the finding names' : `account ${oneLine(account)}`
  return `# Run these with credentials of ${own}.${target}`
}

function preserve(request: PlaybookRequest, words: ObjectWords): string[] {
  const { id } = request.address
  const details = request.session.details
  const describe = (what: ObjectWords, of: string) =>
    ec2(request, `describe-traffic-mirror-${what.plural}`, idOption(what, of, 's'), '--output json')
  const target = words.singular === 'session' ? details?.targetId : undefined
  const filter = words.singular === 'session' ? details?.filterId : undefined
  return [
    describe(words, id),
    ...(target === undefined ? [] : [describe({ singular: 'target', plural: 'targets' }, target)]),
    ...(filter === undefined ? [] : [describe({ singular: 'filter', plural: 'filters' }, filter)]),
  ]
}

function idOption({ singular }: ObjectWords, id: string, plural: '' | 's' = ''): string {
  return `--traffic-mirror-${singular}-id${plural} ${quote(id)}`
}

/** Who else touched this object, and which sessions share its target. */
function scope(request: PlaybookRequest, words: ObjectWords): string[] {
  const { id } = request.address
  const target = words.singular === 'target' ? id : request.session.details?.targetId
  return [
    lookup(request, `AttributeKey=ResourceName,AttributeValue=${id}`),
    lookup(
      request,
      `AttributeKey=EventName,AttributeValue=CreateTrafficMirror${words.singular === 'target' ? 'Target' : 'Session'}`,
    ),
    ...(target === undefined ? [] : [sessionsBy(request, 'traffic-mirror-target-id', target)]),
    ...(words.singular === 'filter' ? [sessionsBy(request, 'traffic-mirror-filter-id', id)] : []),
  ]
}

/** A refused call has left nothing but its record; what it was after is found by the target. */
function attemptSteps(request: PlaybookRequest, { singular }: ObjectWords): PlaybookCommands {
  const eventName = `CreateTrafficMirror${singular.charAt(0).toUpperCase()}${singular.slice(1)}`
  const target = request.session.details?.targetId
  const sharing = target === undefined ? [] : [sessionsBy(request, 'traffic-mirror-target-id', target)]
  return {
    ...NOTHING,
    preserve: [accountLine(request), lookup(request, `AttributeKey=EventName,AttributeValue=${eventName}`)],
    scope: sharing,
    verify: sharing,
  }
}

function lookup(request: PlaybookRequest, attributes: string): string {
  return ['aws cloudtrail lookup-events', ...region(request), '--lookup-attributes', quote(attributes)].join(' ')
}

function sessionsBy(request: PlaybookRequest, filter: string, id: string): string {
  return ec2(request, 'describe-traffic-mirror-sessions', '--filters', quote(`Name=${filter},Values=${id}`))
}

type Steps = Pick<PlaybookCommands, 'contain' | 'verify' | 'rollback'>

function sessionSteps(request: PlaybookRequest): Steps {
  const { address, session, allowed } = request
  const own = idOption({ singular: 'session', plural: 'sessions' }, address.id)
  const verify = [
    ec2(
      request,
      'describe-traffic-mirror-sessions',
      idOption({ singular: 'session', plural: 'sessions' }, address.id, 's'),
    ),
  ]
  const back = allowed === undefined ? [] : endsThatDiffer(allowed, session)
  if (allowed === undefined || back.length === 0) {
    return { contain: [ec2(request, 'delete-traffic-mirror-session', own)], verify, rollback: createAgain(request) }
  }
  return {
    contain: [ec2(request, 'modify-traffic-mirror-session', own, ...back)],
    verify,
    rollback: [ec2(request, 'modify-traffic-mirror-session', own, ...endsThatDiffer(session, allowed))],
  }
}

/** The options that give a session the target and filter of `wanted` where `other` has different ones. */
function endsThatDiffer(wanted: MirrorSession, other: MirrorSession): string[] {
  const option = (name: string, a: string | undefined, b: string | undefined) =>
    a === undefined || a === b ? [] : [`--${name} ${quote(a)}`]
  return [
    ...option('traffic-mirror-target-id', wanted.details?.targetId, other.details?.targetId),
    ...option('traffic-mirror-filter-id', wanted.details?.filterId, other.details?.filterId),
  ]
}

function createAgain(request: PlaybookRequest): string[] {
  const { session } = request
  const details = session.details
  const source = session.sources[0]?.resource
  if (source === undefined || details?.targetId === undefined || details.filterId === undefined) return []
  const option = (name: string, value: string | number | undefined) =>
    value === undefined ? [] : [`--${name} ${quote(String(value))}`]
  return [
    ec2(
      request,
      'create-traffic-mirror-session',
      ...option('network-interface-id', source),
      ...option('traffic-mirror-target-id', details.targetId),
      ...option('traffic-mirror-filter-id', details.filterId),
      ...option('session-number', details.sessionNumber ?? 1),
      ...option('packet-length', details.truncateBytes),
      ...option('virtual-network-id', details.virtualNetworkId),
      ...option('description', details.description),
    ),
  ]
}

/** A target or filter can be deleted only when no session uses it; it is kept as evidence until those are gone. */
function objectSteps(request: PlaybookRequest, words: ObjectWords): Steps {
  const { id } = request.address
  return {
    contain: [
      `# Delete or re-point the sessions listed under scope first: a ${words.singular} in use cannot be deleted.`,
      ec2(request, `delete-traffic-mirror-${words.singular}`, idOption(words, id)),
    ],
    verify: [ec2(request, `describe-traffic-mirror-${words.plural}`, idOption(words, id, 's'))],
    rollback: words.singular === 'target' ? createTargetAgain(request) : [],
  }
}

/** What is behind a target → the option that names it. @source AWS CLI command reference, ec2 create-traffic-mirror-target. */
const TARGET_OPTIONS = new Map([
  ['network-interface', '--network-interface-id'],
  ['network-load-balancer', '--network-load-balancer-arn'],
  ['gateway-load-balancer-endpoint', '--gateway-load-balancer-endpoint-id'],
])

function createTargetAgain(request: PlaybookRequest): string[] {
  const { targetType, targetResource } = request.session.details ?? {}
  const option = TARGET_OPTIONS.get(targetType ?? '')
  if (option === undefined || targetResource === undefined) return []
  return [ec2(request, 'create-traffic-mirror-target', option, quote(targetResource))]
}
