/**
 * Ids that release 19 gave to what release 18 called otherwise, as far as they are known here. T1020.001, T1040 and T1557 kept theirs.
 */

/** One id of release 18 and its id in release 19; what was split has a row for each part. */
export interface MovedId {
  readonly from: string
  readonly to: string
  /** Where this is written: the map of one publisher that follows MITRE's revoked-by links, or maps of others that agree. */
  readonly source: string
}

const ELASTIC = 'elastic/detection-rules, detection_rules/etc/attack-version-maps/attack_v18_to_v19.yaml'
const RULE_TAGS = 'tags of published rules of several repositories, which agree; not read in MITRE data of release 19'

/**
 * Rows whose old id release 18.1 had revoked already are left out.
 *
 * @source elastic/detection-rules @1efc001ce9, attack_v18_to_v19.yaml; SigmaHQ/sigma tags (attack.t1685, attack.t1690, attack.t1686.002)
 */
export const MOVED_IDS: readonly MovedId[] = [
  { from: 'T1562', to: 'T1685', source: ELASTIC },
  { from: 'T1562.001', to: 'T1685', source: ELASTIC },
  { from: 'T1562.002', to: 'T1685.001', source: ELASTIC },
  { from: 'T1562.003', to: 'T1690', source: RULE_TAGS },
  { from: 'T1562.004', to: 'T1686', source: ELASTIC },
  { from: 'T1562.006', to: 'T1685', source: ELASTIC },
  { from: 'T1562.007', to: 'T1686.001', source: ELASTIC },
  { from: 'T1562.008', to: 'T1685.002', source: ELASTIC },
  { from: 'T1562.010', to: 'T1689', source: ELASTIC },
  { from: 'T1562.013', to: 'T1686.002', source: RULE_TAGS },
  { from: 'T1070.001', to: 'T1685.005', source: ELASTIC },
  { from: 'T1070.002', to: 'T1685.006', source: ELASTIC },
  { from: 'T1656', to: 'T1684.001', source: ELASTIC },
  { from: 'TA0005', to: 'TA0005', source: RULE_TAGS },
  { from: 'TA0005', to: 'TA0112', source: RULE_TAGS },
]
