/** Suricata EVE: flows, and the tunnels around any event. */
import { type JsonObject, textOf } from '../_records/members.ts'
import { holdsOnly } from '../_records/sample-objects.ts'
import type { FlowFormat } from '../contract.ts'
import { EveReader, eventOf } from './read-event.ts'

export const flowFormat: FlowFormat = {
  id: 'suricata',
  version: 1,
  title: 'Suricata (EVE)',
  observer: 'sensor',
  limits: [
    'EVE names the outer addresses of a tunnel only in events about packets (alerts), not in the records of flows: a copy that alerts on nothing shows only the flows inside it.',
    'It says GRE, but not its type: ERSPAN and an ordinary GRE tunnel look the same; and no session or network numbers.',
    'A sensor sees only what reaches its port.',
  ],
  file: { framing: 'json', recognise: (sample) => (holdsOnly(sample, isEve) ? 0.95 : 0), open: () => new EveReader() },
}

/** As Suricata writes times: always with microseconds and an offset without a colon. */
const TIMESTAMP = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{6}[+-]\d{4}$/

/** Every event has its type and time; all but those about Suricata itself have the number of a flow or addresses. */
function isEve(record: JsonObject): boolean {
  const event = eventOf(record)
  const type = textOf(event['event_type'])
  if (type === '' || !TIMESTAMP.test(textOf(event['timestamp']))) return false
  return type === 'stats' || type === 'engine' || event['flow_id'] !== undefined || event['src_ip'] !== undefined
}
