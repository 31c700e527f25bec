/** The installed detections as rows. */
import type { Detection } from '../../detections/contract.ts'
import { detections } from '../plug-ins.ts'
import { unknownRule } from './errors.ts'

/** A detection without its function. */
export type RuleRow = Omit<Detection, 'evaluate'>

/** All detections by id. */
export function listRules(): readonly RuleRow[] {
  return detections.map(({ id, version, title, question, attack, needs, tuning }) => ({
    id,
    version,
    title,
    question,
    attack,
    needs,
    tuning,
  }))
}

/** One detection. Throws `TW_RULE_UNKNOWN`. */
export function showRule(id: string): RuleRow {
  const rules = listRules()
  const rule = rules.find((candidate) => candidate.id === id)
  if (rule === undefined)
    throw unknownRule(
      id,
      rules.map((candidate) => candidate.id),
    )
  return rule
}
