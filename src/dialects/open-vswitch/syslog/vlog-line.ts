/** One line that a program of Open vSwitch wrote, into a log of the host or its own file. */
import type { RecordIdentity } from '../../../facts/fact-id.ts'
import type { FactTime, RefName } from '../../../facts/schema-parts.ts'
import { type Instant, parseInstant } from '../../../kit/instant.ts'
import { canonicalAddress } from '../../../kit/ip-network.ts'
import { openEnvelope, type RelayStamp } from '../../_syslog/envelope.ts'

/** A message taken out of its headers. `{ module: 'vsctl', text: 'Called as ovs-vsctl add-br br0', … }` */
export interface VlogLine {
  readonly module: string
  readonly text: string
  readonly names: readonly RefName[]
  readonly time: FactTime
  readonly identity: RecordIdentity
}

const MAX_LINE_LENGTH = 8192
/** @source ovs-appctl(8), Logging: pattern for the system's log `ovs|%05N|%c%T|%p|%m`, behind the program's name */
const IN_SYSTEM_LOG =
  /^(?:[\w.-]{1,64}(?:\[\d{1,10}\])?: )?ovs\|\d{5,10}\|([a-z0-9_]{1,64})(?:\([^)|]{1,64}\))?\|(?:EMER|ERR|WARN|INFO|DBG)\|(.*)$/
/** @source ovs-appctl(8), Logging: pattern for a file `%D{%Y-%m-%dT%H:%M:%S.###Z}|%05N|%c%T|%p|%m` */
const IN_OWN_FILE =
  /^(\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(?:\.\d{1,9})?Z)\|\d{5,10}\|([a-z0-9_]{1,64})(?:\([^)|]{1,64}\))?\|(?:EMER|ERR|WARN|INFO|DBG)\|(.*)$/

/** Takes a line apart; undefined when no program of Open vSwitch wrote it. Never throws. */
export function readVlogLine(raw: string, reference: Instant): VlogLine | undefined {
  const line = raw.slice(0, MAX_LINE_LENGTH)
  return readOwnFile(line) ?? readSystemLog(line, reference)
}

/** Its own files do not name the host. */
function readOwnFile(line: string): VlogLine | undefined {
  const [, written, module, text] = IN_OWN_FILE.exec(line) ?? []
  if (written === undefined || module === undefined || text === undefined) return undefined
  const at = parseInstant(written)
  const time: FactTime = { ...(at === undefined ? {} : { at }), written, basis: at === undefined ? 'none' : 'record' }
  return { module, text, names: [], time, identity: { written: `${module}|${text}`, writtenTime: written } }
}

function readSystemLog(line: string, reference: Instant): VlogLine | undefined {
  const { host, stamp, message } = openEnvelope(line, reference)
  const [, module, text] = IN_SYSTEM_LOG.exec(message) ?? []
  if (module === undefined || text === undefined) return undefined
  return {
    module,
    text,
    names:
      host === undefined ? [] : [{ by: canonicalAddress(host) === undefined ? 'hostname' : 'address', value: host }],
    time: timeOf(stamp),
    identity: { written: `${host ?? ''} ${module}|${text}`, writtenTime: stamp?.written ?? '' },
  }
}

function timeOf(stamp: RelayStamp | undefined): FactTime {
  if (stamp === undefined) return { basis: 'none' }
  const { at, written, inferred } = stamp
  if (at === undefined) return { written, basis: 'none' }
  return { at, written, basis: 'record', ...(inferred.length === 0 ? {} : { inferred }) }
}
