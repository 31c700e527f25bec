/** Ordinary lines of network logs and audit trails, composed for this project: how rare a pair of bytes is, is counted here. */

/** What a scanner mostly sees, and must pass over quickly. */
export const ordinaryText = `
Nov 13 02:14:07 edge-rtr-07.example.net 48213: *Nov 13 02:14:06.481: %LINEPROTO-5-UPDOWN: Line protocol on Interface GigabitEthernet0/0/1, changed state to up
<189>48214: edge-rtr-07: Nov 13 2026 02:14:09.112 UTC: %SYS-5-CONFIG_I: Configured from console by netops-1 on vty0 (192.0.2.10)
<190>Nov 13 02:14:11 192.0.2.31 3921: %SEC-6-IPACCESSLOGP: list 110 denied tcp 198.51.100.23(51544) -> 203.0.113.80(443), 1 packet
2026-11-13T02:14:12.003Z core-sw-2 : 2026 Nov 13 02:14:12 UTC: %ETHPORT-5-IF_UP: Interface Ethernet1/14 is up in mode trunk
2026-11-13T02:14:15+00:00 core-sw-2 %AUTHPRIV-6-SYSTEM_MSG: pam_unix(sshd:session): session closed for user netops-2 - sshd[20817]
Nov 13 02:14:17 pe-11 rpd[5021]: BGP_PREFIX_THRESH_EXCEEDED: 192.0.2.77 (External AS 64512): Configured maximum prefix-limit threshold(9000) exceeded for inet-unicast nlri: 9001 (instance master)
Nov 13 02:14:18 pe-11 mib2d[4311]: SNMP_TRAP_LINK_DOWN: ifIndex 531, ifAdminStatus up(1), ifOperStatus down(2), ifName xe-0/1/2
Nov 13 02:14:19 fw-1 : %ASA-6-302013: Built outbound TCP connection 881291 for outside:203.0.113.9/443 (203.0.113.9/443) to inside:192.0.2.44/60122 (198.51.100.2/60122)
Nov 13 02:14:20 fw-1 : %ASA-6-302014: Teardown TCP connection 881277 for outside:203.0.113.9/443 to inside:192.0.2.44/60111 duration 0:00:31 bytes 5512 TCP FINs
Nov 13 02:14:22 192.0.2.50 tac_plus[812]: 192.0.2.31 netops-1 tty2 192.0.2.10 stop task_id=912 timezone=UTC service=shell start_time=1794536062 priv-lvl=15 elapsed_time=41
Nov 13 02:14:23 leaf-3 Ebra: %LINEPROTO-5-UPDOWN: Line protocol on Interface Ethernet12 (server-12), changed state to down
Nov 13 02:14:24 leaf-3 Lldp: %LLDP-5-NEIGHBOR_NEW: LLDP neighbor with chassisId 0050.56a1.22f0 and portId "eth0" added on interface Ethernet7
Nov 13 02:14:25 edge-rtr-07 48216: Nov 13 02:14:24.120: %OSPF-5-ADJCHG: Process 10, Nbr 192.0.2.254 on TenGigabitEthernet0/1/0 from LOADING to FULL, Loading Done
Nov 13 02:14:26 edge-rtr-07 48217: Nov 13 02:14:25.007: %BGP-5-ADJCHANGE: neighbor 198.51.100.77 Up
Nov 13 02:14:28 host-4 CRON[22110]: pam_unix(cron:session): session opened for user root by (uid=0)
{"eventVersion":"1.09","userIdentity":{"type":"AssumedRole","principalId":"AROAEXAMPLE:deploy","arn":"arn:aws:sts::111122223333:assumed-role/deploy/run","accountId":"111122223333"},"eventTime":"2026-11-13T02:14:07Z","eventSource":"ec2.amazonaws.com","eventName":"DescribeInstances","awsRegion":"eu-central-1","sourceIPAddress":"192.0.2.10","userAgent":"aws-sdk","requestParameters":{"maxResults":50},"responseElements":null,"requestID":"b1f0","eventID":"0f2c","readOnly":true,"eventType":"AwsApiCall","managementEvent":true,"recipientAccountId":"111122223333"}
<189>Nov  3 07:01:44 core-sw-1 48218: Nov  3 07:01:43.921: %SEC_LOGIN-5-LOGIN_SUCCESS: Login Success [user: netops-3] [Source: 192.0.2.10] [localport: 22] at 07:01:43 UTC Tue Nov 3 2026
<187>Nov  3 07:01:46 core-sw-1 48219: Nov  3 07:01:45.009: %LINK-3-UPDOWN: Interface TenGigabitEthernet1/1/4, changed state to administratively down
<189>Nov  3 07:01:47 access-sw-12 1182: %SPANTREE-5-TOPOTRAP: Topology Change Trap for vlan 31; %SW_MATM-4-MACFLAP_NOTIF: Host 0050.56a1.22f0 in vlan 31 is flapping between port Gi1/0/3 and port Po1
<189>Nov  3 07:01:48 access-sw-12 1183: %DOT1X-5-SUCCESS: Authentication successful for client (0050.56a1.22f0) on Interface Gi1/0/7 AuditSessionID C0000201000000AB
<189>Nov  3 07:01:49 access-sw-12 1184: %ILPOWER-5-POWER_GRANTED: Interface Gi1/0/9: Power granted; %CDP-4-NATIVE_VLAN_MISMATCH: Native VLAN mismatch discovered on GigabitEthernet1/0/9 (20), with core-sw-1 (1)
<189>Nov  3 07:01:50 edge-rtr-07 48220: %DUAL-5-NBRCHANGE: EIGRP-IPv4 64500: Neighbor 192.0.2.6 (Tunnel10) is down: holding time expired; %HSRP-5-STATECHANGE: Vlan20 Grp 20 state Standby -> Active
<166>Nov  3 07:01:51 fw-1 : %ASA-6-305011: Built dynamic TCP translation from inside:192.0.2.44/60122 to outside:198.51.100.2/60122; %ASA-5-713120: Group = vpn-users, Username = staff-9, PHASE 2 COMPLETED (msgid=1f2e3d4c)
<164>Nov  3 07:01:52 fw-1 : %ASA-4-106023: Deny udp src outside:198.51.100.23/5353 dst inside:192.0.2.44/161 by access-group "outside_access_in" [0x0, 0x0]
<30>Nov  3 07:01:53 pe-11 mgd[1685]: UI_LOGIN_EVENT: User 'netops-1' login, class 'j-super-user' [1685], ssh-connection '192.0.2.10 51022 192.0.2.11 22', client-mode 'cli'
<30>Nov  3 07:01:54 pe-11 sshd[20817]: Accepted publickey for netops-1 from 192.0.2.10 port 51022 ssh2; pe-11 chassisd[4290]: CHASSISD_SNMP_TRAP6: SNMP trap generated: Power Supply OK; pe-11 dcd[4301]: interface ge-0/0/1 configured
<190>Nov  3 07:01:55 leaf-3 Bgp: %BGP-3-NOTIFICATION: received from neighbor 192.0.2.6 (VRF default AS 64501) 6/2 (Cease/administrative shutdown) 0 bytes; leaf-3 Stp: %SPANTREE-6-INTERFACE_STATE: Interface Ethernet14 instance Vl1 moving from learning to forwarding
Nov  3 07:01:56 192.0.2.50 tac_plus[812]: login query for 'netops-1' port tty2 from 192.0.2.31 accepted; connect from 192.0.2.31 [192.0.2.31]; dhcpd: DHCPREQUEST for 192.0.2.61 from 00:50:56:a1:22:f0 via eth0; ntpd[771]: synchronized to 192.0.2.3, stratum 2
`
