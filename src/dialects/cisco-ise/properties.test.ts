/** Whatever a line holds, reading it never throws, takes bounded time, and gives facts that keep to their schema. */
import { testRecordProperties } from '../_aaa/_testing/record-properties.ts'
import { dialect } from './index.ts'

const time = '2026-05-03 13:55:35.101 +00:00 0018415781'

testRecordProperties(dialect, {
  heads: [
    `<181>May  3 13:55:35 ise1 CISE_TACACS_Accounting 7 1 0 ${time} 3300 NOTICE Tacacs-Accounting: TACACS+ Accounting with Command`,
    `<181>May  3 13:55:35 ise1 CISE_Failed_Attempts 7 1 0 ${time} 5402 NOTICE Failed-Attempt: Command Authorization failed`,
    `CISE_Passed_Authentications 7 1 0 ${time} 5201 NOTICE Passed-Authentication: Authentication succeeded`,
    `CSCOacs_TACACS_Accounting: 7 1 0 ${time} 3301 NOTICE Tacacs-Accounting: TACACS+ Accounting START`,
    'CISE_RADIUS_Accounting 7 2 1 ',
    'CISE_',
    '',
  ],
  words: [
    'Device IP Address=192.0.2.7', 'NAS-IP-Address=::1', 'NetworkDeviceName=acc-sw1', 'User=netops-1', 'Port=tty2', 'Protocol=Tacacs',
    'CmdSet=[ CmdAV=monitor session 1 <cr> ]', 'CmdSet=[ CmdAV=monitor', ' ]', 'CmdSet=[', 'CmdAV=monitor', 'CmdArgAV=session', 'CmdSet=[ ]',
    'AVPair=task_id=7', 'AVPair=start_time=1777816535', 'AVPair=start_time=9e999', 'AVPair=event=sys_acct', 'AVPair=reason=reconfigure',
    'Authen-Method=Local', 'Acct-Authentic=Local', 'Service-Type=NAS Prompt', 'HP-Command-String=mirror 1 port 24',
    'FailureReason=24408 wrong password', 'Response={State=1; }', '\\,', 'password=x',
  ], // biome-ignore format: a table
  separators: [', ', ',', ' '],
})
