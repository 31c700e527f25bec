/** The page of detections: what each asks, from its metadata and the first paragraph of its own page. */
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { detections } from '../../src/app/plug-ins.ts'
import type { Detection } from '../../src/detections/contract.ts'
import { code, page, table } from './markdown.ts'

/** `docs/reference/detections.md`. */
export function writeDetectionsPage(root: string): string {
  return page('Detections', [
    'Every detection asks one question of one set-up. Their reasons together make the verdict of its finding. ' +
      'The same list: `tapwarden rules list`, one of them: `tapwarden rules show ID`.',
    table(
      ['detection', 'asks', 'ATT&CK'],
      detections.map(({ id, question, attack }) => [`[${id}](#${id})`, question, attack.join(' ')]),
    ),
    ...detections.map((detection) => section(detection, root)),
  ])
}

function section({ id, version, title, question, attack, needs, tuning }: Detection, root: string): string {
  const guide = readFileSync(join(root, 'src', 'detections', id, 'README.md'), 'utf8')
  const facts = [
    ['asks', question],
    ['version', String(version)],
    ['needs facts', needs.map(code).join(', ')],
    ['tuning', tuning.map(code).join(', ') || 'none'],
    ['ATT&CK', attack.join(', ')],
    ['cases', casesOf(root, id).map(code).join(', ')],
  ] as const
  const link = `What it misses, false positives, triage: [its page](../../src/detections/${id}/README.md).`
  return [`## ${id}`, `**${title}.** ${firstParagraph(guide)}`, table(['', ''], facts), link].join('\n\n')
}

/** The evidence it is tested with: names begin with `fires-` or `silent-`. */
function casesOf(root: string, id: string): readonly string[] {
  return readdirSync(join(root, 'src', 'detections', id, 'cases')).sort()
}

/** What stands first under "What it sees". */
function firstParagraph(guide: string): string {
  const [, sees = ''] = guide.split('## What it sees')
  return (sees.trim().split('\n\n')[0] ?? '').replace(/\s+/g, ' ')
}
