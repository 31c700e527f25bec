/** Typed commands of EOS that show an act by themselves. How far a keyword may be cut is what the grammar beside takes. */
import type { CommandSignature } from '../../../facts/log-content/log-source.ts'
import { commandPattern } from '../../_content/command-pattern.ts'

const ORIGIN = '{(?:[a-z][a-z0-9]{1,15}:[^\\s,]{0,256}|startup-config|clean-config)}'
const CAPTURE_FILE = '[^\\s,]{0,200}\\.p?cap(?:ng)?\\d{0,4}(?:\\.gz)?'
/** A capture that runs: one that only reads a file (-r) does not. */
const TCPDUMP = '(?:[^\\s,]{0,64}/)?tcpdump(?:\\s{1,4}(?:-[a-qs-z]|[a-z]))'

const MIRRORS: readonly CommandSignature[] = [
  {
    acts: ['session-set'],
    command: commandPattern(
      'mon_itor se_ssion <word> <end>',
      'mon_itor se_ssion <word> so_urce|d_estination|ip|ipv6|m_ac|t_runcate|truncation|sa_mple|r_ate-limit|h_eader|f_orwarding-drop',
      'no mon_itor se_ssion <word> ip|ipv6|m_ac|t_runcate|h_eader|sh_utdown',
      'no mon_itor se_ssion <word> d_estination <end>',
      'que_ue-monitor <word> mir_ror',
    ),
  },
  {
    acts: ['session-removed'],
    command: commandPattern(
      'no mon_itor se_ssion <word> <end>',
      'no mon_itor se_ssion <word> so_urce',
      'no mon_itor se_ssion <word> d_estination <word>',
      'mon_itor se_ssion <word> sh_utdown',
      'no que_ue-monitor <word> mir_ror <end>',
    ),
    cannotTell: ['whether the session was there'],
  },
]

const CAPTURES: readonly CommandSignature[] = [
  {
    acts: ['capture-set'],
    command: commandPattern('tcpd_ump s_ession|i_nterface|m_onitor|f_ile', `bash {(?:.{0,120}\\s)?${TCPDUMP}.{0,400}}`),
    cannotTell: ['when it ends'],
  },
  { acts: ['capture-removed'], command: commandPattern('no tcpd_ump s_ession') },
  {
    acts: ['capture-exported'],
    command: commandPattern(
      `copy {${CAPTURE_FILE}} {(?:ftp|https?|scp|sftp|tftp):[^\\s,]{1,256}}`,
      `bash {(?:scp|sftp|ftp|tftp|curl|wget|rsync|nc)\\s(?:.{0,200}\\s)?${CAPTURE_FILE}}`,
      `bash {(?:.{0,120}\\s)?${TCPDUMP}.{0,400}\\|\\s{0,4}(?:nc|ncat|ssh|curl)\\s.{1,200}}`,
    ),
  },
]

const SCRIPT = '(?:event-handler|daemon|alias|schedule)\\s[^\\s,]{1,128}'

const WITNESSES: readonly CommandSignature[] = [
  {
    acts: ['session-set', 'scripted-mirror'],
    command: commandPattern(`{${SCRIPT}(?:\\s.{0,200})?\\smon\\w{0,4}\\ss\\w{0,6}\\s\\S{1,64}\\s[sd]\\w{0,10}}`),
    cannotTell: ['whether the script runs'],
  },
  {
    acts: ['capture-set', 'scripted-mirror'],
    command: commandPattern(`{${SCRIPT}\\s(?:.{0,200}[\\s/])?tcpdump\\s.{0,200}}`),
    cannotTell: ['whether the script runs'],
  },
  {
    acts: ['logging-cut'],
    command: commandPattern(
      'no logg_ing ho_st|on|tr_ap',
      'no logg_ing vr_f <word> ho_st',
      'cl_ear log_ging',
      'no daemon TerminAttr',
    ),
    cannotTell: ['whether other hosts still receive the log'],
  },
  {
    acts: ['accounting-cut'],
    command: commandPattern(
      'no aaa ac_counting com_mands',
      'no aaa ac_counting <end>',
      'aaa ac_counting com_mands <word> <word> none',
    ),
  },
  {
    acts: ['configuration-copied-in'],
    command: commandPattern(
      `cop_y ${ORIGIN} run_ning-config`,
      `cop_y ${ORIGIN} {(?:system:|session:|session-config)[^\\s,]{0,64}}`,
      'conf_igure r_eplace|n_etwork',
      'conf_igure ch_eckpoint res_tore',
    ),
    cannotTell: ['what the lines that came in say'],
  },
  { acts: ['aaa-server-changed'], command: commandPattern('[no] tacacs-server|radius-server ho_st') },
]

const WAYS: readonly CommandSignature[] = [
  {
    acts: ['route-changed'],
    command: commandPattern('[no] ip|ipv6 route'),
    cannotTell: ['whether a copy travels that way'],
  },
  {
    acts: ['filter-changed'],
    command: commandPattern('[no] ip|ipv6|mac access_-list'),
    cannotTell: ['whether a mirror uses the list'],
  },
  { acts: ['image-changed'], command: commandPattern('[no] boot sys_tem') },
  {
    acts: ['shell-entered'],
    command: commandPattern('bash <end>', 'bash ls|cat|cp|rm|mv|vi|python|python3|FastCli|Cli|ip|systemctl'),
    cannotTell: ['what is done inside'],
  },
]

export const commandSignatures: readonly CommandSignature[] = [...MIRRORS, ...CAPTURES, ...WITNESSES, ...WAYS]
