/** What a configuration shows beside mirrors that decides what a mirror means, or where its copy travels. */
import type { ObservedFeature } from '../../../facts/fact.ts'
import { interfaceOf } from '../document/device.ts'
import type { ConfigLine } from '../text/config-text.ts'
import { readGlobalFeature } from './global-features.ts'
import { readPortFeature } from './port-features.ts'

/** A feature as a line says it, without the line. */
export type SaidFeature = Pick<ObservedFeature, 'feature' | 'name' | 'values'>

/** The first next hop or interface of any clause of a route map. */
export interface RouteMapWay {
  readonly nextHop?: string
  readonly through?: string
}

/** A line with the lines of its block. */
export interface FeatureLine {
  readonly line: ConfigLine
  readonly body: readonly ConfigLine[]
  /** The interface in whose block the line stands, as the platform prints it. */
  readonly port: string | undefined
  /** Every block of the configuration by its head's text in lower case. */
  readonly blocks: ReadonlyMap<string, readonly ConfigLine[]>
  /** Where each route map sends, by its name in lower case. */
  readonly routeMaps: ReadonlyMap<string, RouteMapWay>
}

/** What differs between platforms. */
export interface FeatureRules {
  /** How the platform prints a port; undefined for what is none. */
  readonly portName: (text: string) => string | undefined
  readonly redact: (text: string) => string
  /** Features that only this platform writes so. */
  readonly readOwn?: (line: FeatureLine) => SaidFeature | undefined
}

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
