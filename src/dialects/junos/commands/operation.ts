/** One change of the candidate: a typed command with its path from the top. */
import type { TreeAction } from '../tree/edit-tree.ts'

/** `set forwarding-options analyzer TAP` as one of the run's operations. */
export interface Operation {
  readonly factId: string
  /** Its number in the run, from 1: what a tree notes as its line. */
  readonly number: number
  readonly by: string
  readonly action: TreeAction
  readonly path: readonly string[]
  readonly to?: string | undefined
  readonly was?: string | undefined
}

/** The operation in full words: `deactivate forwarding-options analyzer TAP`. */
export function writeOperation({ action, path, to }: Operation): string {
  const verb = action === 'wildcard-delete' ? 'wildcard delete' : action
  return [verb, ...path, ...(to === undefined ? [] : ['to', to])].join(' ')
}

/** Contexts that stand before a hierarchy: a group or a part of the device. @source Junos YANG: where the hierarchies stand again */
const CONTEXTS: ReadonlySet<string> = new Set([
  'groups',
  'logical-systems',
  'tenants',
  'routing-instances',
  'dynamic-profiles',
])

/** The path inside groups and parts of the device: `groups TAPS forwarding-options …` → `forwarding-options …`. */
export function innerPath(path: readonly string[]): readonly string[] {
  let inner = path
  for (let depth = 0; depth < 3 && CONTEXTS.has(inner[0] ?? ''); depth++) inner = inner.slice(2)
  return inner
}

/** Hierarchies below which a statement can belong to a mirror. */
const MIRROR_HIERARCHIES: ReadonlySet<string> = new Set([
  'forwarding-options',
  'ethernet-switching-options',
  'firewall',
  'interfaces',
  'vlans',
  'bridge-domains',
  'chassis',
  'security',
  'services',
  'event-options',
  'apply-groups',
  'apply-groups-except',
])

/** What binds a filter to an interface or leads it elsewhere. */
const INTERFACE_WORDS: ReadonlySet<string> = new Set(['filter', 'sampling', 'tunnel', 'interface-range', '802.3ad'])

/** Whether an operation may belong to a mirror: of interfaces, `chassis`, `security` and `services` only a few statements do. */
export function mayTouchMirrors(path: readonly string[]): boolean {
  const inner = innerPath(path)
  const [hierarchy, ...rest] = inner
  if (hierarchy === undefined) return path.length > 0
  if (!MIRROR_HIERARCHIES.has(hierarchy)) return inner.includes('apply-groups')
  if (hierarchy === 'interfaces') return rest.length < 4 || rest.some((word) => INTERFACE_WORDS.has(word))
  if (hierarchy === 'chassis') return rest.includes('port-mirror-instance')
  if (hierarchy === 'security')
    return rest.length === 0 || /^(?:forwarding-options|datapath-debug)$/.test(rest[0] ?? '')
  if (hierarchy === 'services') return rest.length === 0 || /flow-tap|flow-capture|^ssl$/.test(rest[0] ?? '')
  return true
}

/** @source Junos CLI: the hierarchies that stand at the top */
const TOP_LEVEL: ReadonlySet<string> = new Set([
  ...MIRROR_HIERARCHIES,
  ...CONTEXTS,
  'access',
  'accounting-options',
  'applications',
  'class-of-service',
  'multi-chassis',
  'poe',
  'policy-options',
  'protocols',
  'routing-options',
  'schedulers',
  'snmp',
  'switch-options',
  'system',
  'virtual-chassis',
  'vmhost',
])

/** Whether a path starts at the top of the configuration. */
export function startsAtTop(path: readonly string[]): boolean {
  return TOP_LEVEL.has(path[0] ?? '')
}
