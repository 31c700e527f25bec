/** Names of the techniques that exercises belong to. @source ATT&CK 18.1, names of the techniques */
export const TECHNIQUE_NAMES: ReadonlyMap<string, string> = new Map([
  ['T1020.001', 'Automated Exfiltration: Traffic Duplication'],
  ['T1040', 'Network Sniffing'],
  ['T1537', 'Transfer Data to Cloud Account'],
  ['T1562', 'Impair Defenses'],
])
