/** Which port of a row names its service, so that ephemeral ports do not make a stream of every connection. */
import { CARRIERS } from '../../../facts/carriers.data.ts'
import type { FlowRow } from '../../_row/flow-row.ts'
import { CLEAR_TEXT_SERVICES, CONTEXT_PORTS, FIRST_USER_PORT } from './services.data.ts'

const TCP = 6
const UDP = 17
const SCTP = 132

const knownPorts: ReadonlySet<number> = new Set([
  ...CARRIERS.flatMap((carrier) => ('port' in carrier ? [carrier.port] : [])),
  ...CONTEXT_PORTS,
])

/**
 * The destination's port where it is a known one (or a copy seen by its header is sent there), else the source's where that one
 * is known; undefined for neither, and for protocols whose port fields mean something else.
 */
export function servicePort({ protocol, carrier, sourcePort, destinationPort }: FlowRow): number | undefined {
  if (protocol !== TCP && protocol !== UDP && protocol !== SCTP) return undefined
  if (isKnown(destinationPort) || (carrier !== 0 && destinationPort !== 0)) return destinationPort
  return isKnown(sourcePort) ? sourcePort : undefined
}

function isKnown(port: number): boolean {
  return (port > 0 && port < FIRST_USER_PORT) || knownPorts.has(port)
}

/** `tcp/23` for a packet inside a carrier that is of a service spoken in clear text, to it or from it. */
export function clearTextService({
  innerProtocol,
  innerSourcePort,
  innerDestinationPort,
}: FlowRow): string | undefined {
  if (innerProtocol !== TCP && innerProtocol !== UDP) return undefined
  const transport = innerProtocol === TCP ? 'tcp' : 'udp'
  return [`${transport}/${innerDestinationPort}`, `${transport}/${innerSourcePort}`].find((service) =>
    CLEAR_TEXT_SERVICES.has(service),
  )
}
