/** One line of a configuration as features are read from it. */
import type { ObservedFeature } from '../../../facts/fact.ts'
import type { ConfigLine } from '../text/config-text.ts'

/** A feature as a line says it, without the line. */
export type SaidFeature = Pick<ObservedFeature, 'feature' | 'name' | 'values'>

/** The first next hop or interface of any clause of a route map. */
export interface RouteMapWay {
  readonly nextHop?: string
  readonly through?: string
}

/** What the block of a tunnel says of it: `{ source: 'Loopback0', destination: '198.51.100.9', mode: 'gre ip' }`. */
export type TunnelEnds = Readonly<Partial<Record<'source' | 'destination' | 'mode', string>>>

/** A line, and what other lines of the configuration say that it needs. */
export interface FeatureLine {
  readonly line: ConfigLine
  /** The interface in whose block the line stands, as the platform prints it. */
  readonly port: string | undefined
  /** Every block of the configuration by its head's text in lower case. */
  readonly blocks: ReadonlyMap<string, readonly ConfigLine[]>
  /** Where each route map sends, by its name in lower case. */
  readonly routeMaps: ReadonlyMap<string, RouteMapWay>
  /** The ends of each tunnel, by the head of its block. */
  readonly tunnels: ReadonlyMap<ConfigLine | undefined, TunnelEnds>
}

/** What differs between platforms. */
export interface FeatureRules {
  /** How the platform prints a port; undefined for what is none. */
  readonly portName: (text: string) => string | undefined
  readonly redact: (text: string) => string
  /** Features that only this platform writes so. */
  readonly readOwn?: (line: FeatureLine) => SaidFeature | undefined
}
