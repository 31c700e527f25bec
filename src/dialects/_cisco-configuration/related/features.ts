/** What a configuration shows beside mirrors that decides what a mirror means, or where its copy travels. */
import type { ObservedFeature } from '../../../facts/fact.ts'
import { interfaceOf } from '../document/device.ts'
import type { ConfigLine } from '../text/config-text.ts'
import type { FeatureRules, RouteMapWay } from './feature-line.ts'
import { readGlobalFeature } from './global-features.ts'
import { readPortFeature } from './port-features.ts'

export type { FeatureLine, FeatureRules, SaidFeature } from './feature-line.ts'

/** Bounds what a hostile file can make us say. */
const MAX_FEATURES = 20_000

/**
 * Addresses, tunnels, routes, translations, ports carried elsewhere, AAA servers and boot images, in the order written.
 * `ip address 192.0.2.1/24` in `interface loopback0` → address `loopback0` `{ ip: '192.0.2.1/24' }`. Never throws.
 */
export function readFeatures(commands: readonly ConfigLine[], rules: FeatureRules): readonly ObservedFeature[] {
  const bodies = Map.groupBy(commands, ({ parent }) => parent)
  const blocks = new Map(
    [...bodies].flatMap(([head, body]) => (head === undefined ? [] : [[head.text.toLowerCase(), body] as const])),
  )
  const routeMaps = readRouteMaps(commands)
  const found: ObservedFeature[] = []
  for (const line of commands) {
    if (found.length >= MAX_FEATURES) break
    const port = rules.portName(interfaceOf(line) ?? '')
    const featureLine = { line, body: bodies.get(line) ?? [], port, blocks, routeMaps }
    const said =
      rules.readOwn?.(featureLine) ?? readPortFeature(featureLine, rules.portName) ?? readGlobalFeature(featureLine)
    if (said !== undefined) found.push({ ...said, line: line.number, text: rules.redact(line.written) })
  }
  return found
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
