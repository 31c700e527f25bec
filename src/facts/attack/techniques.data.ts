/**
 * Names of the ATT&CK techniques that detections and exercises belong to, and the tactic of those that serve only one.
 *
 * @source MITRE ATT&CK Enterprise 18.1
 */

/** Whose words the names are; stands wherever they do. */
export const ATTACK_NOTICE =
  '© 2026 The MITRE Corporation. This work is reproduced and distributed with the permission of The MITRE Corporation.'

/** The release that the names are taken from. */
export const ATTACK_VERSION = '18.1'

/** A tactic by id and name. */
export interface Tactic {
  readonly uid: string
  readonly name: string
}

const EXFILTRATION: Tactic = { uid: 'TA0010', name: 'Exfiltration' }
const DEFENSE_EVASION: Tactic = { uid: 'TA0005', name: 'Defense Evasion' }

/** By id, techniques and sub-techniques alike. */
export const TECHNIQUES: Readonly<Record<string, { readonly name: string; readonly tactic?: Tactic }>> = {
  T1020: { name: 'Automated Exfiltration', tactic: EXFILTRATION },
  'T1020.001': { name: 'Traffic Duplication', tactic: EXFILTRATION },
  T1040: { name: 'Network Sniffing' },
  T1053: { name: 'Scheduled Task/Job' },
  T1078: { name: 'Valid Accounts' },
  T1556: { name: 'Modify Authentication Process' },
  T1557: { name: 'Adversary-in-the-Middle' },
  T1562: { name: 'Impair Defenses', tactic: DEFENSE_EVASION },
  T1601: { name: 'Modify System Image', tactic: DEFENSE_EVASION },
  'T1601.001': { name: 'Patch System Image', tactic: DEFENSE_EVASION },
}
