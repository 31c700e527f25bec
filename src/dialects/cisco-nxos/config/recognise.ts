/** How surely a text is a configuration (or `show monitor session` output) of NX-OS. */
import { normaliseLineEnds } from '../../_cisco-configuration/text/clean-lines.ts'

/** Marks of NX-OS with their weight, and of what NX-OS seldom has. */
const MARKS: readonly (readonly [mark: RegExp, weight: number])[] = [
  [/^! ?Cisco Nexus Operating System/m, 0.7],
  [/^!RANCID-CONTENT-TYPE: cisco-nx/m, 0.7],
  [/^!Command: (?:show (?:running|startup)-config|Checkpoint)/m, 0.5],
  [/^!Running config for vdc: /m, 0.5],
  [/^version \d{1,2}\.\d{1,2}\(\d{1,3}[a-z]?\)/m, 0.5],
  [/^vdc \S{1,64} id \d/m, 0.5],
  [/^ {2}limit-resource [\w-]{2,40} minimum \d/m, 0.3],
  [/^boot (?:nxos|kickstart|system) bootflash:/m, 0.4],
  [/^switchname \S/m, 0.4],
  [/^monitor erspan origin ip-address /m, 0.4],
  [
    /^feature (?:nxapi|bash-shell|vpc|interface-vlan|lacp|telnet|scp-server|sftp-server|tacacs\+|fex|hsrp|nv overlay|bgp|ospf|eigrp|netconf|grpc|vn-segment-vlan-based|udld|lldp|dhcp|ngoam|netflow|scheduler|privilege)\s*$/m,
    0.4,
  ],
  [/^vrf context \S/m, 0.3],
  [/^username \S{1,64} password 5 \S.{0,200} role (?:network|vdc)-\S/m, 0.3],
  [/^(?:copp profile|hardware access-list tcam|hardware profile|no password strength-check|icam monitor)\b/m, 0.3],
  [/^interface mgmt0\s*$/m, 0.2],
  [/^interface Ethernet\d+\/\d+(?:\/\d+)?\s*$/m, 0.15],
  [/^monitor session \d{1,2}\s*$/m, 0.3],
  [/^monitor session \d{1,2} type (?:local|erspan-source|erspan-destination|acl-capture)\s*$/m, 0.1],
  [/^ {1,2}(?:destination ip \d|filter access-group \S|switchport monitor\s*$)/m, 0.3],
  [/^ {1,2}no shut\s*$/m, 0.1],
  [/^hostname \S+\s*$/m, 0.05],
  // IOS has these at its top level, or a tunnel's address inside `destination`.
  [/^ {1,3}origin ip address /m, -0.5],
  [/^service timestamps /m, -0.6],
  [/^ip (?:cef|classless|forward-protocol nd)\s*$/m, -0.5],
  [/^line vty \d/m, -0.5],
]

/** Marks of other platforms with a similar syntax: one is enough. */
const OTHERS: readonly RegExp[] = [
  /^! ?Cisco IOS /m,
  /^!RANCID-CONTENT-TYPE: (?!cisco-nx)/m,
  /^! device: /m,
  /^transceiver qsfp/m,
  /^daemon TerminAttr/m,
  /^!! IOS XR/m,
  /^ASA Version/m,
  /^: Saved/m,
  /^sysname /m,
  /^! Version \d|^ver \d\d\.\d/m,
  /^## (?:Running|Active saved) database/m,
  /^#\s?(?:version|product)/m,
  /^OS10|^! Dell|^dell /im,
]

const SHOW_OUTPUT = /^ {0,4}session \d{1,2}\s*\n-{5,}\s*\n\s{0,4}type\s+: /m
const CONFIGURATION =
  /^(?:hostname \S|switchname \S|version \d|!Command: show running|monitor session \d+(?: type \S+)?\s*$)/m

/** 0 to 1, from the first 64 KiB. 0.3 is the least that counts. */
export function recogniseConfig(sample: string): number {
  const text = normaliseLineEnds(sample)
  if (OTHERS.some((mark) => mark.test(text))) return 0
  if (isShowOutput(text)) return 0.4
  const sum = MARKS.reduce((total, [mark, weight]) => total + (mark.test(text) ? weight : 0), 0)
  return Math.max(0, Math.min(1, Math.round(sum * 100) / 100))
}

/** Output of `show monitor session` is what a switch said of its sessions, not its configuration. @source genieparser, NX-OS ShowMonitorSession */
export function isShowOutput(text: string): boolean {
  return SHOW_OUTPUT.test(text) && !CONFIGURATION.test(text)
}
