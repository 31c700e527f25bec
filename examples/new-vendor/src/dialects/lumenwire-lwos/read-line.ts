/** Log lines → facts: typed commands. */
import type { RefName } from '../../facts/schema-parts.ts'
import { canonicalAddress } from '../../kit/ip-network.ts'
import type { CiscoLine } from '../_syslog/cisco-line.ts'
import { createLineReader, type Meaning } from '../_syslog/cisco-line-reader.ts'
import { openEnvelope } from '../_syslog/envelope.ts'
import { isKept } from './commands.ts'
import { ID, VERSION } from './identity.ts'
import { redact } from './redact.ts'

/** The program that writes the log, as APP-NAME of an RFC 5424 header. @source Lumenwire LWOS 7 message reference, header */
const APPLICATION = 'lwos-audit'
/** @source Lumenwire LWOS 7 message reference, `COMMAND`: `user=netops-3 line=vty2 from=198.51.100.23 typed "watch port 1/7"` */
const COMMAND = /^user=(\S{1,64}) line=(\S{1,64}) from=(\S{1,64}) typed "(.{1,4096})"$/

/** Reads lines of the device's log. Needles are the shapes that can become a fact. */
export const lineReader = createLineReader({
  dialect: { id: ID, version: VERSION, redact },
  needles: [' typed "'],
  take,
  readMeaning: ({ text }) => readMeaning(text),
  carriesCommands: ({ text }) => COMMAND.test(text),
})

/** A line of this platform: whose it is and when it was written; undefined for another's. */
function take(written: string, reference: string): CiscoLine | undefined {
  const { application, host, stamp, message } = openEnvelope(written, reference)
  if (application !== APPLICATION) return undefined
  const text = message.trim()
  const time = stamp === undefined ? '' : stamp.written
  return {
    message: undefined,
    text,
    names: namesOf(host),
    time: {
      ...(stamp?.at === undefined ? {} : { at: stamp.at }),
      ...(stamp === undefined ? {} : { written: time }),
      basis: stamp?.at === undefined ? 'none' : 'record',
      ...(stamp === undefined || stamp.inferred.length === 0 ? {} : { inferred: stamp.inferred }),
    },
    identity: { written: `${host ?? ''} ${text}`, writtenTime: time },
  }
}

function namesOf(host: string | undefined): readonly RefName[] {
  if (host === undefined) return []
  const address = canonicalAddress(host)
  return [address === undefined ? { by: 'hostname', value: host } : { by: 'address', value: address }]
}

function readMeaning(text: string): Meaning {
  const [, account, line, from, command] = COMMAND.exec(text) ?? []
  if (account !== undefined && line !== undefined && from !== undefined && command !== undefined) {
    if (!isKept(command)) return { kind: 'irrelevant', because: 'a command that does not belong to a tap group' }
    return { kind: 'command', command, actor: { account, from, line } }
  }
  // Every login of every monitoring system would be a fact; the AAA records have them.
  return { kind: 'irrelevant', because: 'no typed command' }
}
