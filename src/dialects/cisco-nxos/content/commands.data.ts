/** Typed commands of NX-OS that show an act by themselves, the block of their record included. How far a keyword may be cut is what the grammar beside takes. */
import type { CommandSignature } from '../../../facts/log-content/log-source.ts'
import { commandPattern } from '../../_content/command-pattern.ts'

const TYPES = 'l_ocal|erspan-s_ource|erspan-d_estination|acl-c_apture|acl-s_pan'
const OWN_METHODS = 'l_ocal|n_one'
const ORIGIN = '{(?:bootflash|ftp|https?|logflash|scp|sftp|slot0|tftp|usb\\d|volatile|startup-config)[^\\s,]{0,256}}'

/** The commands of a block, behind its head: of a session with a type, and of one without. */
function inBlock(...commands: readonly string[]): readonly string[] {
  return commands.flatMap((command) => [
    `mon_itor s_ession <number> ; ${command}`,
    `mon_itor s_ession <number> t_ype <word> ; ${command}`,
  ])
}

const MIRRORS: readonly CommandSignature[] = [
  {
    acts: ['session-set'],
    command: commandPattern(
      'mon_itor s_ession <number> <end>',
      `mon_itor s_ession <number> t_ype ${TYPES} <end>`,
      'mon_itor s_ession <number> rx|tx|both <end>',
      ...inBlock('so_urce|de_stination|f_ilter', 'no f_ilter', 'no shu_tdown', 'er_span-id|h_eader-type|v_rf|mt_u|i_p'),
      'mon_itor s_ession <list> no shu_tdown',
      'no mon_itor s_ession <list> shu_tdown',
      'vl_an <list> ; remote-span',
    ),
    cannotTell: ['whether the session was switched on (no shut stands in a record of its own)'],
  },
  {
    acts: ['session-removed'],
    command: commandPattern(
      'no mon_itor s_ession <list> <end>',
      'no mon_itor s_ession a_ll',
      'no mon_itor s_ession <list> t_ype',
      'mon_itor s_ession <list> shu_tdown',
      ...inBlock('shu_tdown', 'no so_urce|de_stination'),
    ),
    cannotTell: ['whether the session was there'],
  },
]

const CAPTURES: readonly CommandSignature[] = [
  {
    acts: ['capture-set'],
    command: commandPattern(
      'eth_analyzer l_ocal i_nterface',
      '{(?:(?:run|bash|guestshell|sudo|python\\d?|attach)\\s.{0,120})?(?:\\S{0,64}/)?tcpdump}',
    ),
    cannotTell: ['when it ends'],
  },
  {
    acts: ['capture-exported'],
    command: commandPattern('cop_y {\\S{1,256}\\.p?cap(?:ng)?\\d{0,3}} {\\S{1,256}:\\S{0,256}}'),
  },
]

const WITNESSES: readonly CommandSignature[] = [
  {
    acts: ['scripted-mirror'],
    command: commandPattern(
      'cli alias name <word> {(?:no\\s)?mon\\w{0,4}} {ses\\w{0,4}}',
      'eve_nt man_ager app_let <word> ; act_ion <word> cli {(?:local\\s)?(?:no\\s)?mon\\w{0,4}} {ses\\w{0,4}}',
    ),
    cannotTell: ['whether the script runs'],
  },
  {
    acts: ['logging-cut'],
    command: commandPattern('no logg_ing se_rver|lo_gfile', 'cle_ar log_ging l_ogfile|n_vram'),
    cannotTell: ['whether other servers still receive the log'],
  },
  {
    acts: ['command-logging-cut'],
    command: commandPattern('no logg_ing le_vel aaa|all', 'logg_ing le_vel aaa|all {[0-5]}'),
  },
  {
    acts: ['accounting-cut'],
    command: commandPattern('no aaa acc_ounting', 'aaa acc_ounting <word> local', 'cle_ar acc_ounting'),
  },
  {
    acts: ['configuration-copied-in'],
    command: commandPattern(`cop_y ${ORIGIN} run_ning-config`, 'roll_back run_ning-config', 'conf_igure rep_lace'),
    cannotTell: ['what the lines that came in say'],
  },
  {
    acts: ['aaa-server-changed'],
    command: commandPattern(
      '[no] tac_acs-server|rad_ius-server hos_t',
      '[no] aaa gro_up ser_ver',
      '[no] fea_ture tac_acs+',
      `aaa authe_ntication|autho_rization l_ogin|c_ommands|config-c_ommands <word> ${OWN_METHODS}`,
    ),
  },
]

const WAYS: readonly CommandSignature[] = [
  {
    acts: ['tunnel-changed'],
    command: commandPattern(
      '[no] tun_nel des_tination|sou_rce|mod_e',
      '[no] mem_ber vni',
      '[no] vn-_segment',
      '[no] xco_nnect',
    ),
    cannotTell: ['whether a copy travels that way'],
  },
  {
    acts: ['route-changed'],
    command: commandPattern('[no] ip|ipv_6 rou_te|pol_icy', '[no] set ip nex_t-hop', '[no] set int_erface'),
    cannotTell: ['whether a copy travels that way'],
  },
  { acts: ['translation-changed'], command: commandPattern('[no] ip nat ins_ide|out_side|poo_l') },
  {
    acts: ['filter-changed'],
    command: commandPattern('[no] ip|ipv_6|mac acc_ess-list', '[no] vla_n acc_ess-map'),
    cannotTell: ['whether a mirror uses the list'],
  },
  {
    acts: ['image-changed'],
    command: commandPattern('[no] boo_t nxo_s|sys_tem|kic_kstart', '[no] ins_tall all|act_ivate|add'),
  },
  {
    acts: ['shell-entered'],
    command: commandPattern(
      'run bash|guestshell <end>',
      'bash|guestshell|bcm-shell|python <end>',
      'guestshell run|enable <end>',
      'feature bash-shell',
    ),
    cannotTell: ['what is done inside'],
  },
]

export const commandSignatures: readonly CommandSignature[] = [...MIRRORS, ...CAPTURES, ...WITNESSES, ...WAYS]
