/** Exact Azure CLI commands to preserve, scope, stop, verify and roll back. tapwarden prints them; a person runs them. */
import type { PlaybookCommands, PlaybookRequest } from '../../facts/playbook.ts'
import { oneLine, quote } from '../../kit/text/shell-words.ts'
import { UNKNOWN_END } from '../_audit-records/conclude.ts'
import { parseResourceId } from './resource-id.ts'

const NOTHING: PlaybookCommands = { preserve: [], scope: [], contain: [], verify: [], rollback: [] }

/** @source Azure REST API specifications, Microsoft.Network, stable versions. */
const API_VERSION = '2023-09-01'

const STEPS: ReadonlyMap<string, (request: PlaybookRequest) => PlaybookCommands> = new Map([
  ['tap-configuration', configurationSteps],
  ['virtual-network-tap', tapSteps],
  ['packet-capture', captureSteps],
  ['gateway-packet-capture', gatewaySteps],
])

/**
 * Commands for one TAP configuration, TAP or capture. Names come from records, so every one of them is quoted for the shell.
 *
 * @source Azure CLI reference: `network nic vtap-config` and `network vnet tap` (extension virtual-network-tap), `monitor
 * activity-log`, `rest`.
 */
export function playbook(request: PlaybookRequest): PlaybookCommands {
  return STEPS.get(request.address.namespace)?.(request) ?? NOTHING
}

/** A configuration of which something is allowed goes back to that TAP; any other is deleted. */
function configurationSteps(request: PlaybookRequest): PlaybookCommands {
  const { address, session, allowed } = request
  const [nic = '', name = ''] = address.id.split('/')
  const own = `--nic-name ${quote(nic)} --name ${quote(name)}`
  const config = (command: string, rest: string) => az(request, `network nic vtap-config ${command}`, rest)
  const create = (tap: string | undefined) =>
    tap === undefined || tap === UNKNOWN_END ? [] : [config('create', `${own} --vnet-tap ${quote(tap)}`)]
  const back = allowed?.destinations[0]?.resource
  const now = session.destinations[0]?.resource
  const tap = parseResourceId(now)
  return {
    preserve: [
      accountLine(request),
      config('show', `${own} --output json`),
      ...(tap === undefined ? [] : [showTap(tap.id)]),
    ],
    scope: [
      activity(request, `networkInterfaces/${nic}/tapConfigurations/${name}`),
      ...(tap === undefined ? [] : [`${showTap(tap.id)} --query networkInterfaceTapConfigurations[].id`]),
    ],
    contain: back === undefined || back === now ? [config('delete', own)] : create(back),
    verify: [config('list', `--nic-name ${quote(nic)} --output json`)],
    rollback: create(now),
  }
}

/** A TAP can be deleted only when no interface uses it; it is kept as evidence until those are gone. */
function tapSteps(request: PlaybookRequest): PlaybookCommands {
  const { id } = request.address
  const { targetResource } = request.session.details ?? {}
  const name = id.slice(id.lastIndexOf('/') + 1)
  const tap = (command: string, rest: string) => az(request, `network vnet tap ${command}`, rest)
  return {
    preserve: [accountLine(request), showTap(id)],
    scope: [
      `az monitor activity-log list --resource-id ${quote(id)} --offset 90d --output json`,
      `${showTap(id)} --query networkInterfaceTapConfigurations[].id`,
    ],
    contain: [
      '# Delete the configurations listed under scope first: a TAP in use cannot be deleted.',
      tap('delete', `--name ${quote(name)}`),
    ],
    verify: [tap('list', '--output json')],
    rollback:
      targetResource === undefined
        ? []
        : [tap('create', `--name ${quote(name)} --destination ${quote(targetResource)}`)],
  }
}

/** A capture that is stopped keeps what it stored; it cannot be started again. */
function captureSteps(request: PlaybookRequest): PlaybookCommands {
  const [watcher = '', name = ''] = request.address.id.split('/')
  const id = `networkWatchers/${watcher}/packetCaptures/${name}`
  const status = rest(request, 'post', `${id}/queryStatus`)
  return {
    ...NOTHING,
    preserve: [accountLine(request), rest(request, 'get', id), status],
    scope: [activity(request, id)],
    contain: [rest(request, 'post', `${id}/stop`)],
    verify: [status],
  }
}

/** Stopping writes what was captured to the storage that is named, so it is named by who stops it. */
function gatewaySteps(request: PlaybookRequest): PlaybookCommands {
  const { id } = request.address
  return {
    ...NOTHING,
    preserve: [accountLine(request), rest(request, 'get', id)],
    scope: [activity(request, id)],
    contain: id.startsWith('azurefirewalls/')
      ? ['# A firewall ends a capture by itself after the duration it was started with.']
      : [
          '# SAS_URL is a container of your own: what was captured is written there and kept.',
          `${rest(request, 'post', `${id}/stopPacketCapture`)} --body '{"sasUrl":"'"$SAS_URL"'"}'`,
        ],
    verify: [activity(request, id)],
  }
}

function az(request: PlaybookRequest, command: string, rest: string): string {
  const { account, address } = request
  const subscription = account === undefined ? '' : ` --subscription ${quote(account)}`
  return `az ${command}${subscription} --resource-group ${quote(address.scope)} ${rest}`
}

function showTap(id: string): string {
  return `az network vnet tap show --ids ${quote(id)} --output json`
}

/** What was done to a resource in the ninety days that Azure keeps. */
function activity(request: PlaybookRequest, path: string): string {
  return `az monitor activity-log list --resource-id ${quote(idOf(request, path))} --offset 90d --output json`
}

function rest(request: PlaybookRequest, method: 'get' | 'post', path: string): string {
  const url = `https://management.azure.com${idOf(request, path)}?api-version=${API_VERSION}`
  return `az rest --method ${method} --url ${quote(url)}`
}

function idOf({ account, address }: PlaybookRequest, path: string): string {
  const subscription = account ?? 'SUBSCRIPTION-ID'
  return `/subscriptions/${subscription}/resourceGroups/${address.scope}/providers/Microsoft.Network/${path}`
}

function accountLine({ session, account }: PlaybookRequest): string {
  const owner = session.details?.targetOwner
  const target =
    owner === undefined || owner === account ? '' : ` The target belongs to subscription ${oneLine(owner)}.`
  const own = account === undefined ? 'the subscription that the finding names' : `subscription ${oneLine(account)}`
  return `# Run these with rights in ${own}.${target}`
}
