/** Every mirror of a configuration, in each of its contexts. */
import { activeChildren } from '../tree/values.ts'
import { type ConfigView, childrenOf, find } from '../tree/view.ts'
import { readAnalyzers } from './analyzers.ts'
import { readCaptures } from './captures.ts'
import { type FoundMirror, finishMirror, type ReadingRules } from './draft.ts'
import { readFilters } from './filters.ts'
import { readNames } from './names.ts'
import { readPortMirroring } from './port-mirroring.ts'
import { readServiceMirrors } from './service-mirrors.ts'

/** A part of the device that has mirrors of its own. */
interface Context {
  /** `logical-systems LS1`; empty for the device itself. */
  readonly scope: string
  readonly view: ConfigView
}

/** More contexts than a device has. */
const MAX_CONTEXTS = 4096
/** @source Junos YANG 24.4R1: where forwarding-options stands again */
const CONTEXTS = ['logical-systems', 'tenants', 'routing-instances', 'dynamic-profiles'] as const

/** Sessions of the device first, then those of each logical system, tenant, routing instance and dynamic profile. */
export function findMirrors(view: ConfigView, rules: ReadingRules): readonly FoundMirror[] {
  return contextsOf(view).flatMap(({ scope, view: context }) => mirrorsIn(context, scope, rules))
}

function contextsOf(view: ConfigView): readonly Context[] {
  const inner = CONTEXTS.flatMap((kind) =>
    childrenOf(find(view, kind)).map((context) => ({ scope: `${kind} ${context.word}`, view: context })),
  )
  return [{ scope: '', view }, ...inner].slice(0, MAX_CONTEXTS)
}

function mirrorsIn(view: ConfigView, scope: string, rules: ReadingRules): readonly FoundMirror[] {
  const names = readNames(view)
  // A routing instance binds filters of the device it belongs to.
  const instances = activeChildren(view, 'routing-instances')
  const filters = readFilters(view, names, [view, ...instances])
  const drafts = [
    ...readAnalyzers(view, { names, filters }),
    ...readPortMirroring(view, { names, filters, rules }),
    ...readCaptures(view, { names, filters, rules }),
    ...readServiceMirrors(view),
  ]
  return drafts.map((draft) => finishMirror(draft, scope))
}
