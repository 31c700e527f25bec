/** Tactics of the techniques that content names, as Sentinel writes them. @source MITRE ATT&CK 18.1, Enterprise: tactics of each technique */
export const TACTICS: Readonly<Record<string, readonly string[]>> = {
  T1020: ['Exfiltration'],
  T1040: ['CredentialAccess', 'Discovery'],
  T1048: ['Exfiltration'],
  T1053: ['Execution', 'Persistence', 'PrivilegeEscalation'],
  T1059: ['Execution'],
  T1078: ['DefenseEvasion', 'InitialAccess', 'Persistence', 'PrivilegeEscalation'],
  T1537: ['Exfiltration'],
  T1556: ['CredentialAccess', 'DefenseEvasion', 'Persistence'],
  T1557: ['Collection', 'CredentialAccess'],
  T1562: ['DefenseEvasion'],
  T1601: ['DefenseEvasion'],
  T1602: ['Collection'],
}
