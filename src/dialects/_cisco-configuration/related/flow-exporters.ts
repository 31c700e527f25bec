/** Where a device sends records of its flows: those streams are no copies. */
import type { ConfigLine } from '../text/config-text.ts'
import type { SaidFeature } from './feature-line.ts'

const HOST = String.raw`([\w.:-]{1,253})`

/**
 * Commands that name a collector by themselves, and its port where they have one.
 *
 * @source Cisco IOS command `ip flow-export destination A P [vrf V]`
 * @source Cisco NX-OS command `sflow collector-ip A vrf V`
 * @source EOS commands `sflow [vrf V] destination A [P]`, and `collector A [port P]` of an exporter of `flow tracking`
 */
const COLLECTORS: readonly (readonly [pattern: RegExp, name: string])[] = [
  [new RegExp(`^ip(?:v6)? flow-export destination ${HOST} (\\d{1,5})\\b`, 'i'), 'ip flow-export'],
  [new RegExp(`^sflow collector-ip ${HOST}(?: |$)`, 'i'), 'sflow'],
  [new RegExp(`^sflow (?:vrf \\S{1,64} )?destination ${HOST}(?: (\\d{1,5}))?$`, 'i'), 'sflow'],
]
/** Heads of blocks that hold one: `flow exporter X`, in EOS `exporter X` of a tracker. */
const EXPORTER = /^(?:flow )?exporter (\S{1,64})$/i
const IN_EXPORTER = new RegExp(`^(?:destination|collector) ${HOST}(?: port (\\d{1,5}))?(?: |$)`, 'i')
/** Words where an address could stand. @source Cisco IOS-XE `destination local {file-export | wlc}`, EOS `collector sflow` */
const NO_HOST = /^(?:local|sflow)$/i

/** The ports that stand on a line of their own, by the head of their block; `undefined` is the top level, for NX-OS sFlow. */
export function readExporterPorts(commands: readonly ConfigLine[]): ReadonlyMap<ConfigLine | undefined, string> {
  const ports = new Map<ConfigLine | undefined, string>()
  for (const { text, parent } of commands) {
    const port = (parent === undefined ? /^sflow collector-port (\d{1,5})$/i : /^transport udp (\d{1,5})$/i).exec(text)
    if (port?.[1] !== undefined) ports.set(parent, port[1])
  }
  return ports
}

/**
 * `destination 198.51.100.5` of `flow exporter NDE-1` → flow-exporter `NDE-1` `{ destination: '198.51.100.5', port: '2055' }`; without a port
 * where the platform's default holds.
 */
export function readFlowExporter(
  { text, parent }: ConfigLine,
  ports: ReturnType<typeof readExporterPorts>,
): SaidFeature | undefined {
  const name = EXPORTER.exec(parent?.text ?? '')?.[1]
  const inExporter = name === undefined ? null : IN_EXPORTER.exec(text)
  if (name !== undefined && inExporter !== null) return exporter(name, inExporter, ports.get(parent))
  for (const [pattern, of] of COLLECTORS) {
    const found = pattern.exec(text)
    if (found !== null) return exporter(of, found, of === 'sflow' ? ports.get(undefined) : undefined)
  }
  return undefined
}

function exporter(
  name: string,
  [, destination, inline]: readonly (string | undefined)[],
  apart: string | undefined,
): SaidFeature | undefined {
  if (destination === undefined || NO_HOST.test(destination)) return undefined
  const port = inline ?? apart
  return { feature: 'flow-exporter', name, values: { destination, ...(port === undefined ? {} : { port }) } }
}
