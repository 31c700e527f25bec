/** Every rule that is built is broken in the ways that people break rules; the check of the build must notice each. */
import { contentInputs } from '../../src/app/answers/content/content-inputs.ts'
import { lintKnowledge } from '../../src/app/answers/content/lint-knowledge.ts'
import { checkSigma } from '../../src/content/_sigma/check-sigma.ts'
import type { ContentFile } from '../../src/content/contract.ts'
import { checkSentinel } from '../../src/content/sentinel/check.ts'
import { target as sentinel } from '../../src/content/sentinel/index.ts'
import { target as sigma } from '../../src/content/sigma/index.ts'
import type { LogSource } from '../../src/facts/log-content/log-source.ts'
import { EMPTY_INVENTORY } from '../../src/inventory/inventory.ts'
import { progressOf } from './_shared/progress.ts'
import { MUTATIONS, type Mutation } from './broken-rules/mutations.ts'
import type { Proof } from './contract.ts'

const progress = progressOf('broken-rules')

/** In a slice: the rules of one behaviour, in every log. */
const SLICE = /session[-_]not[-_]approved[-_]|aws_cloudtrail_session_not_approved/

export const proof: Proof = {
  title: 'A generated rule that is broken on purpose fails the check of the build',

  async run({ slice }) {
    const inputs = contentInputs(EMPTY_INVENTORY)
    const checks = {
      sentinel: sentinelCheck(inputs.definitions),
      sigma: sigmaCheck(),
    }
    const files = { sentinel: sentinel.build(inputs), sigma: sigma.build(inputs) }
    const outcomes = (['sentinel', 'sigma'] as const).flatMap((of) =>
      files[of]
        // What is near is shown by several records; tests of set-ups check it.
        .filter(({ kind, path }) => kind === 'rule' && !path.endsWith('-near.yaml') && (!slice || SLICE.test(path)))
        .flatMap((file) => breakRule(file, of, checks[of])),
    )
    const survived = outcomes.filter(({ noticed }) => !noticed)
    const figures = MUTATIONS.map(({ name, of }) => {
      const own = outcomes.filter((outcome) => outcome.mutation.name === name && outcome.mutation.of === of)
      return [`${of}: ${name}`, `${own.filter(({ noticed }) => noticed).length} of ${own.length}`] as const
    })
    return {
      passed: outcomes.length > 0 && survived.length === 0,
      summary: `${outcomes.length} broken rules, ${outcomes.length - survived.length} noticed.`,
      figures: Object.fromEntries(figures),
      failures: survived.map(({ path, mutation }) => `${path}: ${mutation.name} was not noticed`),
    }
  },
}

interface Outcome {
  readonly path: string
  readonly mutation: Mutation
  readonly noticed: boolean
}

/** What is wrong with a file, one text for each problem. */
type Check = (file: ContentFile) => readonly string[]

/** One rule of several misses what the others find: noticed is what is wrong beyond that. */
function breakRule(file: ContentFile, of: Mutation['of'], check: Check): readonly Outcome[] {
  progress(file.path)
  const usual = new Set(check(file))
  return MUTATIONS.filter((mutation) => mutation.of === of).flatMap((mutation) => {
    const text = mutation.mutate(file.text)
    if (text === undefined) return []
    return [{ path: file.path, mutation, noticed: check({ ...file, text }).some((problem) => !usual.has(problem)) }]
  })
}

function sentinelCheck(definitions: Parameters<typeof checkSentinel>[1]['definitions']): Check {
  const examples = lintKnowledge().examples.map(({ example: { name, acts }, record }) => ({ name, acts, record }))
  return (file) => {
    const behaviour = definitions.filter(({ id }) => file.path.includes(`/${id}-`))
    const own = examples.filter(({ record }) => landsIn(record.source, file.path))
    return checkSentinel([file], { definitions: behaviour, examples: own }).map(
      ({ code, message }) => `${code}: ${message}`,
    )
  }
}

/** The table of a rule stands in its name: `session-not-approved-aws-cloud-trail`. */
function landsIn({ sentinel: lands }: LogSource, path: string): boolean {
  const kebab = (table: string): string => table.replace(/([a-z])([A-Z])/g, '$1-$2').toLowerCase()
  return (
    'tables' in lands &&
    lands.tables.some((table) => path.includes(kebab(table).replace('aws', 'aws-').replace('gcp', 'gcp-')))
  )
}

function sigmaCheck(): Check {
  const examples = lintKnowledge().examples.map(({ example, record }) => ({ source: record.source, example }))
  return (file) => checkSigma([file], examples)
}
