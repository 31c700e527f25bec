/** The Sigma rules that are built, run by our own evaluator over the records of their logs. */
import { z } from 'zod'
import { compileRule, type SigmaMatcher } from '../../../../content/_sigma/compile-rule.ts'
import type { SigmaFilter, SigmaRule } from '../../../../content/_sigma/documents.ts'
import { parseSigma } from '../../../../content/_sigma/parse-sigma.ts'
import { runSigma } from '../../../../content/_sigma/run-sigma.ts'
import { logsourceCovers, toSigmaEvent } from '../../../../content/_sigma/sigma-event.ts'
import type { ContentFile, ContentInputs } from '../../../../content/contract.ts'
import { targets } from '../../../content-plug-ins.ts'
import type { RuleEngine } from './rule-engine.ts'

const TARGET = 'sigma'

/** What a rule says of its origin. */
const Origin = z.object({ behaviour: z.string(), source: z.string() })

interface RunnableRule {
  readonly rule: SigmaRule
  readonly matches: SigmaMatcher
}

/** Builds the rules and makes them ready. */
export function sigmaRules(inputs: ContentInputs): RuleEngine {
  const rules = new Map(rulesOf(build(inputs)).map((rule) => [originOf(rule), { rule, matches: compileRule(rule) }]))
  return {
    target: TARGET,
    answer: async ({ definition, source: { source }, records }) => {
      const found: RunnableRule | undefined = rules.get(originText(definition.id, source.id))
      if (found === undefined || !logsourceCovers(found.rule.logsource, source)) return { hits: new Set() }
      return { hits: new Set(records.filter((record) => found.matches(toSigmaEvent(record)))) }
    },
    unapproved: async ({ definition, source: { source }, records }, inventory) => {
      const found = rules.get(originText(definition.id, source.id))
      if (found === undefined) return new Set()
      const filters = filtersOf(build({ ...inputs, inventory }))
      return new Set(runSigma([found.rule, ...filters], records).alerts.flatMap((alert) => alert.records))
    },
  }
}

function build(inputs: ContentInputs): readonly ContentFile[] {
  return targets.filter(({ id }) => id === TARGET).flatMap((target) => target.build(inputs))
}

/** One for each behaviour and log; what correlations bring along of their own is not asked. */
function rulesOf(files: readonly ContentFile[]): readonly SigmaRule[] {
  return files
    .filter(({ kind }) => kind === 'rule' || kind === 'hunt')
    .flatMap(({ path, text }) => parseSigma(text, path).documents)
    .filter((document): document is SigmaRule => document.kind === 'rule')
}

function filtersOf(files: readonly ContentFile[]): readonly SigmaFilter[] {
  return files
    .filter(({ kind }) => kind === 'filter')
    .flatMap(({ path, text }) => parseSigma(text, path).documents)
    .filter((document): document is SigmaFilter => document.kind === 'filter')
}

function originOf({ others }: SigmaRule): string {
  const origin = Origin.safeParse(others[TARGET_NOTES])
  return origin.success ? originText(origin.data.behaviour, origin.data.source) : ''
}

/** The member in which our rules say what Sigma has no member for. */
const TARGET_NOTES = 'tapwarden'

function originText(behaviour: string, source: string): string {
  return `${behaviour}\u0000${source}`
}
