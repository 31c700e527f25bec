/** Exact gcloud commands to preserve, scope, stop, verify and roll back. tapwarden prints them; a person runs them. */
import type { PlaybookCommands, PlaybookRequest } from '../../facts/playbook.ts'
import { oneLine, quote } from '../../kit/text/shell-words.ts'
import { UNKNOWN_END } from '../_audit-records/conclude.ts'
import { parseResourceName } from './resource-name.ts'

const NOTHING: PlaybookCommands = { preserve: [], scope: [], contain: [], verify: [], rollback: [] }

const STEPS: ReadonlyMap<string, (request: PlaybookRequest) => PlaybookCommands> = new Map([
  ['packet-mirroring', policySteps],
  ['packet-mirroring-rule', ruleSteps],
  ['mirroring-endpoint-group-association', associationSteps],
  ['mirroring-endpoint-group', objectSteps('mirroring-endpoint-groups')],
  ['mirroring-deployment-group', objectSteps('mirroring-deployment-groups')],
  ['mirroring-deployment', objectSteps('mirroring-deployments')],
  ['forwarding-rule', forwardingRuleSteps],
])

/**
 * Commands for one policy, rule, association or object. Names come from entries, so every one of them is quoted for the shell.
 *
 * @source Google Cloud CLI reference: `compute packet-mirrorings`, `compute network-firewall-policies mirroring-rules`,
 * `network-security`, `compute forwarding-rules`, `logging read`.
 */
export function playbook(request: PlaybookRequest): PlaybookCommands {
  return STEPS.get(request.address.namespace)?.(request) ?? NOTHING
}

/** A policy of which something is allowed goes back to that collector; any other is switched off, and stays as evidence. */
function policySteps(request: PlaybookRequest): PlaybookCommands {
  const { address, session, allowed } = request
  const own = `${quote(address.id)} --region ${quote(address.scope)}${project(request)}`
  const policy = (command: string, rest: string) => `gcloud compute packet-mirrorings ${command} ${own} ${rest}`
  const now = session.destinations[0]?.resource
  const back = allowed?.destinations[0]?.resource
  const isBack = back !== undefined && now !== undefined && back !== now && now !== UNKNOWN_END
  const describe = policy('describe', '--format json')
  return {
    preserve: [accountLine(request), describe, ...describeForwardingRule(now)],
    scope: [
      entries(request, `/packetMirrorings/${address.id}`),
      `gcloud compute packet-mirrorings list${project(request)} --format json`,
    ],
    contain: [isBack ? policy('update', `--collector-ilb ${quote(back)}`) : policy('update', '--no-enable')],
    verify: [describe],
    rollback: [isBack ? policy('update', `--collector-ilb ${quote(now)}`) : policy('update', '--enable')],
  }
}

function ruleSteps(request: PlaybookRequest): PlaybookCommands {
  const [policy = '', priority = ''] = request.address.id.split('/')
  const above = /^organization-(.*)$/.exec(request.account ?? '')?.[1]
  const group =
    above === undefined
      ? `gcloud compute network-firewall-policies mirroring-rules`
      : `gcloud beta compute firewall-policies mirroring-rules`
  const where = above === undefined ? `--global-firewall-policy${project(request)}` : `--organization ${quote(above)}`
  const rule = (command: string, rest: string) =>
    `${group} ${command} ${quote(priority)} --firewall-policy ${quote(policy)} ${where} ${rest}`
  const describe = rule('describe', '--format json')
  return {
    preserve: [accountLine(request), describe],
    scope: [entries(request, `irewallPolicies/${policy}`)],
    contain: [rule('update', '--disabled')],
    verify: [describe],
    rollback: [rule('update', '--no-disabled')],
  }
}

function associationSteps(request: PlaybookRequest): PlaybookCommands {
  const { address, session } = request
  const own = `${quote(address.id)} --location ${quote(address.scope)}${project(request)}`
  const association = (command: string, rest = '') =>
    `gcloud network-security mirroring-endpoint-group-associations ${command} ${own}${rest}`
  const network = session.sources[0]?.resource
  const group = session.destinations[0]?.resource
  const describe = association('describe', ' --format json')
  return {
    preserve: [
      accountLine(request),
      describe,
      ...(group === undefined
        ? []
        : [`gcloud network-security mirroring-endpoint-groups describe ${quote(group)} --format json`]),
    ],
    scope: [entries(request, `/mirroringEndpointGroupAssociations/${address.id}`)],
    contain: [association('delete')],
    verify: [
      `gcloud network-security mirroring-endpoint-group-associations list --location ${quote(address.scope)}${project(request)} --format json`,
    ],
    rollback:
      network === undefined || group === undefined
        ? []
        : [association('create', ` --mirroring-endpoint-group ${quote(group)} --network ${quote(network)}`)],
  }
}

/** What others lead to can be deleted only when nothing does any more; it is kept as evidence until then. */
function objectSteps(group: string): (request: PlaybookRequest) => PlaybookCommands {
  return (request) => {
    const { id } = request.address
    const describe = `gcloud network-security ${group} describe ${quote(id)} --format json`
    return {
      ...NOTHING,
      preserve: [accountLine(request), describe],
      scope: [entries(request, id)],
      contain: [
        '# Delete what leads here first: what is in use cannot be deleted.',
        `gcloud network-security ${group} delete ${quote(id)}`,
      ],
      verify: [describe],
    }
  }
}

function forwardingRuleSteps(request: PlaybookRequest): PlaybookCommands {
  const { id } = request.address
  const rule = parseResourceName(id)
  const own = `${quote(rule?.name ?? id)} --region ${quote(rule?.location ?? request.address.scope)}${project(request)}`
  return {
    ...NOTHING,
    preserve: [accountLine(request), ...describeForwardingRule(id)],
    scope: [
      entries(request, id),
      `gcloud compute packet-mirrorings list${project(request)} --filter ${quote(`collectorIlb.url~${id}$`)} --format json`,
    ],
    contain: [
      '# Switch off the policies listed under scope first: they lose their collector.',
      `gcloud compute forwarding-rules delete ${own}`,
    ],
    verify: describeForwardingRule(id),
  }
}

function describeForwardingRule(path: string | undefined): string[] {
  const rule = parseResourceName(path)
  if (rule?.collection !== 'forwardingRules') return []
  const owner = rule.project === undefined ? '' : ` --project ${quote(rule.project)}`
  return [
    `gcloud compute forwarding-rules describe ${quote(rule.name)} --region ${quote(rule.location)}${owner} --format json`,
  ]
}

function project({ account }: PlaybookRequest): string {
  return account === undefined ? '' : ` --project ${quote(account)}`
}

/** What was done to a resource in the four hundred days that Admin Activity logs are kept. */
function entries({ account }: PlaybookRequest, ending: string): string {
  const above = /^(organization|folder)-(.*)$/.exec(account ?? '')
  const where =
    above === null ? `--project ${quote(account ?? 'PROJECT-ID')}` : `--${above[1]} ${quote(above[2] ?? '')}`
  const filter = `protoPayload.resourceName:"${oneLine(ending).replaceAll('"', '')}"`
  return `gcloud logging read ${quote(filter)} ${where} --freshness 400d --format json`
}

function accountLine({ session, account }: PlaybookRequest): string {
  const owner = session.details?.targetOwner
  const target = owner === undefined || owner === account ? '' : ` The target belongs to project ${oneLine(owner)}.`
  const own = account === undefined ? 'the project that the finding names' : oneLine(account)
  return `# Run these with rights in ${own}.${target}`
}
