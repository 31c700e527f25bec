/** Typed commands of IOS that show an act by themselves. How far a keyword may be cut is what the grammar beside takes. */
import type { CommandSignature } from '../../../facts/log-content/log-source.ts'
import { commandPattern } from '../../_content/command-pattern.ts'

const TYPES = 'erspan-s_ource|erspan-d_estination|local|local-_tx|rspan-s_ource|rspan-d_estination|c_apture'
/** Methods that ask no server. */
const OWN_METHODS = 'e_nable|i_f-authenticated|k_rb5|li_ne|local|local-_case|n_one'
/** Where a configuration may be copied from. */
const ORIGIN =
  '{(?:(?:bootflash|flash|ftp|https?|nvram|rcp|scp|sftp|slot0|tftp|usbflash\\d|disk\\d|harddisk)[^\\s,]{0,256}:[^\\s,]{0,256}|startup-config)}'

const MIRRORS: readonly CommandSignature[] = [
  {
    acts: ['session-set'],
    command: commandPattern(
      'mon_itor s_ession <number> s_ource|d_estination|f_ilter',
      `mon_itor s_ession <number> t_ype ${TYPES}`,
      'no mon_itor s_ession <number> f_ilter',
      'no mon_itor s_ession <number> d_estination <end>',
      'ip tra_ffic-export p_rofile <word> <end>',
    ),
    cannotTell: [
      'whether the session was switched on (no shutdown stands on a line of its own)',
      'where a block sends its copy',
    ],
  },
  {
    acts: ['session-removed'],
    command: commandPattern(
      'no mon_itor s_ession <list> <end>',
      'no mon_itor s_ession a_ll',
      'no mon_itor s_ession <number> t_ype',
      'no mon_itor s_ession ra_nge <list>',
      'no mon_itor s_ession <number> s_ource',
      'no mon_itor s_ession <number> d_estination <word>',
      'no ip tra_ffic-export p_rofile',
      'no vl_an a_ccess-map <word> <end>',
    ),
    cannotTell: ['whether the session, profile or access map was there'],
  },
]

const CAPTURES: readonly CommandSignature[] = [
  {
    acts: ['capture-set'],
    command: commandPattern(
      'mon_itor c_apture <word> a_ccess-list|buf_fer|cla_ss-map|co_ntrol-plane|f_ile|i_nterface|l_imit|m_atch|sta_rt|v_lan',
      'mon_itor c_apture poi_nt ip|ipv6 <word> <word>',
      'mon_itor c_apture poi_nt as_sociate|sta_rt <word>',
      'no mon_itor c_apture <word> a_ccess-list|cla_ss-map|m_atch',
      'ip tra_ffic-export p_rofile <word> m_ode c_apture',
      'deb_ug pl_atform packet-t_race co_py',
      'deb_ug pl_atform {.{1,80}(?:inject|punt)} packet-_capture sta_rt',
    ),
    cannotTell: ['which packets it keeps: port, filter and file may stand in other commands'],
  },
  {
    acts: ['capture-set', 'capture-exported'],
    command: commandPattern('mon_itor c_apture <word> e_xport'),
  },
  {
    acts: ['capture-exported'],
    command: commandPattern(
      'mon_itor c_apture buf_fer <word> e_xport',
      'traffic-e_xport i_nterface {.{1,64}} cop_y {\\S{1,256}:}',
    ),
  },
  {
    acts: ['capture-removed'],
    command: commandPattern(
      'mon_itor c_apture <word> sto_p',
      'mon_itor c_apture poi_nt sto_p|dis_associate <word>',
      'no mon_itor c_apture <word> <end>',
      'no mon_itor c_apture <word> co_ntrol-plane|i_nterface|v_lan',
      'no mon_itor c_apture poi_nt ip|ipv6 <word> <word>',
      'deb_ug pl_atform {.{1,80}(?:inject|punt)} packet-_capture sto_p',
    ),
  },
]

/** What an alias or an applet would do later counts as done. @source Cisco IOS commands `alias`, `action label cli command` */
const SCRIPTS: readonly CommandSignature[] = [
  {
    acts: ['session-set', 'scripted-mirror'],
    command: commandPattern(
      'al_ias c_onfigure <word> mon_itor s_ession <number> s_ource|d_estination|f_ilter|t_ype',
      'ac_tion <word> cli co_mmand {"?mon\\w{0,4}} s_ession <number> s_ource|d_estination|f_ilter|t_ype',
    ),
    cannotTell: ['whether the script runs'],
  },
  {
    acts: ['capture-set', 'scripted-mirror'],
    command: commandPattern(
      'al_ias e_xec <word> mon_itor c_apture <word>',
      'ac_tion <word> cli co_mmand {"?mon\\w{0,4}} c_apture <word>',
      'cli mon_itor c_apture <word>',
    ),
    cannotTell: ['whether the script runs'],
  },
]

const WITNESSES: readonly CommandSignature[] = [
  {
    acts: ['logging-cut'],
    command: commandPattern('no logg_ing <address>', 'no logg_ing ho_st|on|tr_ap'),
    cannotTell: ['whether other hosts still receive the log'],
  },
  {
    acts: ['command-logging-cut'],
    command: commandPattern('no ar_chive <end>', 'no not_ify', 'no log conf_ig', 'no logg_ing en_able'),
  },
  {
    acts: ['accounting-cut'],
    command: commandPattern('no aaa ac_counting <end>', 'no aaa ac_counting com_mands'),
  },
  {
    acts: ['configuration-copied-in'],
    command: commandPattern(
      `cop_y ${ORIGIN} run_ning-config`,
      `cop_y ${ORIGIN} {system:\\S{0,64}}`,
      'conf_igure rep_lace|n_etwork|o_verwrite-network|m_emory',
    ),
    cannotTell: ['what the lines that came in say'],
  },
  {
    acts: ['aaa-server-changed'],
    command: commandPattern(
      '[no] aaa gr_oup',
      '[no] radius|tacacs s_erver <word>',
      '[no] radius-_server|tacacs-_server h_ost <word>',
      `aaa authe_ntication|autho_rization en_able|ex_ec|l_ogin <word> ${OWN_METHODS}`,
      `aaa authe_ntication|autho_rization c_ommands <word> <word> ${OWN_METHODS}`,
      'no aaa authe_ntication|autho_rization c_ommands|en_able|ex_ec|l_ogin',
    ),
  },
]

const WAYS: readonly CommandSignature[] = [
  {
    acts: ['tunnel-changed'],
    command: commandPattern('[no] tun_nel d_estination|m_ode|s_ource|v_rf', 'no int_erface {tu[\\w./-]{0,32}}'),
    cannotTell: ['which tunnel: its interface stands in another command'],
  },
  {
    acts: ['route-changed'],
    command: commandPattern(
      '[no] ip|ipv_6 route|pol_icy',
      '[no] set int_erface',
      '[no] set ip|ipv6 {(?:next|def)[\\w-]{0,20}}',
    ),
    cannotTell: ['whether a copy travels that way'],
  },
  {
    acts: ['translation-changed'],
    command: commandPattern('[no] ip nat i_nside|o_utside|p_ool|e_nable|so_urce'),
  },
  {
    acts: ['filter-changed'],
    command: commandPattern('[no] ip|mac acce_ss-list e_xtended|s_tandard <word>', '[no] ipv_6 acce_ss-list <word>'),
    cannotTell: ['whether a mirror uses the list'],
  },
  {
    acts: ['image-changed'],
    command: commandPattern('[no] boo_t sys_tem', 'inst_all ac_tivate|ad_d|c_ommit|r_ollback', 'arch_ive down_load-sw'),
  },
  {
    acts: ['shell-entered'],
    command: commandPattern(
      'guestshell run',
      '{req\\w{0,4}} {plat\\w{0,4}} {soft\\w{0,4}} {sys\\w{0,3}} {sh\\w{0,3}}',
      'app-hosting connect',
      'tclsh|tcls',
    ),
    cannotTell: ['what is done inside'],
  },
]

export const commandSignatures: readonly CommandSignature[] = [
  ...MIRRORS,
  ...CAPTURES,
  ...SCRIPTS,
  ...WITNESSES,
  ...WAYS,
]
