/** The Static Analysis Results Interchange Format, for code scanning where configurations are kept in a repository. */
import type { ScanReport } from '../../findings/report/report.ts'
import { shownJson } from '../../kit/text/obeyed-characters.ts'
import { reasonIds } from '../_shared/first-reason.ts'
import type { Sink } from '../contract.ts'
import { plainMessage } from './message.ts'
import { resultOf } from './result.ts'
import { rulesOf } from './rules.ts'

/** @source SARIF 2.1.0 with errata 01: the schema's own address */
const SCHEMA = 'https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json'

/** One run; what was not heard stands beside its results as notifications. */
export const sink: Sink = {
  id: 'sarif',
  title: 'SARIF 2.1.0, for code scanning (with --locations: at the lines that prove it)',
  mediaType: 'application/sarif+json',
  fileExtension: '.sarif',
  render(report, context) {
    const results = report.findings.map((finding) =>
      resultOf(
        finding,
        report.acts.find((act) => act.finding === finding.id),
      ),
    )
    const rules = rulesOf([...results.map(({ ruleId }) => ruleId), ...report.findings.flatMap(reasonIds)], context)
    const ranks = new Map(rules.map(({ id }, index) => [id, index]))
    const log = {
      $schema: SCHEMA,
      version: '2.1.0',
      runs: [
        {
          tool: { driver: { name: 'tapwarden', version: context.version, rules } },
          invocations: [{ executionSuccessful: true, toolExecutionNotifications: unheard(report) }],
          results: results.map((result) => ({ ...result, ruleIndex: ranks.get(result.ruleId) })),
          properties: { at: report.at, inventory: report.inventory, figures: report.figures, counts: report.counts },
        },
      ],
    }
    return `${shownJson(log, 2)}\n`
  },
}

/** @source SARIF 2.1.0, 3.20.21, 3.58 */
function unheard({ coverage }: ScanReport): readonly unknown[] {
  return coverage.flatMap(({ subject, legs, quiet }) => [
    ...legs
      .filter(({ state }) => state === 'silent' || state === 'never-heard')
      .map(({ leg, state }) => notification(`${subject}: ${leg} is ${state === 'silent' ? 'silent' : 'never heard'}.`)),
    ...quiet.map(({ leg, since }) => notification(`${subject}: ${leg} is silent since ${since}.`)),
  ])
}

function notification(text: string): unknown {
  return { level: 'warning', message: plainMessage(text) }
}
