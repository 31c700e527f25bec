/** The page that says how far generated rules say what scan says: the kept result of the proof, with its reasons in words. */
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { z } from 'zod'
import { APPROVAL_WORDS, DIFFERENCE_WORDS } from '../../src/app/answers/content/conformance/difference-words.data.ts'
import { contentInputs } from '../../src/app/answers/content/content-inputs.ts'
import { targets } from '../../src/app/content-plug-ins.ts'
import type { ContentLimit } from '../../src/content/contract.ts'
import { EMPTY_INVENTORY } from '../../src/inventory/inventory.ts'
import { code, page, table } from './markdown.ts'

const RESULT = join('docs', 'proofs', 'content-conformance.json')

const Kept = z.object({ summary: z.string(), figures: z.record(z.string(), z.union([z.string(), z.number()])) })

/** `docs/reference/conformance.md`. */
export function writeConformancePage(root: string): string {
  const kept = existsSync(join(root, RESULT))
    ? Kept.parse(JSON.parse(readFileSync(join(root, RESULT), 'utf8')))
    : { summary: 'The proof was not run yet.', figures: {} }
  return page('Conformance', [
    'Rules that `tapwarden rules build` writes are run over the records that `tapwarden scan` reads, and both are asked of every set-up: does ' +
      'the behaviour show in this log? `definition` is the plain meaning of the signatures, `sigma` the Sigma rules by our evaluator of ' +
      'Sigma 2.1, `sentinel` the queries by our evaluator of Kusto over rows as the connectors make them; `other table` the same where lines ' +
      'land in CommonSecurityLog. Atomic tests are no rules and have nothing to compare. A difference without one of the reasons below fails ' +
      '`npm run proof -- content-conformance`.',
    kept.summary,
    `## Fixtures and targets\n\n${fixturesTable(kept.figures)}`,
    `## Why they may differ\n\n${table(
      ['reason', 'what it means'],
      Object.entries({ ...DIFFERENCE_WORDS, ...APPROVAL_WORDS }).map(([reason, words]) => [code(reason), words]),
    )}`,
    '## What each target cannot express\n\nWithout an inventory; approvals that cannot be a filter or row are listed by `rules build`.',
    ...targets.map(({ title, limits }) => `### ${title}\n\n${limitsList(limits(contentInputs(EMPTY_INVENTORY)))}`),
  ])
}

/** Keys are `group: target`. */
function fixturesTable(figures: Readonly<Record<string, string | number>>): string {
  const cells = Object.entries(figures).flatMap(([key, value]) => {
    const [, group, target] = /^(.+?): (.+)$/.exec(key) ?? []
    return group === undefined || target === undefined ? [] : [{ group, target, value: String(value) }]
  })
  const columns = [...new Set(cells.map(({ target }) => target))]
  const rows = [...Map.groupBy(cells, ({ group }) => group)].map(([group, own]) => [
    group,
    ...columns.map((column) => own.find(({ target }) => target === column)?.value ?? '–'),
  ])
  return table(['fixtures', ...columns], rows)
}

function limitsList(limits: readonly ContentLimit[]): string {
  if (limits.length === 0) return 'Nothing.'
  return [...Map.groupBy(limits, ({ because }) => because)]
    .map(([because, own]) => `- ${because}: ${[...new Set(own.map(({ source }) => source))].join(', ')}`)
    .join('\n')
}
