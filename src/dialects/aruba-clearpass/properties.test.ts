/** Whatever a line holds, reading it never throws, takes bounded time, and gives facts that keep to their schema. */
import { testRecordProperties } from '../_aaa/_testing/record-properties.ts'
import { dialect } from './index.ts'

testRecordProperties(dialect, {
  heads: [
    '<143>2026-05-03 13:55:36,823  192.0.2.61 TACACS logins 473964876 1 0 Common.Username=netops-1',
    '<14>May  3 13:55:36 cppm1 CPPM_RADIUS_Logs 1234 1 0 Common.NAS-IP-Address=192.0.2.8',
    'x 1 1 0 Common.Service=a',
    '<143>2026-05-03 13:55:36,823 192.0.2.61 CPPM_Session_Detail 1 1 0 id=1',
    '',
  ],
  words: [
    'Common.NAS-IP-Address=192.0.2.8', 'TACACS.NAS-IP-Address=::1', 'TACACS.Remote-Address=198.51.100.23', 'TACACS.Request-Type=TACACS_AUTHENTICATION',
    'TACACS.Request-Type=TACACS_AUTHORIZATION', 'TACACS.Request-Type=TACACS_ACCOUNTING', 'Common.Login-Status=ACCEPT', 'Common.Login-Status=REJECT',
    'Common.Error-Code=201', 'CppmErrorCode.Error-Code-Details=failed', 'TACACS.Cmd=monitor session 1', 'TACACS.Cmd-Args=source vlan 10, 20',
    'TACACS.Acct-Flags=Start', 'TACACS.Authen-Method=AUTHEN_METH_LOCAL', 'RADIUS.Acct-Authentic=Local', 'Radius:IETF:Service-Type=Login-User',
    'Radius:HP:HP-Command-String=mirror 1', 'Common.Username=$enab15$', 'attr_name=Radius:HP:HP-Command-String', 'attr_value=mirror',
    'Common.Request-Timestamp=2026-05-03 13:55:35+02', 'Common.Request-Timestamp=2026-05-  03 13', 'RADIUS.Acct-Status-Type=Start', '[Employee], [x]',
  ], // biome-ignore format: a table
  separators: [',', ', ', ' '],
})
