/** Runs a rule over the examples of every log: alone, to see which it knows, and by set-up, to see how often it speaks. */
import type { LogSource } from '../../facts/log-content/log-source.ts'
import type { RecordAct } from '../../facts/log-content/record-act.ts'
import type { LintExample, LintKnowledge, RuleUnderTest } from './rule-under-test.ts'
import { whyMissed } from './why-missed.ts'

/** Acts that a rule about mirroring ought to see. */
const WANTED: readonly RecordAct[] = ['session-set', 'session-repointed', 'part-set', 'capture-set']

/** A record that shows mirroring and that the rule passed over. */
export interface MissedRecord {
  readonly name: string
  readonly acts: readonly RecordAct[]
  readonly because: string
}

/** What a rule sees of one log. */
export interface SourceVerdict {
  readonly source: string
  readonly title: string
  readonly read: boolean
  /** Records that show mirroring, and how many of them it sees. */
  readonly wanted: number
  readonly seen: number
  readonly missed: readonly MissedRecord[]
}

/** Results of one run. */
export interface Trial {
  readonly logs: readonly SourceVerdict[]
  readonly seen: readonly LintExample[]
  readonly missed: readonly LintExample[]
  /** Set-ups of several records, with the number of results over all of them together. */
  readonly setups: readonly { readonly name: string; readonly source: LogSource; readonly hits: number }[]
}

/** Undefined where the rule cannot be run. */
export function tryRule(rule: RuleUnderTest, { sources, examples }: LintKnowledge): Trial | undefined {
  const readable = examples.filter(({ record }) => rule.reads(record.source))
  const hits = readable.map((example) => ({ example, hits: rule.hits([example.record]) }))
  if (hits.some((one) => one.hits === undefined)) return undefined
  const seen = hits.filter((one) => one.hits !== 0).map(({ example }) => example)
  const missed = examples.filter((example) => isWanted(example) && !seen.includes(example))
  return {
    logs: sources.flatMap((source) => judgeSource({ rule, source, examples, seen })),
    seen,
    missed,
    setups: setupsOf(readable).map(({ name, source, records }) => ({ name, source, hits: rule.hits(records) ?? 0 })),
  }
}

/** Whether a record shows what a rule about mirroring is for. */
export function isWanted({ example }: LintExample): boolean {
  return example.acts.some((act) => WANTED.includes(act))
}

interface SourceTrial {
  readonly rule: RuleUnderTest
  readonly source: LogSource
  readonly examples: readonly LintExample[]
  readonly seen: readonly LintExample[]
}

function judgeSource({ rule, source, examples, seen }: SourceTrial): readonly SourceVerdict[] {
  const wanted = examples.filter((example) => example.record.source.id === source.id && isWanted(example))
  if (wanted.length === 0) return []
  const missed = wanted.filter((example) => !seen.includes(example))
  return [
    {
      source: source.id,
      title: source.title,
      read: rule.reads(source),
      wanted: wanted.length,
      seen: wanted.length - missed.length,
      missed: missed.map((one) => ({
        name: one.example.name,
        acts: one.example.acts,
        because: whyMissed(one, rule),
      })),
    },
  ]
}

function setupsOf(examples: readonly LintExample[]) {
  const names = [
    ...new Set(
      examples.flatMap(({ example: { setup }, record }) =>
        setup === undefined ? [] : [`${record.source.id} ${setup}`],
      ),
    ),
  ]
  return names.flatMap((name) => {
    const own = examples.filter(
      ({ example: { setup }, record }) => setup !== undefined && `${record.source.id} ${setup}` === name,
    )
    const [first] = own
    return first === undefined || own.length < 2
      ? []
      : [{ name: first.example.setup ?? '', source: first.record.source, records: own.map(({ record }) => record) }]
  })
}
