/** What of a folder is a rule: origins, pages and settings in YAML lie beside rules and are none. */
import { readFileSync } from 'node:fs'

/** Keys of rules in YAML, one of which a rule has, however broken it is. @source Sigma 2.1.0; Sentinel's analytics rules */
const RULE_KEYS = /^(?:title|logsource|detection|correlation|filter|query) *:/m

/** Whether a YAML file of a folder claims to be a rule. What cannot be read does: the reader of rules says why. */
export function claimsToBeRule(path: string): boolean {
  try {
    return RULE_KEYS.test(readFileSync(path, 'utf8'))
  } catch {
    return true
  }
}
