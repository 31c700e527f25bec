/** The tactics under which Sigma files a technique. @source MITRE ATT&CK Enterprise 18.1, `kill_chain_phases` */

/** Technique → short names of its tactics. */
export const TACTICS: ReadonlyMap<string, readonly string[]> = new Map([
  ['T1020.001', ['exfiltration']],
  ['T1040', ['credential-access', 'discovery']],
  ['T1053', ['execution', 'persistence', 'privilege-escalation']],
  ['T1059.008', ['execution']],
  ['T1078', ['defense-evasion', 'persistence', 'privilege-escalation', 'initial-access']],
  ['T1537', ['exfiltration']],
  ['T1556.004', ['credential-access', 'defense-evasion', 'persistence']],
  ['T1557', ['credential-access', 'collection']],
  ['T1562', ['defense-evasion']],
  ['T1601.001', ['defense-evasion']],
  ['T1602.002', ['collection']],
])
