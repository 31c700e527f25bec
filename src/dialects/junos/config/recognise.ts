/** How surely a text is a configuration of Junos, in the curly or the `set` form. */
import { normaliseLineEnds } from '../text/clean-lines.ts'

/** Marks of Junos with their weight. */
const MARKS: readonly (readonly [mark: RegExp, weight: number])[] = [
  [/^## Last (?:commit|changed): /m, 0.4],
  [/## SECRET-DATA\s*$/m, 0.4],
  [/^#+ (?:Junos|JUNOS)\b/m, 0.3],
  [/^(?:set )?version (?:"?\d{1,2}\.\d{1,2}[A-Z][\w.-]{0,24}|\d{8}\.\d{6}_builder\S{0,24});?\s*$/m, 0.5],
  [/^[\w.-]{1,64}@[\w.-]{1,64}[>#] ?show (?:conf|\|)/m, 0.3],
  [/^(?:set |deactivate |delete |activate |protect )?(?:groups \S{1,64} )?forwarding-options[ {]/m, 0.3],
  [/^(?:set |deactivate |delete )?ethernet-switching-options[ {]/m, 0.4],
  [
    /^(?:set |deactivate )(?:groups \S{1,64} )?interfaces (?:<\S{1,32}>|(?:ge|xe|et|fe|so|gr|ip|st|lt|vt|sp|ms)-?\d|(?:ae|fxp|em|me|lo|irb|reth|fti)\d?|vme|interface-range) /m,
    0.3,
  ],
  [/^(?:set |deactivate )(?:groups \S{1,64} )?firewall (?:family \S{1,32} )?filter /m, 0.3],
  [
    /^(?:set |deactivate )(?:groups \S{1,64} )?system (?:host-name|root-authentication|login (?:user|class)|syslog (?:file|host|user)|services) [^'\n]{1,256}$/m,
    0.15,
  ],
  [
    /^(?:set |deactivate )(?:groups \S{1,64} )?(?:routing-instances|policy-options|routing-options|chassis|class-of-service|event-options|security zones) [^'\n]{1,256}$/m,
    0.15,
  ],
  [
    /^(?:set |deactivate )(?:groups \S{1,64} )?protocols (?:bgp group|ospf area|lldp interface|isis interface|mpls interface) /m,
    0.15,
  ],
  [/^set apply-groups \S/m, 0.2],
  [/^apply-groups (?:\S{1,64}|\[[^\]\n]{1,512}\]);/m, 0.3],
  [
    /^(?:inactive: |replace: |protect: )?(?:system|interfaces|protocols|policy-options|routing-options|routing-instances|firewall|forwarding-options|chassis|snmp|security|vlans|groups|class-of-service|event-options|bridge-domains|services|logical-systems) \{/m,
    0.1,
  ],
  [/^\s{4,12}(?:ge|xe|et|fe)-\d{1,2}\/\d{1,2}\/\d{1,3} \{/m, 0.2],
  [/^\s{4,16}unit \d{1,5} \{/m, 0.15],
  [/^\s{1,16}family (?:inet6?|ethernet-switching|mpls|any|ccc|vpls|iso|bridge) (?:\{|;)/m, 0.15],
  [/^\s{4,24}(?:replace: )?filter \S{1,64} \{/m, 0.15],
  [/^\s{4,24}term \S{1,64} \{/m, 0.1],
  [/^\s{4,24}host-name \S{1,64};/m, 0.2],
  [/\b(?:port-mirror|port-mirror-instance|analyzer) [\w.-]{1,64};|\bport-mirror;/m, 0.1],
  [/\binactive: \S/m, 0.2],
  [/\banalyzer \S{1,64} \{ ?(?:\n|input|output)/m, 0.2],
]

/** Marks of other platforms with a similar syntax: one is enough. */
const OTHERS: readonly RegExp[] = [
  /vyos|vyatta/i,
  /^set interfaces ethernet eth\d/m,
  /^\s{4,8}ethernet eth\d{1,3} \{/m,
  /^(?:set )?(?:firewall (?:name|group|ipv4|ipv6) |service ssh port )/m,
  /^set (?:deviceconfig|mgt-config|network interface|shared|rulebase|vsys) /m,
  /^(?:deviceconfig|mgt-config) \{/m,
  /^(?:ltm|sys|net|auth|cm|apm|security) [\w-]{1,64}(?: \S{1,128}){0,4} \{/m,
  /^#TMSH-VERSION/m,
  /^!! IOS XR/m,
  /^(?:hostname|interface (?:Gig|Eth|Ten|Hun|Bundle)\S{0,32}|router \w{2,16})(?: \S{1,64})?\s*$/m,
  /^\s{0,8}admin-state (?:enable|disable)/m,
  /^(?:\/)?configure \{/m,
  /^\s{0,16}network-instance \S/m,
  /^config (?:system|vdom|firewall|global)/m,
  /^# TiMOS|^\[?[<\]]?(?:sysname|system-view)/m,
  /^system config |^(?:aggregation|port|vlan) (?:create|set|enable|add) /m,
  /^<\?xml/m,
]

/** 0 to 1, from the first 64 KiB. 0.3 is the least that counts. */
export function recogniseConfig(sample: string): number {
  const text = normaliseLineEnds(sample)
  if (OTHERS.some((mark) => mark.test(text))) return 0
  const sum = MARKS.reduce((total, [mark, weight]) => total + (mark.test(text) ? weight : 0), 0) + hierarchies(text)
  return Math.max(0, Math.min(1, Math.round(sum * 100) / 100))
}

/** Several top-level hierarchies of Junos in one text are more than one. */
function hierarchies(text: string): number {
  const heads = text.match(
    /^(?:system|interfaces|protocols|policy-options|routing-options|firewall|forwarding-options|snmp|chassis) \{/gm,
  )
  return Math.min(0.3, Math.max(0, new Set(heads ?? []).size - 1) * 0.1)
}
