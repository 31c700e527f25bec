/** How surely a text is a configuration (or `show monitor` output) of IOS or IOS-XE. */

import { normaliseLineEnds } from '../../_cisco-configuration/text/clean-lines.ts'

/** Marks of IOS with their weight, and of what IOS seldom has. */
const MARKS: readonly (readonly [mark: RegExp, weight: number])[] = [
  [/^! ?Cisco IOS (?:XE )?Software/m, 0.6],
  [/^!RANCID-CONTENT-TYPE: cisco\s*$/m, 0.6],
  [/^Current configuration : \d+ bytes/m, 0.35],
  [/^boot-start-marker/m, 0.35],
  [/^version \d{2}\.\d+\s*$/m, 0.3],
  [/^remote-span\s*$/m, 0.3],
  [
    /^monitor session \d+ (?:source (?:interface|vlan|remote)|destination (?:interface|remote)|filter (?:vlan|ip)) /m,
    0.3,
  ],
  [/^monitor session \d+ type \S/m, 0.2],
  [/^origin ip address /m, 0.15],
  [/^event manager applet /m, 0.2],
  [/^interface (?:Fast|Gigabit|TenGigabit|TwoGigabit|FiveGigabit|FortyGigabit|AppGigabit)Ethernet\d/m, 0.2],
  [/^service timestamps (?:debug|log) datetime/m, 0.25],
  [/^(?:ip cef|no aaa new-model|ip forward-protocol nd|no ip http server|ip http server)\s*$/m, 0.2],
  [/^line (?:con|vty|aux) 0/m, 0.2],
  [/^Building configuration\.\.\./m, 0.1],
  [/^banner \S+ \^C/m, 0.15],
  [/^snmp-server ifindex persist/m, 0.15],
  [/^hostname \S+\s*$/m, 0.1],
  [/^interface Ethernet\d+(?:\/\d+)*(?:\.\d+)?\s*$/m, -0.5],
  [/^interface \S{1,32}\d+\/\d+\/\d+\/\d+/m, -0.5],
]

/** Marks of other platforms with a similar syntax: one is enough. */
const OTHERS: readonly RegExp[] = [
  /^!Command: /m,
  /^!Time: /m,
  /^feature \S/m,
  /^vdc \S/m,
  /^boot nxos/m,
  /^! device: /m,
  /^transceiver qsfp/m,
  /^service routing protocols model/m,
  /^daemon TerminAttr/m,
  /^!! IOS XR/m,
  /RP\/0\//,
  /^ASA Version/m,
  /^: Saved/m,
  /^\s*nameif /m,
  /^\s*switchport mode (?:hybrid|general)/m,
  /^ver \d\d\.\d/m,
  /^!System Description/m,
  /^sysname /m,
]

const SHOW_OUTPUT =
  /^Type\s{0,32}: (?:ERSPAN|Local|Remote|RSPAN) (?:Source |Destination )?Session|^Status Information for Capture \S/m
const CONFIGURATION =
  /^(?:hostname \S|version \d|Current configuration|monitor session \d+ (?:source|destination|type) )/m

/** 0 to 1, from the first 64 KiB. 0.3 is the least that counts. */
export function recogniseConfig(sample: string): number {
  const text = normaliseLineEnds(sample)
  if (OTHERS.some((mark) => mark.test(text))) return 0
  if (isShowOutput(text)) return 0.4
  // A configuration copied out of a ticket may be indented as a whole.
  const flush = text.replaceAll(/^[ \t]+/gm, '')
  const sum = MARKS.reduce((total, [mark, weight]) => total + (mark.test(flush) ? weight : 0), 0)
  return Math.max(0, Math.min(1, Math.round(sum * 100) / 100))
}

/** Output of `show monitor` is what a device said of its sessions, not its configuration. @source IOS-XE `show monitor session` output */
export function isShowOutput(text: string): boolean {
  return SHOW_OUTPUT.test(text) && !CONFIGURATION.test(text)
}
