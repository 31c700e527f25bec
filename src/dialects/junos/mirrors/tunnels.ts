/** Tunnel interfaces: a copy that leaves through one ends at its far end. */
import { canonicalAddress } from '../../../kit/ip-network.ts'
import { readValue } from '../tree/values.ts'
import { type ConfigView, findActive } from '../tree/view.ts'

/** `{ source: '192.0.2.1', destination: '203.0.113.9', mode: 'gre' }` */
export interface Tunnel {
  readonly source: string | undefined
  readonly destination: string
  readonly mode: string
}

/** @source Junos interface names: gr- GRE, ip- IP over IP, fti flexible tunnel, st0 IPsec, vt- and lt- stay inside the device */
const MODES: readonly (readonly [name: RegExp, mode: string])[] = [
  [/^gre?-?\d/, 'gre'],
  [/^ip(?:-|ip)?\d/, 'ipip'],
]

/**
 * The tunnel of an interface unit, `gr-0/0/0.0` or `fti0.0`; undefined where it is none or has no far end. A unit left out is 0.
 *
 * @source Junos `interfaces gr-0/0/0 unit 0 tunnel {source; destination}`; `interfaces fti0 unit 0 tunnel encapsulation gre
 * {source {address A}; destination {address B}}`
 */
export function tunnelOf(view: ConfigView, name: string): Tunnel | undefined {
  const [device = '', unit = '0'] = name.split('.')
  const tunnel =
    findActive(view, 'interfaces', device, 'unit', unit, 'tunnel') ?? findActive(view, 'interfaces', device, 'tunnel')
  if (tunnel === undefined) return undefined
  const mode = readValue(tunnel, 'encapsulation')
  const holder = mode === undefined ? tunnel : findActive(tunnel, 'encapsulation', mode)
  const destination = endOf(holder, 'destination')
  if (destination === undefined) return undefined
  const named = MODES.find(([shape]) => shape.test(device))?.[1] ?? 'gre'
  return { source: endOf(holder, 'source'), destination, mode: mode ?? named }
}

/** `destination 203.0.113.9` or `destination { address 203.0.113.9; }`. */
function endOf(holder: ConfigView | undefined, end: 'source' | 'destination'): string | undefined {
  const written = readValue(holder, end, 'address') ?? readValue(holder, end)
  return written === undefined ? undefined : canonicalAddress(written)
}
