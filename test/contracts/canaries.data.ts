/** Made-up secrets in every kind of evidence, each beside something about mirroring. Every `@@` becomes a secret of its own. */

/** A file name → its text. */
export const CANARY_INPUTS: Readonly<Record<string, string>> = {
  'ios.cfg': `version 15.2
service timestamps log datetime msec
hostname acc-sw1
enable secret 9 $9$@@
username netops-1 privilege 15 password 7 @@
crypto isakmp key @@ address 192.0.2.1
snmp-server community @@ RO
snmp-server host 192.0.2.9 version 2c @@
tacacs-server key 7 @@
radius server R1
 key 7 @@
key chain K
 key 1
  key-string @@
event manager applet TAP
 event none
 action 1.0 cli command "copy running-config ftp://netops-1:@@@192.0.2.60/x.cfg"
 action 2.0 cli command "monitor session 2 source interface Gi1/0/3 password @@"
monitor session 1 source interface Gi1/0/1
monitor session 1 destination interface Gi1/0/48
monitor capture C export ftp://netops-1:@@@192.0.2.60/x.pcap
end
`,
  'nxos.cfg': `!Command: show running-config
version 9.3(5) Bios:version 07.66
hostname core-1
username netops-1 password 5 $5$@@  role network-admin
snmp-server community @@ group network-operator
snmp-server user netops-1 auth md5 0x@@ priv 0x@@ localizedkey
tacacs-server key 7 "@@"
monitor session 1
  source interface Ethernet1/1 both
  destination interface Ethernet1/48
  no shut
`,
  'eos.cfg': `! Command: show running-config
! device: leaf-1 (DCS-7050, EOS-4.26.1F)
hostname leaf-1
username netops-1 privilege 15 secret sha512 $6$@@
tacacs-server host 192.0.2.9 key 7 @@
daemon TerminAttr
   exec /usr/bin/TerminAttr -cvauth=token,@@
snmp-server community @@ ro
monitor session TAP source Ethernet1
monitor session TAP destination Ethernet48
end
`,
  'junos.cfg': `## Last commit: 2026-11-14 03:12:07 UTC by netops-3
version 20.4R3;
system {
    host-name pe1;
    root-authentication { encrypted-password "$6$@@"; ## SECRET-DATA
    }
    radius-server 192.0.2.9 secret "$9$@@"; ## SECRET-DATA
    archival { configuration { archive-sites { "ftp://netops-1:@@@192.0.2.60/"; } } }
}
snmp {
    community @@ {
        authorization read-only;
    }
}
security { ike { policy P { pre-shared-key ascii-text "$9$@@"; } } }
forwarding-options { analyzer { TAP { input { ingress { interface ge-0/0/1.0; } } output { interface ge-0/0/47.0; } } } }
`,
  'ios.log': `<189>Nov 14 03:12:01 acc-sw1 41: Nov 14 03:12:00.001 UTC: %PARSER-5-CFGLOG_LOGGEDCMD: User:netops-1  logged command:monitor session 1 source interface Gi1/0/1 password @@
<189>Nov 14 03:12:02 acc-sw1 42: Nov 14 03:12:01.001 UTC: %PARSER-5-CFGLOG_LOGGEDCMD: User:netops-1  logged command:snmp-server community @@ RW
<189>Nov 14 03:12:03 acc-sw1 43: Nov 14 03:12:02.001 UTC: %PARSER-5-CFGLOG_LOGGEDCMD: User:netops-1  logged command:!exec: copy running-config ftp://netops-1:@@@192.0.2.60/x
<189>Nov 14 03:12:04 acc-sw1 44: Nov 14 03:12:03.001 UTC: %PARSER-5-CFGLOG_LOGGEDCMD: User:netops-1  logged command:tacacs-server key 7 @@
`,
  'nxos.log': `<189>: 2026 Nov 14 03:12:07 UTC: %ACCOUNTING-6-AAA_ACCOUNTING_MESSAGE: update:192.0.2.10@pts/0:netops-1:configure terminal ; tacacs-server host 192.0.2.60 key @@ (SUCCESS)
`,
  'eos.log': `Nov 14 03:11:00 leaf-1 Aaa: %AAA-4-CMD_AUTHZ_FAILED: User netops-9 failed authorization to execute command 'monitor session X source Ethernet1' password @@
Nov 14 03:11:01 leaf-1 Aaa: %ACCOUNTING-6-CMD: netops-1 vty6 192.0.2.10 stop task_id=20 start_time=1794625861 timezone=UTC service=shell priv-lvl=15 cmd=copy running-config scp://netops-1:@@@192.0.2.60/x <cr>
`,
  'junos.log': `<189>Nov 14 03:12:07 pe1 mgd[4163]: UI_CFG_AUDIT_SET: User 'netops-3' set: [forwarding-options analyzer TAP output interface] "ge-0/0/46.0" -> "ge-0/0/47.0 secret 0 @@"
<189>Nov 14 03:12:08 pe1 mgd[4163]: UI_CFG_AUDIT_SET: User 'netops-3' set: [system tacplus-server 192.0.2.49 secret] "$9$@@" -> "$9$@@"
<189>Nov 14 03:12:09 pe1 mgd[4163]: UI_CMDLINE_READ_LINE: User 'netops-3', command 'set system radius-server 192.0.2.9 secret @@ '
`,
  'tac-plus.log': `2026-05-03 13:55:36 +0000\t192.0.2.7\tnetops-1\ttty2\t198.51.100.23\tstop\ttask_id=12\tservice=shell\tcmd=monitor session 1 source vlan 10 password @@ <cr>
2026-05-03 13:55:37 +0000\t192.0.2.7\tnetops-1\ttty2\t198.51.100.23\tstop\ttask_id=13\tservice=shell\tcmd=tacacs-server key 7 @@ <cr>
2026-05-03 13:55:30 +0000\t192.0.2.7\tnetops-1\ttty2\t198.51.100.23\tshell login succeeded password @@
`,
  'ise.log': `<181>May  3 13:55:40 ise1 CISE_TACACS_Accounting 0000000012 1 0 2026-05-03 13:55:40.101 +00:00 0018415786 3300 NOTICE Tacacs-Accounting: TACACS+ Accounting with Command, Device IP Address=192.0.2.7, UserPassword=@@, AuthenToken=@@, CmdSet=[ CmdAV=snmp-server CmdArgAV=community CmdArgAV=@@ CmdArgAV=<cr> ], User=netops-1
<181>May  3 13:55:41 ise1 CISE_TACACS_Accounting 0000000013 1 0 2026-05-03 13:55:41.101 +00:00 0018415787 3300 NOTICE Tacacs-Accounting: TACACS+ Accounting with Command, Device IP Address=192.0.2.7, UserPassword=@@, CmdSet=[ CmdAV=monitor CmdArgAV=session CmdArgAV=1 CmdArgAV=source CmdArgAV=vlan CmdArgAV=10 CmdArgAV=password CmdArgAV=@@ CmdArgAV=<cr> ], User=netops-1
`,
  'clearpass.log': `<143>2026-05-03 13:55:36,823  192.0.2.61 TACACS logins 473964876 1 0 Common.Username=netops-1,Common.Login-Status=ACCEPT,Common.NAS-IP-Address=192.0.2.8,TACACS.Remote-Address=198.51.100.23,TACACS.Request-Type=TACACS_AUTHENTICATION,TACACS.Password=@@,Common.Request-Timestamp=2026-05-03 15:55:35.417+02
`,
  detail: `Sun May  3 13:55:35 2026
\tUser-Name = "netops-1"
\tUser-Password = "@@"
\tTunnel-Password:0 = "@@"
\tNAS-IP-Address = 192.0.2.8
\tAcct-Status-Type = Stop
\tHP-Command-String = "snmp-server community @@"
\tTimestamp = 1777816535

Sun May  3 13:55:36 2026
\tUser-Name = "netops-1"
\tUser-Password = "@@"
\tNAS-IP-Address = 192.0.2.8
\tAcct-Status-Type = Stop
\tHP-Command-String = "mirror 1 port 24 password @@"
\tTimestamp = 1777816536

`,
  'cloudtrail.json': `{"eventVersion":"1.10","userIdentity":{"type":"IAMUser","principalId":"AIDAEXAMPLEEXAMPLE001","arn":"arn:aws:iam::111122223333:user/netops-2","accountId":"111122223333","accessKeyId":"AKIA@@","userName":"netops-2","sessionToken":"@@"},"eventTime":"2026-11-14T03:01:07Z","eventSource":"ec2.amazonaws.com","eventName":"DeleteTrafficMirrorSession","awsRegion":"eu-west-1","sourceIPAddress":"203.0.113.9","userAgent":"aws-cli/2.17.0 password=@@","requestParameters":{"DeleteTrafficMirrorSessionRequest":{"ClientToken":"@@","Description":"https://u:@@@192.0.2.60/","TrafficMirrorSessionId":"tms-0a1b2c3d4e5f60001"}},"responseElements":null,"requestID":"r-1","eventID":"0f9e8d7c-0000-4000-8000-000000000001","eventType":"AwsApiCall","recipientAccountId":"111122223333"}
`,
  'gcp.json': `{"protoPayload":{"@type":"type.googleapis.com/google.cloud.audit.AuditLog","serviceName":"compute.googleapis.com","methodName":"v1.compute.packetMirrorings.delete","authenticationInfo":{"principalEmail":"netops-1@example.net","serviceAccountKeyName":"@@"},"request":{"authToken":"@@","note":"ya29.@@"},"resourceName":"projects/p1/regions/r1/packetMirrorings/tap"},"insertId":"i1","resource":{"type":"gce_packet_mirroring","labels":{"project_id":"p1"}},"timestamp":"2026-11-14T03:01:07Z","logName":"projects/p1/logs/cloudaudit.googleapis.com%2Factivity"}
`,
  'azure.json': `{"operationName":"Microsoft.Network/virtualNetworkTaps/write","eventTimestamp":"2026-11-14T03:01:07Z","eventDataId":"e1","caller":"netops-1@example.net","subscriptionId":"00000000-0000-4000-8000-000000000001","resourceId":"/subscriptions/00000000-0000-4000-8000-000000000001/resourceGroups/rg/providers/Microsoft.Network/virtualNetworkTaps/tap","status":"Succeeded","authorization":{"token":"@@"},"properties":{"requestbody":"{\\"properties\\":{\\"password\\":\\"@@\\"}}","url":"https://s.example.net/x?sig=@@"}}
`,
  'servicenow.json': `{"number":"CHG0030001","sys_class_name":"change_request","sys_id":"0123456789abcdef0123456789abcdef","short_description":"monitor session 1 on acc-sw1, password=@@","state":"-1","approval":"approved","start_date":"2026-11-14 02:00:00","end_date":"2026-11-14 04:00:00","cmdb_ci":"acc-sw1","api_token":"@@"}
`,
  'jira.json': `{"key":"NET-1","id":"1","self":"https://u:@@@jira.example.net/1","fields":{"summary":"Mirror on acc-sw1 password=@@","status":{"name":"Approved"},"issuetype":{"name":"Change"},"created":"2026-11-01T00:00:00.000+0000","apiToken":"@@"}}
`,
}
