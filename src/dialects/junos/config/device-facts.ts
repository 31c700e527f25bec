/** What a configuration says of the device itself: its names and addresses, its bundles, and the channels it feeds. */
import type { DeclaredLegs, IdentityFact } from '../../../facts/fact.ts'
import { canonicalAddress } from '../../../kit/ip-network.ts'
import type { LineOutcome } from '../../contract.ts'
import { readNames } from '../mirrors/names.ts'
import type { ScannedConfig } from '../text/scan-config.ts'
import { activeChildren, linesOf, namesOf, readValue } from '../tree/values.ts'
import { type ConfigView, find, findActive } from '../tree/view.ts'

type Name = IdentityFact['names'][number]

/** Facts about one device, with the lines that say them. */
export interface DeviceFacts {
  readonly hostname: string | undefined
  readonly names: readonly Name[]
  readonly declares: DeclaredLegs
  /** `ae0` → members. */
  readonly bundles: Readonly<Record<string, readonly string[]>>
  readonly outcomes: readonly LineOutcome[]
}

/** Addresses that name nobody: of the device to itself, between its own parts, and link-local ones. */
const UNNAMING = /^(?:127\.|128\.0\.|fe80:|::1$|0\.0\.0\.0$)/i
/** @source Oxidized and RANCID models for Junos: comments from `show chassis hardware` and `show version` */
const SERIALS = [/^#\s*Chassis\s{2,}(\w{6,32})\s/, /^#\s*(?:Chassis )?[Ss]erial [Nn]umber\s*:\s*(\w{6,32})\s*$/]

/** Reads what a configuration says of its device. Never throws. */
export function readDeviceFacts(view: ConfigView, config: ScannedConfig): DeviceFacts {
  const hostnames = hostnamesOf(view, config)
  const [hostname] = hostnames
  const domain = readValue(view, 'system', 'domain-name')
  const values: readonly Name[] = [
    ...hostnames.map((value) => ({ by: 'hostname', value }) as const),
    ...(hostname === undefined || domain === undefined
      ? []
      : [{ by: 'hostname', value: `${hostname}.${domain}` } as const]),
    ...serialsOf(config).map((value) => ({ by: 'serial', value }) as const),
    ...ownAddresses(view).map(({ address }) => ({ by: 'address', value: address }) as const),
  ]
  return {
    hostname,
    names: distinct(values),
    declares: readDeclaredLegs(view),
    bundles: Object.fromEntries(readNames(view).bundles),
    outcomes: readOutcomes(view),
  }
}

/** Its own name first; then those of its routing engines or nodes, and of the prompt. */
function hostnamesOf(view: ConfigView, { headings }: ScannedConfig): readonly string[] {
  const own = readValue(view, 'system', 'host-name')
  const engines = activeChildren(view, 'groups')
    .filter(({ word }) => /^(?:re|node|member)\d{1,2}$/.test(word))
    .flatMap((group) => readValue(group, 'system', 'host-name') ?? [])
  const prompted = headings.flatMap(({ host }) => host ?? [])
  return [...new Set([...(own === undefined ? [] : [own]), ...engines, ...prompted])]
}

/** Of chassis and members, not of parts that move between devices. */
function serialsOf({ comments }: ScannedConfig): readonly string[] {
  return comments.flatMap((comment) => SERIALS.flatMap((shape) => shape.exec(comment)?.[1] ?? []))
}

/** An address of an interface unit. */
export interface OwnAddress {
  readonly port: string
  readonly address: string
  /** As written: `192.0.2.1/24`. */
  readonly written: string
  readonly lines: readonly number[]
}

/** Every address of the device's own interfaces. @source Junos `interfaces I unit U family {inet|inet6} address A/L` */
export function ownAddresses(view: ConfigView): readonly OwnAddress[] {
  return activeChildren(view, 'interfaces').flatMap((port) =>
    activeChildren(port, 'unit').flatMap((unit) =>
      ['inet', 'inet6'].flatMap((family) =>
        activeChildren(unit, 'family', family, 'address').flatMap((at) => {
          const address = canonicalAddress(at.word.replace(/\/\d{1,3}$/, ''))
          if (address === undefined || UNNAMING.test(address)) return []
          return [{ port: `${port.word}.${unit.word}`, address, written: at.word, lines: linesOf(at) }]
        }),
      ),
    ),
  )
}

/** @source Junos `system syslog host A FACILITY LEVEL`, facilities interactive-commands and change-log; `system accounting events` */
function readDeclaredLegs(view: ConfigView): DeclaredLegs {
  const hosts = activeChildren(view, 'system', 'syslog', 'host')
  const accounting = findActive(view, 'system', 'accounting')
  const events = namesOf(accounting, 'events')
  return {
    log: hosts.length > 0,
    commandLog: hosts.some((host) =>
      ['interactive-commands', 'change-log', 'any'].some((facility) => sends(host, facility)),
    ),
    accounting: namesOf(accounting, 'destination').length > 0 && events.some((event) => event !== 'login'),
  }
}

/** Commands are logged at the levels notice and info. */
function sends(host: ConfigView, facility: string): boolean {
  const level = readValue(host, facility)
  return level === 'any' || level === 'info' || (level === 'notice' && facility !== 'any')
}

/** Lines used for a fact other than a session are modelled too. */
function readOutcomes(view: ConfigView): readonly LineOutcome[] {
  const uses: readonly (readonly [ConfigView | undefined, string])[] = [
    [find(view, 'system', 'host-name'), 'names the device'],
    [find(view, 'system', 'syslog', 'host'), 'declares where the log goes'],
    [find(view, 'system', 'accounting'), 'declares accounting of commands'],
  ]
  return [
    ...uses.flatMap(([at, because]) => linesOf(at).map((line) => ({ line, outcome: 'modelled', because }) as const)),
    ...ownAddresses(view).flatMap(({ lines }) =>
      lines.map((line) => ({ line, outcome: 'modelled', because: 'address of the device' }) as const),
    ),
  ]
}

function distinct(names: readonly Name[]): readonly Name[] {
  return [...new Map(names.map((name) => [`${name.by} ${name.value}`, name])).values()]
}
