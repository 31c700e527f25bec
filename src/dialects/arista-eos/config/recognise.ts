/** How surely a text is a configuration (or `show monitor session` output) of EOS. */
import { normaliseLineEnds } from '../../_cisco-configuration/text/clean-lines.ts'

/** Marks of EOS with their weight. */
const MARKS: readonly (readonly [mark: RegExp, weight: number])[] = [
  [/^! device: \S{1,253} \([^\n]{1,120}EOS-4\./m, 0.9],
  [/^! boot system flash:/m, 0.5],
  [/^! Command: show (?:running|startup|session)-config/m, 0.3],
  [/^transceiver qsfp default-mode /m, 0.5],
  [/^service routing protocols model /m, 0.5],
  [/^daemon TerminAttr\s*$/m, 0.5],
  [/^management (?:api|security|ssh|console|cvx|defaults)\b/m, 0.5],
  [/^(?:no aaa root|aaa root secret)\b/m, 0.5],
  [/^username \S{1,64} (?:privilege \d{1,2} )?role network-\S{1,32} /m, 0.3],
  [/^monitor session \S{1,64} source (?:Ethernet|Port-Channel)\d/m, 0.35],
  [/^monitor session \S{1,64} destination (?:Ethernet\d|Port-Channel\d|Cpu\s*$|tunnel mode gre)/m, 0.35],
  [/^monitor session default encapsulation gre/m, 0.35],
  [/^queue-monitor length/m, 0.4],
  [/^tap aggregation\s*$/m, 0.4],
  [/^event-handler \S{1,64}\s*$/m, 0.35],
  [/^ip virtual-router mac-address /m, 0.3],
  [/^vrf instance \S/m, 0.3],
  [/^hardware tcam\s*$/m, 0.3],
  [/^interface Port-Channel\d/m, 0.2],
  [/^interface (?:Ethernet|Management)\d{1,4}(?:\/\d{1,3})*\s*$/m, 0.15],
  [/^ {3}ip address \d{1,3}(?:\.\d{1,3}){3}\/\d/m, 0.15],
  [/^ {3}[a-z]/m, 0.1],
  [/^banner (?:login|motd)\s*$/m, 0.2],
  [/^EOF\s*$/m, 0.2],
  [/^spanning-tree mode (?:mstp|none|rstp|rapid-pvst)\s*$/m, 0.1],
  [/^hostname \S{1,253}\s*$/m, 0.1],
]

/** Marks of other platforms with a similar syntax: one is enough. */
const OTHERS: readonly RegExp[] = [
  /^!Command: /m,
  /^!Time: /m,
  /^(?:feature|vdc) \S/m,
  /^boot(?:-start-marker| nxos)/m,
  /^! ?Cisco /m,
  /^!RANCID-CONTENT-TYPE: (?!arista)/m,
  /^version \d{1,2}\.\d/m,
  /^!! IOS XR/m,
  /RP\/0\//,
  /^(?:ASA Version|: Saved)/m,
  /^interface (?:mgmt\d|lag |vlan ?\d|\d|Fast|Gigabit|TenGigabit|Hundred|ethernet |eth-)/m,
  /^(?:sysname|ver) \S/m,
  /^!System Description/m,
  /^(?:mirror location|management-access) /m,
  /^set \S/m,
  /^[a-z-]{1,32} \{\s*$/m,
]

const SHOW_OUTPUT = /^Session \S{1,64} *\n-{3,} *\n *\nSources?\b/m
const CONFIGURATION = /^(?:hostname \S|! device: |monitor session \S{1,64} (?:source|destination) )/m

/** 0 to 1, from the first 64 KiB. 0.3 is the least that counts. */
export function recogniseConfig(sample: string): number {
  const text = normaliseLineEnds(sample)
  if (OTHERS.some((mark) => mark.test(text))) return 0
  if (isShowOutput(text)) return 0.4
  const flush = flatten(text)
  const sum = MARKS.reduce((total, [mark, weight]) => total + (mark.test(flush) ? weight : 0), 0)
  return Math.max(0, Math.min(1, Math.round(sum * 100) / 100))
}

/** A configuration copied out of a ticket may be indented as a whole. */
function flatten(text: string): string {
  const indent = /^(?:\s*\n)?([ \t]+)(?:!|hostname |interface |monitor session )/.exec(text.slice(0, 1024))?.[1]
  return indent === undefined ? text : text.replaceAll(`\n${indent}`, '\n').replace(indent, '')
}

/** Output of `show monitor session` is what a device said of its sessions, not its configuration. @source EOS `show monitor session` */
export function isShowOutput(text: string): boolean {
  return SHOW_OUTPUT.test(text) && !CONFIGURATION.test(text)
}
