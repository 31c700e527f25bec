/** Two weeks of logs of the sites: an ordinary hum, and the few lines in which somebody sets up a mirror. */
import { DEVICES, type EstateDevice } from './sites.ts'

/** A line with the moment it was received. */
interface LogLine {
  readonly at: Date
  readonly device: EstateDevice
  readonly text: string
}

/** `moment('12 02:36')` → 2026-11-12 02:36 UTC. */
const moment = (text: string): Date => new Date(`2026-11-${text.replace(' ', 'T')}Z`)

/** The same numbers on every machine. @source Numerical Recipes, "quick and dirty" generator: 1664525, 1013904223 */
function randomFrom(seed: number): () => number {
  let state = seed
  return () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0
    return state / 2 ** 32
  }
}

const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec']
const two = (value: number): string => String(value).padStart(2, '0')
const clock = (at: Date): string => at.toISOString().slice(11, 19)
const monthDay = (at: Date): string => `${MONTHS[at.getUTCMonth()]} ${String(at.getUTCDate()).padStart(2, ' ')}`

/** What a log server writes: its own stamp, the sender, and what the device sent. */
function received({ at, device, text }: LogLine): string {
  return `${at.toISOString().slice(0, 19)}+00:00 ${device.name} ${text}\n`
}

const stamp: Readonly<Record<EstateDevice['vendor'], (at: Date, text: string) => string>> = {
  nxos: (at, text) => `: 2026 ${MONTHS[at.getUTCMonth()]} ${two(at.getUTCDate())} ${clock(at)} UTC: ${text}`,
  eos: (at, text) => text.replace('START', String(Math.floor(at.getTime() / 1000))),
  junos: (_, text) => text,
  ios: (at, text) =>
    `${4000 + at.getUTCHours() * 60 + at.getUTCMinutes()}: ${monthDay(at)} 2026 ${clock(at)}.000 UTC: ${text}`,
}

const HUM: Readonly<Record<EstateDevice['vendor'], readonly ((n: number) => string)[]>> = {
  nxos: [
    (n) => `%ETHPORT-5-IF_UP: Interface Ethernet1/${(n % 6) + 1} is up in mode access`,
    (n) =>
      `%AAA-6-AAA_ACCOUNTING_MESSAGE: update:192.0.2.100@pts/0:netops-1:show interface Ethernet1/${(n % 6) + 1} (SUCCESS)`,
  ],
  eos: [
    (n) => `Ebra: %LINEPROTO-5-UPDOWN: Line protocol on Interface Ethernet${(n % 6) + 1}, changed state to up`,
    (n) =>
      `Aaa: %ACCOUNTING-6-CMD: netops-1 vty3 192.0.2.100 stop task_id=${n} start_time=START timezone=UTC service=shell priv-lvl=15 cmd=show interfaces status <cr>`,
  ],
  junos: [
    (n) =>
      `mib2d[1484]: SNMP_TRAP_LINK_UP: ifIndex ${500 + n}, ifAdminStatus up(1), ifOperStatus up(1), ifName ge-0/0/${(n % 6) + 1}`,
    () => `mgd[4163]: UI_CMDLINE_READ_LINE: User 'netops-1', command 'show interfaces terse '`,
  ],
  ios: [
    (n) => `%LINK-3-UPDOWN: Interface GigabitEthernet0/0/${(n % 6) + 1}, changed state to up`,
    (n) => `%PARSER-5-CFGLOG_LOGGEDCMD: User:netops-1  logged command:interface GigabitEthernet0/0/${(n % 6) + 1}`,
  ],
}

/** Five or so lines a day and device. */
function humOf(device: EstateDevice, date: number, random: () => number): readonly LogLine[] {
  if (device.darkFrom !== undefined && date >= device.darkFrom) return []
  return Array.from({ length: 5 }, (_, index) => {
    const at = new Date(Date.UTC(2026, 10, date, index * 5, Math.floor(random() * 60), Math.floor(random() * 60)))
    const [first, second] = HUM[device.vendor]
    const say = random() < 0.6 ? first : second
    return { at, device, text: stamp[device.vendor](at, say?.(Math.floor(random() * 900)) ?? '') }
  })
}

/** Lines typed four seconds apart. */
function typed(name: string, begin: Date, messages: readonly string[]): readonly LogLine[] {
  const device = DEVICES.find((one) => one.name === name)
  if (device === undefined) throw new RangeError(`no device ${name}`)
  return messages.map((message, index) => {
    const at = new Date(begin.getTime() + index * 4000)
    return { at, device, text: stamp[device.vendor](at, message) }
  })
}

const nxosCommand = (who: string, command: string): string =>
  `%AAA-6-AAA_ACCOUNTING_MESSAGE: update:${who}:configure terminal ; ${command} (SUCCESS)`
const eosCommand = (who: string, task: number, command: string): string =>
  `Aaa: %ACCOUNTING-6-CMD: ${who} vty6 192.0.2.101 stop task_id=${task} start_time=START timezone=UTC service=shell priv-lvl=15 cmd=${command} <cr>`
const junosSet = (who: string, path: string, value: string): string =>
  `mgd[4163]: UI_CFG_AUDIT_SET: User '${who}' set: [${path}] <unconfigured> -> "${value}"`

/** What happened at the sites, in the words of their devices. */
function stories(): readonly LogLine[] {
  const night = '203.0.113.77@pts/1:netops-7'
  return [
    ...typed('dc1-leaf-3', moment('12 02:36'), [nxosCommand(night, 'no logging server 192.0.2.50')]),
    ...typed(
      'dc1-leaf-3',
      moment('12 02:40'),
      [
        'monitor session 9 type erspan-source',
        'monitor session 9 type erspan-source ; erspan-id 9',
        'monitor session 9 type erspan-source ; vrf default',
        'monitor session 9 type erspan-source ; destination ip 203.0.113.80',
        'monitor session 9 type erspan-source ; source interface Ethernet1/49 rx',
        'monitor session 9 type erspan-source ; no shut',
      ].map((command) => nxosCommand(night, command)),
    ),
    ...typed('dc1-leaf-3', moment('12 02:42'), ['%ETH_SPAN_SESSION-5-ETH_SPAN_SESSION_UP: Session 9 is up']),
    ...typed('ams-edge-1', moment('05 09:12'), [
      eosCommand('netops-2', 701, 'monitor session TSHOOT source Ethernet3 rx'),
      eosCommand('netops-2', 702, 'monitor session TSHOOT destination Ethernet24'),
    ]),
    ...typed('fra-mx-1', moment('11 10:05'), [
      `mgd[4163]: UI_DBASE_LOGIN_EVENT: User 'netops-1' entering configuration mode`,
      junosSet('netops-1', 'forwarding-options analyzer IDS input egress interface ge-0/0/1.0', 'ge-0/0/1.0'),
      `mgd[4163]: UI_COMMIT: User 'netops-1' requested 'commit' operation (comment: CHG0030311 both directions for the IDS)`,
      `mgd[4163]: UI_COMMIT_COMPLETED: commit complete`,
    ]),
    ...typed('fra-ex-4', moment('13 22:40'), [
      junosSet('netops-4', 'forwarding-options analyzer LATE input ingress interface ge-0/0/3.0', 'ge-0/0/3.0'),
      junosSet('netops-4', 'forwarding-options analyzer LATE output ip-address', '203.0.113.82'),
    ]),
    ...typed('par-rtr-1', moment('10 23:50'), [
      '%SYS-5-CONFIG_I: Configured from tftp://203.0.113.9/par-rtr-1.cfg by netops-5 on vty0 (203.0.113.9)',
    ]),
    ...typed(
      'par-rtr-2',
      moment('09 23:10'),
      [
        'event manager applet NIGHT-CHECK',
        'event timer cron cron-entry "0 3 * * *"',
        'action 1.0 cli command "enable"',
        'action 2.0 cli command "configure terminal"',
        'action 3.0 cli command "monitor session 5 source interface Gi0/0/1 both"',
        'action 4.0 cli command "monitor session 5 destination interface Gi0/0/3"',
      ].map((command) => `%PARSER-5-CFGLOG_LOGGEDCMD: User:netops-5  logged command:${command}`),
    ),
  ]
}

/** The log files of the sites by name. What `dc1-leaf-3` says after it stopped logging never reaches the server. */
export function logFiles(): ReadonlyMap<string, string> {
  const random = randomFrom(20261102)
  const dates = Array.from({ length: 15 }, (_, index) => index + 2)
  const hum = dates.flatMap((date) => DEVICES.flatMap((device) => humOf(device, date, random)))
  const all = [...hum, ...stories()].filter(({ at, device }) => at < moment('16 09:00') && !isCut(device, at))
  const byDate = Map.groupBy(all, ({ at }) => at.toISOString().slice(0, 10))
  return new Map(
    [...byDate].map(([date, lines]) => [
      `sites-${date}.log`,
      lines
        .toSorted((a, b) => a.at.getTime() - b.at.getTime() || (a.text < b.text ? -1 : 1))
        .map(received)
        .join(''),
    ]),
  )
}

function isCut({ name }: EstateDevice, at: Date): boolean {
  return name === 'dc1-leaf-3' && at > moment('12 02:36:30')
}

/** Commands as the AAA server of the sites recorded them: it goes on where the log stops. */
export function accountingFile(): string {
  const who = (name: string): string => DEVICES.find((device) => device.name === name)?.address ?? ''
  const records = [
    ...[
      'monitor session 9 type erspan-source',
      'erspan-id 9',
      'vrf default',
      'destination ip 203.0.113.80',
      'source interface Ethernet1/49 rx',
      'no shut',
    ].map((command, index) => ({
      at: new Date(moment('12 02:40').getTime() + index * 4000),
      nas: who('dc1-leaf-3'),
      account: 'netops-7',
      from: '203.0.113.77',
      command,
    })),
    ...[
      'event manager applet NIGHT-CHECK',
      'action 3.0 cli command "monitor session 5 source interface Gi0/0/1 both"',
      'action 4.0 cli command "monitor session 5 destination interface Gi0/0/3"',
    ].map((command, index) => ({
      at: new Date(moment('09 23:10').getTime() + index * 4000),
      nas: who('par-rtr-2'),
      account: 'netops-5',
      from: '203.0.113.9',
      command,
    })),
  ]
  return records
    .toSorted((a, b) => a.at.getTime() - b.at.getTime())
    .map(
      ({ at, nas, account, from, command }, index) =>
        `${monthDay(at)} ${clock(at)}\t${nas}\t${account}\ttty3\t${from}\tstop\ttask_id=${9000 + index}\ttimezone=UTC\tservice=shell\tstart_time=${Math.floor(at.getTime() / 1000)}\tpriv-lvl=15\tcmd=${command} <cr>\n`,
    )
    .join('')
}
