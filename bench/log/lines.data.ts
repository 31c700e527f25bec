/**
 * Line templates of a mixed log, composed for this project: `{clock}` and the other names in braces are filled in. Devices
 * keep their own template, so that a host always writes like one platform.
 */

/** What devices write all day: no command, no mirror, and no login at an AAA server, which is a fact of its own. */
export const ordinaryLines: readonly string[] = [
  '<189>{seq}: {ios}: {clock} UTC: %LINEPROTO-5-UPDOWN: Line protocol on Interface GigabitEthernet1/0/{n}, changed state to {state}',
  '<190>{seq}: {ios}: {clock} UTC: %SEC-6-IPACCESSLOGP: list EDGE-IN denied tcp 198.51.100.{n}(5{p}) -> 203.0.113.{n}(443), {n} packets',
  '<189>{seq}: {ios}: {clock} UTC: %OSPF-5-ADJCHG: Process 10, Nbr 192.0.2.{n} on TenGigabitEthernet0/1/{n} from LOADING to FULL, Loading Done, area 0.0.0.0',
  '<189>{seq}: {ios}: {clock} UTC: %SEC_LOGIN-5-LOGIN_SUCCESS: Login Success [user: netops-{d}] [Source: 192.0.2.{n}] [localport: 22]',
  '<189>{clock} {nxos} : 2026 {clock} UTC: %ETHPORT-5-IF_DOWN_LINK_FAILURE: Interface Ethernet1/{n} is down (Link failure), port mode trunk',
  '<189>{clock} {nxos} : 2026 {clock} UTC: %AUTHPRIV-6-SYSTEM_MSG: pam_unix(sshd:session): session closed for user netops-{d} from 192.0.2.{n} - sshd[{p}]',
  '<30>{clock} {junos} mgd[{p}]: UI_LOGIN_EVENT: User netops-{d} login, class j-operator [{p}], ssh-connection 192.0.2.{n} 22 198.51.100.{n} 830, client-mode cli',
  '<28>{clock} {junos} rpd[{p}]: BGP_PREFIX_THRESH_EXCEEDED: 192.0.2.{n} (External AS 645{d}0): Configured maximum prefix-limit threshold(9000) exceeded: 900{d}',
  '<28>{clock} {junos} mib2d[{p}]: SNMP_TRAP_LINK_DOWN: ifIndex 5{n}, ifAdminStatus up(1), ifOperStatus down(2), ifName xe-0/1/{d}',
  '<166>{clock} {asa} : %ASA-6-302013: Built outbound TCP connection 88{p} for outside:203.0.113.{n}/443 (203.0.113.{n}/443) to inside:192.0.2.{n}/6{p}',
  '<166>{clock} {asa} : %ASA-6-302014: Teardown TCP connection 88{p} for outside:203.0.113.{n}/443 to inside:192.0.2.{n}/6{p} duration 0:00:31 bytes 5{p} TCP FINs',
  '<164>{clock} {asa} : %ASA-4-106023: Deny udp src outside:198.51.100.{n}/5{p} dst inside:192.0.2.{n}/161 by access-group "outside_access_in" [0x0, 0x0]',
]

/** One typed command as devices and accounting servers record it; `{command}` is the command. */
export const commandLines: readonly string[] = [
  '<189>{seq}: {ios}: {clock} UTC: %PARSER-5-CFGLOG_LOGGEDCMD: User:netops-{d} logged command:{command}',
  '{day} +0000\t{ios}\tnetops-{d}\ttty{d}\t198.51.100.{n}\tstop\ttask_id={p}\ttimezone=UTC\tservice=shell\tstart_time={epoch}\tpriv-lvl=15\tcmd={command} <cr>',
]

/** What is typed all day. */
export const typedCommands: readonly string[] = [
  'interface GigabitEthernet1/0/{n}',
  'description uplink of rack {n}',
  'switchport access vlan {n}',
  'spanning-tree portfast',
  'vlan {n}',
  'name servers-{n}',
  'router bgp 64500',
  'neighbor 192.0.2.{n} description transit {d}',
  'ip route 203.0.113.{n} 255.255.255.255 192.0.2.1',
  'ntp server 192.0.2.{n}',
  'end',
]

/** What is typed once in a while. */
export const mirrorCommands: readonly string[] = [
  'monitor session {d} source interface Gi1/0/{n} both',
  'monitor session {d} destination interface Gi1/0/{n}',
]
