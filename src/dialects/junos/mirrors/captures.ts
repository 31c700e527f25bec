/** What copies packets into files of the device: packet capture, datapath debugging, and sampling that mirrors. */
import type { MirrorSource } from '../../../facts/mirror-session.ts'
import { activeChildren, linesOf, namesOf, readValue } from '../tree/values.ts'
import { type ConfigView, childrenOf, find, findActive } from '../tree/view.ts'
import { type MirrorDraft, stateOf } from './draft.ts'
import { samplingBindings } from './filters.ts'
import { readOutput } from './outputs.ts'
import { type MirroringContext, stateThrough } from './port-mirroring.ts'
import { sourcesThrough } from './through-filters.ts'

/** Every capture that a configuration of this context can hold. */
export function readCaptures(view: ConfigView, context: MirroringContext): readonly MirrorDraft[] {
  return [...readPacketCapture(view, context), ...readSamplingMirror(view, context), ...readDatapathDebug(view)]
}

/** @source Junos YANG junos-es, forwarding-options/packet-capture; fed by `then sample` and `family inet sampling` */
function readPacketCapture(view: ConfigView, context: MirroringContext): readonly MirrorDraft[] {
  const at = find(view, 'forwarding-options', 'packet-capture')
  if (at === undefined) return []
  const sampled = sampledSources(view, context)
  const size = readValue(at, 'maximum-capture-size')
  const state = stateOf({ inactive: at.inactive, disabled: findActive(at, 'disable') !== undefined })
  return [
    {
      namespace: 'packet-capture',
      id: 'packet-capture',
      name: 'packet-capture',
      kind: 'capture',
      ...sampled,
      destinations: [{ file: readValue(at, 'file', 'filename') ?? readValue(at, 'file') ?? 'packet-capture' }],
      state: stateThrough(state, sampled, context.rules),
      details: /^\d{1,5}$/.test(size ?? '') ? { truncateBytes: Number(size) } : {},
      lines: [...linesOf(at), ...sampled.lines],
      defined: true,
    },
  ]
}

/** @source Junos YANG, forwarding-options/sampling/output/port-mirroring and …/family/output/interface of older MX releases */
function readSamplingMirror(view: ConfigView, context: MirroringContext): readonly MirrorDraft[] {
  const at = find(view, 'forwarding-options', 'sampling', 'output', 'port-mirroring')
  if (at === undefined) return []
  const sampled = sampledSources(view, context)
  const { destinations, details, references } = readOutput(at, { view, names: context.names })
  const hop = readValue(at, 'next-hop')
  return [
    {
      namespace: 'sampling-port-mirroring',
      id: 'sampling',
      name: 'sampling',
      ...sampled,
      destinations: destinations.map((end) => (hop === undefined || end.ip !== undefined ? end : { ...end, ip: hop })),
      state: stateThrough(stateOf({ inactive: at.inactive }), sampled, context.rules),
      details,
      references,
      lines: [...linesOf(at), ...sampled.lines],
      defined: true,
    },
  ]
}

function sampledSources(
  view: ConfigView,
  { filters }: MirroringContext,
): Required<Pick<MirrorDraft, 'sources' | 'filters' | 'lines'>> {
  const filtered = sourcesThrough(filters, ({ action }) => action === 'sample')
  const direct = samplingBindings(view)
  return {
    sources: [...filtered.sources, ...direct.map(({ source }) => source)],
    filters: filtered.filters,
    lines: [...filtered.lines, ...direct.flatMap(({ lines }) => lines)],
  }
}

/**
 * A capture of the datapath starts by a command, not by its configuration.
 *
 * @source Junos `security datapath-debug {capture-file; action-profile; packet-filter}`, `request security datapath-debug capture start`
 */
function readDatapathDebug(view: ConfigView): readonly MirrorDraft[] {
  const at = find(view, 'security', 'datapath-debug')
  const dumps = childrenOf(at && find(at, 'action-profile')).some((profile) => hasPacketDump(profile))
  const file =
    readValue(at, 'capture-file', 'filename') ?? namesOf(at, 'capture-file').find((word) => !FILE_OPTIONS.has(word))
  if (at === undefined || (file === undefined && !dumps)) return []
  const size = readValue(at, 'maximum-capture-size')
  return [
    {
      namespace: 'datapath-debug',
      id: 'datapath-debug',
      name: 'datapath-debug',
      kind: 'capture',
      sources: activeChildren(at, 'packet-filter').flatMap(packetFilterSources),
      destinations: [{ file: file ?? 'datapath-debug' }],
      state: at.inactive ? stateOf(at) : { enabled: false, enabledReason: 'default' },
      filters: namesOf(at, 'packet-filter'),
      details: /^\d{1,5}$/.test(size ?? '') ? { truncateBytes: Number(size) } : {},
      lines: linesOf(at),
      defined: true,
    },
  ]
}

const FILE_OPTIONS: ReadonlySet<string> = new Set(['format', 'size', 'files', 'world-readable', 'no-world-readable'])

function hasPacketDump(profile: ConfigView): boolean {
  return activeChildren(profile, 'event').some((event) => findActive(event, 'packet-dump') !== undefined)
}

function packetFilterSources(filter: ConfigView): readonly MirrorSource[] {
  const ports = namesOf(filter, 'interface')
  if (ports.length > 0) return ports.map((port) => ({ interface: port, direction: 'both' }))
  return [{ resource: `packet-filter ${filter.word}`, direction: 'both' }]
}
