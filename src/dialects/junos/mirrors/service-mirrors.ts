/** Mirrors of security devices and service cards: mirror filters, decrypted copies, and the services that serve intercepts. */
import type { MirrorSource } from '../../../facts/mirror-session.ts'
import { activeChildren, linesOf, namesOf, ownLinesOf, pathsBelow, readValue } from '../tree/values.ts'
import { type ConfigView, childrenOf, find } from '../tree/view.ts'
import { type MirrorDraft, stateOf } from './draft.ts'

/** Every one of them in a context. */
export function readServiceMirrors(view: ConfigView): readonly MirrorDraft[] {
  return [...readMirrorFilters(view), ...readDecrypted(view), ...readIntercepts(view)]
}

/** @source Junos YANG junos-es, security/forwarding-options/mirror-filter: interface-in, interface-out, output {interface; destination-mac} */
function readMirrorFilters(view: ConfigView): readonly MirrorDraft[] {
  return childrenOf(find(view, 'security', 'forwarding-options', 'mirror-filter')).map((filter) => {
    const matched = activeChildren(filter).filter(
      ({ word }) => !['interface-in', 'interface-out', 'output'].includes(word),
    )
    const sources: readonly MirrorSource[] = [
      ...namesOf(filter, 'interface-in').map((port) => ({ interface: port, direction: 'rx' }) as const),
      ...namesOf(filter, 'interface-out').map((port) => ({ interface: port, direction: 'tx' }) as const),
    ]
    return {
      namespace: 'mirror-filter',
      id: filter.word,
      name: filter.word,
      sources: sources.length > 0 ? sources : [{ interface: 'all', direction: 'both' }],
      destinations: namesOf(filter, 'output', 'interface').map((port) => ({ interface: port })),
      state: stateOf(filter),
      filters: matched.flatMap(({ word, layers }) =>
        layers.flatMap(({ node }) => pathsBelow(node, 8)).map((said) => `${word} ${said}`),
      ),
      lines: linesOf(filter),
      defined: true,
    }
  })
}

/** @source Junos YANG junos-es, services/ssl/proxy/profile/mirror-decrypt-traffic {interface; destination-mac-address} */
function readDecrypted(view: ConfigView): readonly MirrorDraft[] {
  return childrenOf(find(view, 'services', 'ssl', 'proxy', 'profile')).flatMap((profile): readonly MirrorDraft[] => {
    const at = find(profile, 'mirror-decrypt-traffic')
    if (at === undefined) return []
    return [
      {
        namespace: 'mirror-decrypt-traffic',
        id: profile.word,
        name: profile.word,
        sources: [{ resource: `ssl proxy profile ${profile.word}`, direction: 'both' }],
        destinations: namesOf(at, 'interface').map((port) => ({ interface: port })),
        state: stateOf(at),
        lines: linesOf(at),
        defined: true,
      },
    ]
  })
}

/** @source Junos YANG, services/{flow-tap,radius-flow-tap,dynamic-flow-capture,mobile-flow-tap} */
const INTERCEPTS = ['flow-tap', 'radius-flow-tap', 'dynamic-flow-capture', 'mobile-flow-tap'] as const

/** That the service stands ready is all that is said: whom it serves, and where to, is nobody's business here. */
function readIntercepts(view: ConfigView): readonly MirrorDraft[] {
  return INTERCEPTS.flatMap((service): readonly MirrorDraft[] => {
    const at = find(view, 'services', service)
    if (at === undefined) return []
    const state = stateOf({ inactive: at.inactive, disabled: readValue(at, 'disable') !== undefined })
    return [
      {
        namespace: 'flow-tap',
        id: service,
        name: service,
        kind: 'encapsulated',
        sources: [],
        destinations: [],
        state,
        lines: ownLinesOf(at).length > 0 ? ownLinesOf(at) : linesOf(at).slice(0, 1),
        defined: true,
      },
    ]
  })
}
