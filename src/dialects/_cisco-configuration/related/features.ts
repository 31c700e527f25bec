/** What a configuration shows beside mirrors that decides what a mirror means, or where its copy travels. */
import type { ObservedFeature } from '../../../facts/fact.ts'
import { interfaceOf } from '../document/device.ts'
import type { ConfigLine } from '../text/config-text.ts'
import type { FeatureRules, RouteMapWay } from './feature-line.ts'
import { readExporterPorts, readFlowExporter } from './flow-exporters.ts'
import { readGlobalFeature } from './global-features.ts'
import { readOverlays } from './overlays.ts'
import { readPortFeature } from './port-features.ts'
import { readTunnel, readTunnelEnds } from './tunnels.ts'

export type { FeatureLine, FeatureRules, SaidFeature } from './feature-line.ts'

/** Bounds what a hostile file can make us say. */
const MAX_FEATURES = 20_000

/**
 * Addresses, tunnels, overlays, routes, translations, ports carried elsewhere, AAA servers, exporters of flows and boot images, in the
 * order written.
 * `ip address 192.0.2.1/24` in `interface loopback0` → address `loopback0` `{ ip: '192.0.2.1/24' }`. Never throws.
 */
export function readFeatures(commands: readonly ConfigLine[], rules: FeatureRules): readonly ObservedFeature[] {
  const bodies = Map.groupBy(commands, ({ parent }) => parent)
  const blocks = new Map(
    [...bodies].flatMap(([head, body]) => (head === undefined ? [] : [[head.text.toLowerCase(), body] as const])),
  )
  const [routeMaps, tunnels] = [readRouteMaps(commands), readTunnelEnds(commands)]
  const exporterPorts = readExporterPorts(commands)
  const found: ObservedFeature[] = []
  for (const line of commands) {
    if (found.length >= MAX_FEATURES) break
    const written = interfaceOf(line)
    const port = written === undefined ? undefined : (rules.portName(written) ?? written)
    const featureLine = { line, port, blocks, routeMaps, tunnels }
    const said =
      rules.readOwn?.(featureLine) ??
      readTunnel(featureLine, rules.portName) ??
      readPortFeature(featureLine) ??
      readFlowExporter(line, exporterPorts) ??
      readGlobalFeature(featureLine)
    if (said !== undefined) found.push({ ...said, line: line.number, text: rules.redact(line.written) })
  }
  return [...found, ...readOverlays(commands, rules)].sort((a, b) => a.line - b.line)
}

function readRouteMaps(commands: readonly ConfigLine[]): ReadonlyMap<string, RouteMapWay> {
  const maps = new Map<string, RouteMapWay>()
  for (const { text, parent } of commands) {
    const name = /^route-map (\S{1,128})/i.exec(parent?.text ?? '')?.[1]?.toLowerCase()
    if (name === undefined) continue
    const nextHop = /^set ip(?:v6)? next-hop (?:recursive |verify-availability )?([\da-f.:]{2,45})/i.exec(text)?.[1]
    const through = /^set interface (\S{1,64})/i.exec(text)?.[1]
    const said = { ...(nextHop === undefined ? {} : { nextHop }), ...(through === undefined ? {} : { through }) }
    maps.set(name, { ...said, ...maps.get(name) })
  }
  return maps
}
