/** What the messages of NX-OS that matter here say. */
import type { CiscoMessage } from '../../_syslog/cisco-header.ts'
import type { Meaning } from '../../_syslog/cisco-line-reader.ts'
import { readAccounting, readOrigin } from './accounting.ts'
import { readLoginMessage } from './logins.ts'

/** @source `%VSHD-5-VSHD_SYSLOG_CONFIG_I: Configured from vty by netops-1 on 192.0.2.10@pts/0`; `console0`, `vsh.19419` stand for lines */
const CONFIGURED = /^Configured from (\S{1,64}) by (\S{1,128}) on (\S{1,160})/
/** The mark of a context before the text. @source NX-OS System Messages Reference, "%$VDC #%$" and "%$VRF #%$" */
const CONTEXT_MARK = /^%\$ ?(?:VDC|VRF)[ -]?\S{1,64} ?%\$ ?/i
/** @source facility and mnemonic as public detection content names them; the text after them is not published */
const STATE_MNEMONIC = /^(?:ETH_SPAN_)?SESSION_(UP|DOWN)$/
const STATE_FACILITY = /^(?:MIRROR|SPAN|ETH_SPAN|MONITOR)(?:-|$)/

/** Reads a message by facility and mnemonic. Never throws. */
export function readMessage(message: CiscoMessage): Meaning {
  const { facility, mnemonic } = message
  const text = message.text.replace(CONTEXT_MARK, '')
  if (mnemonic === 'AAA_ACCOUNTING_MESSAGE') return readAccounting(text)
  if (mnemonic === 'VSHD_SYSLOG_CONFIG_I') return readConfigured(text)
  const state = STATE_FACILITY.test(facility) ? STATE_MNEMONIC.exec(mnemonic) : null
  if (state !== null) return readState(text, state[1] === 'UP')
  return (
    readLoginMessage({ ...message, text }) ?? {
      kind: 'irrelevant',
      because: `${facility} ${mnemonic} is not about mirroring`,
    }
  )
}

function readConfigured(text: string): Meaning {
  const [, origin, account, where = ''] = CONFIGURED.exec(text) ?? []
  if (origin === undefined || account === undefined)
    return { kind: 'unrecognised', because: 'VSHD_SYSLOG_CONFIG_I without an account' }
  const actor = { account, ...readOrigin(where) }
  return { kind: 'signal', signal: 'configuration-edited', detail: `configured from ${origin}`, actor }
}

/** The session's number, where the text has one. */
function readState(text: string, running: boolean): Meaning {
  const id = /\bsession (\d{1,2})\b/i.exec(text)?.[1]
  const address = id === undefined ? undefined : { scope: '', namespace: 'monitor-session', id: String(Number(id)) }
  return { kind: 'state', running, ...(address === undefined ? {} : { address }) }
}
