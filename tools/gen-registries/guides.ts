/** Reads the pages of detections into the guides that findings and rules print. Pure: Markdown in, TypeScript out. */

/** Member of a guide → heading of its section. */
const SECTIONS = {
  sees: 'What it sees',
  misses: 'What it misses',
  falsePositives: 'False positives',
  triage: 'Triage',
  tuning: 'Tuning',
} as const

const banner = '// Written by tools/gen-registries.ts from the pages of the detections. Do not edit; git ignores it.'

/** `[['session-repointed', '# …']]` → a module that exports `guides`. Throws for a page without one of its sections. */
export function renderGuides(pages: readonly (readonly [id: string, markdown: string])[]): string {
  const entries = pages.map(
    ([id, markdown]) => `  [${JSON.stringify(id)}, ${JSON.stringify(readGuide(id, markdown))}],`,
  )
  return [
    banner,
    "import type { DetectionGuide } from './contract.ts'",
    '',
    '/** The page of every detection, by its id. */',
    'export const guides: ReadonlyMap<string, DetectionGuide> = new Map([',
    ...entries,
    '])',
    '',
  ].join('\n')
}

/** The sections of one page. */
export function readGuide(id: string, markdown: string): Readonly<Record<keyof typeof SECTIONS, readonly string[]>> {
  const read = (member: keyof typeof SECTIONS): readonly string[] => {
    const items = itemsOf(sectionOf(markdown, SECTIONS[member]))
    if (items.length === 0) throw new Error(`src/detections/${id}/README.md says nothing under "${SECTIONS[member]}"`)
    return items
  }
  return {
    sees: read('sees'),
    misses: read('misses'),
    falsePositives: read('falsePositives'),
    triage: read('triage'),
    tuning: read('tuning'),
  }
}

function sectionOf(markdown: string, heading: string): string {
  const [, behind = ''] = markdown.split(`\n## ${heading}\n`)
  return behind.split(/\n## /)[0] ?? ''
}

/** Paragraphs and items, each as one line without its mark. */
function itemsOf(section: string): readonly string[] {
  return section
    .split(/\n\s*\n|\n(?=- |\d+\. )/)
    .map((item) =>
      item
        .trim()
        .replace(/^(?:- |\d+\. )/, '')
        .replace(/\s*\n\s*/g, ' '),
    )
    .filter((item) => item !== '')
}
