/** Every page and block that is made from code. */
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { writeCliPage } from './cli-page.ts'
import { writeConformancePage } from './conformance-page.ts'
import { writeDetectionsPage } from './detections-page.ts'
import { writeErrorsPage } from './errors-page.ts'
import { writeFactsPage } from './facts-page.ts'
import { writeFindingsPage } from './findings-page.ts'
import { fence } from './markdown.ts'
import { platformsTable, writePlatformsPage } from './platforms-page.ts'
import { writeRequirementsPage } from './requirements-page.ts'
import { writeSeverityPage } from './severity-page.ts'

/** A file and what must stand in it. Paths are relative to the project's folder. */
export interface Page {
  readonly path: string
  readonly text: string
}

/** All pages as the code of this moment makes them. */
export async function writePages(root: string): Promise<readonly Page[]> {
  const reference = (name: string): string => `docs/reference/${name}`
  return [
    { path: reference('cli.md'), text: await writeCliPage(root) },
    { path: reference('conformance.md'), text: writeConformancePage(root) },
    { path: reference('detections.md'), text: writeDetectionsPage(root) },
    { path: reference('errors.md'), text: writeErrorsPage(root) },
    { path: reference('facts.md'), text: writeFactsPage(root) },
    { path: reference('findings-json.md'), text: await writeFindingsPage(root) },
    { path: reference('platforms.md'), text: writePlatformsPage(root) },
    { path: reference('requirements.md'), text: writeRequirementsPage() },
    { path: reference('severity.md'), text: writeSeverityPage() },
    { path: 'README.md', text: fillBlocks(readFileSync(join(root, 'README.md'), 'utf8'), blocks(root)) },
  ]
}

function blocks(root: string): ReadonlyMap<string, string> {
  const picture = join(root, 'docs', 'examples', 'scan.txt')
  return new Map([
    ['platforms', platformsTable()],
    ...(existsSync(picture) ? [['scan', fence(readFileSync(picture, 'utf8'), 'text')] as const] : []),
  ])
}

/** Puts each text between `<!-- begin NAME -->` and `<!-- end NAME -->`. A name without a text is left as it stands. */
export function fillBlocks(document: string, texts: ReadonlyMap<string, string>): string {
  return document.replace(
    /(<!-- begin ([a-z]+) -->\n)[\s\S]*?(<!-- end \2 -->)/g,
    (...[whole = '', begin = '', name = '', end = '']: string[]) => {
      const text = texts.get(name)
      return text === undefined ? whole : `${begin}${text.trimEnd()}\n${end}`
    },
  )
}
