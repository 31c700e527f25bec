/** The plain meaning of definitions as a rule engine: what every target's engine is held against besides scan. */
import { compileCondition } from '../../../../facts/log-content/match-condition.ts'
import type { RuleEngine } from './rule-engine.ts'

/** Speaks of the records that any clause matches. */
export const plainRules: RuleEngine = {
  target: 'definition',
  answer: async ({ source, records }) => {
    const matchers = source.clauses.map(({ when }) => compileCondition(when))
    return { hits: new Set(records.filter((record) => matchers.some((matches) => matches(record)))) }
  },
}
