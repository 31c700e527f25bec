/**
 * Approvals → filter documents. A filter drops records one by one, so it is only made of an approval that one record can be held against
 * as a whole: dropping more than was approved would hide what the rules are for.
 */

import type { LogSource } from '../../facts/log-content/log-source.ts'
import type { Inventory } from '../../inventory/inventory.ts'
import type { Approval, CloudAccount } from '../../inventory/schema.ts'
import type { Definition } from '../_definition/definition.ts'
import type { ContentFile, ContentInputs, ContentLimit } from '../contract.ts'
import { toFileName, toUuid } from './names.ts'
import { CONTENT_DATE, ruleId, type SigmaContent } from './rule.ts'
import { toYaml } from './yaml-text.ts'

/** The behaviours that an approval answers. */
const APPROVABLE: ReadonlySet<string> = new Set(['session-not-approved', 'session-repointed'])

/** One file for each approval and log that can be one. */
export function toFilters({ definitions, inventory }: ContentInputs): readonly ContentFile[] {
  return pairsOf(definitions, inventory).flatMap(({ approval, source }) => {
    const selection = toSelection(approval, source, inventory)
    if (typeof selection === 'string') return []
    const rules = definitions
      .filter(({ id, sources }) => APPROVABLE.has(id) && sources.some((asked) => asked.source.id === source.id))
      .map(({ id }) => ruleId(id, source.id))
    const text = toYaml(toFilter({ approval, source, selection, rules }))
    return [{ path: `filters/mf_${toFileName(source.id, approval.id)}`, text, kind: 'filter' }]
  })
}

/** Approvals that no filter is made of, and why. */
export function filterLimits({ definitions, inventory }: ContentInputs): readonly ContentLimit[] {
  return pairsOf(definitions, inventory).flatMap(({ approval, source }) => {
    const selection = toSelection(approval, source, inventory)
    if (typeof selection !== 'string') return []
    return [
      {
        behaviour: 'session-not-approved',
        source: source.id,
        because: `approval ${approval.id} is no filter: ${selection}`,
      },
    ]
  })
}

interface Pair {
  readonly approval: Approval
  readonly source: LogSource
}

/** Approvals beside the logs of the accounts or devices that they are about. */
function pairsOf(definitions: readonly Definition[], inventory: Inventory): readonly Pair[] {
  const sources = new Map<string, LogSource>()
  for (const { id, sources: asked } of definitions)
    if (APPROVABLE.has(id)) for (const { source } of asked) sources.set(source.id, source)
  return inventory.approvals.flatMap((approval) =>
    [...sources.values()]
      .filter((source) => isAbout(approval, source, inventory))
      .map((source) => ({ approval, source })),
  )
}

function isAbout({ scope, carrier }: Approval, { form, sigma }: LogSource, inventory: Inventory): boolean {
  if (form === 'text') return scope.account === undefined && carrier !== 'cloud'
  if (scope.device !== undefined || (carrier !== undefined && carrier !== 'cloud')) return false
  const account = accountOf(scope.account, inventory)
  return account === undefined || account.provider === sigma.product
}

function accountOf(name: string | undefined, { accounts }: Inventory): CloudAccount | undefined {
  return accounts.find((account) => name !== undefined && (account.id === name || account.name === name))
}

/** The map of fields and values; or a clause that says why there is none. */
function toSelection(approval: Approval, source: LogSource, inventory: Inventory): SigmaContent | string {
  const unsaid = whyNot(approval, source)
  if (unsaid !== undefined) return unsaid
  const { subject, region } = source.fields
  const { scope } = approval
  const targets = targetsOf(approval, inventory)
  const paths = source.fields.targets ?? []
  const name = (path: string): string => source.sigma.fieldNames?.[path] ?? path
  if (targets !== undefined && (targets.length === 0 || paths.length === 0))
    return 'its destination is in no field of a record'
  const where = {
    [name(subject ?? '')]: accountOf(scope.account, inventory)?.id ?? scope.account,
    ...(scope.region !== undefined && region !== undefined && { [name(region)]: scope.region }),
  }
  return targets === undefined ? where : { ...where, targets: paths.map((path) => ({ [name(path)]: targets })) }
}

/** Dimensions of an approval that one record does not show as a whole. */
const DIMENSIONS = [
  'session',
  'sources',
  'direction',
  'filter',
  'egress',
  'maxDuration',
  'maxCount',
  'validUntil',
] as const

function whyNot(approval: Approval, { form, fields }: LogSource): string | undefined {
  const { scope, reviewed } = approval
  if (!reviewed) return 'nobody has reviewed it'
  if (form === 'text') return 'a line has no fields for device, session and destination'
  if (fields.subject === undefined || scope.account === undefined) return 'it does not name one account'
  if (scope.region !== undefined && fields.region === undefined) return 'a record has no field for the region'
  const scoped = (['role', 'site', 'tag', 'vpc', 'realm', 'everywhere'] as const).find(
    (member) => scope[member] !== undefined,
  )
  if (scoped !== undefined) return `a record does not say the ${scoped} of its account`
  const dimension = DIMENSIONS.find((member) => approval[member] !== undefined)
  return dimension === undefined ? undefined : `one record does not show whether "${dimension}" holds`
}

/** Ids of approved targets; undefined where any will do, empty where one cannot be said. */
function targetsOf({ destinations }: Approval, { collectors }: Inventory): readonly string[] | undefined {
  const said = destinations?.map(({ collector, resource }) => {
    if (resource !== undefined) return resource.endsWith('*') ? [] : [resource]
    return collectors.find(({ name }) => name === collector)?.resources ?? []
  })
  if (said === undefined) return undefined
  return said.every((ids) => ids.length > 0) ? said.flat() : []
}

interface FilterParts extends Pair {
  readonly selection: SigmaContent
  readonly rules: readonly string[]
}

function toFilter({ approval, source, selection, rules }: FilterParts): SigmaContent {
  const { targets, ...where } = selection
  const { product, service, category } = source.sigma
  const from = approval.validFrom === undefined ? '' : ` It holds from ${approval.validFrom}; a filter knows no time.`
  return {
    title: `Approved by ${approval.id} (${source.title})`,
    id: toUuid('filter', approval.id, source.id),
    description: `Leaves out what approval ${approval.id} of ${approval.owner} allows (${approval.purpose}${approval.ticket ? `, ${approval.ticket}` : ''}).${from} Build again when the inventory changes.`,
    date: CONTENT_DATE,
    logsource: { ...(category && { category }), product, ...(service && { service }) },
    filter: {
      rules,
      selection: where,
      ...(Array.isArray(targets) && { selection_targets: targets }),
      condition: targets === undefined ? 'not selection' : 'not (selection and selection_targets)',
    },
  }
}
