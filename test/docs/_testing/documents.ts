/** The documents of the project, and what they are made of. */
import { globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

/** Folder of the project. */
export const root: string = join(import.meta.dirname, '..', '..', '..')

/** A Markdown file, by its path from the project's folder. */
export interface Document {
  readonly path: string
  readonly text: string
}

/** Every document that the project keeps, whatever folder it is in. */
export const documents: readonly Document[] = globSync(
  '{*.md,{docs,src,changelog.d,tools,test,bench,examples}/**/*.md}',
  {
    cwd: root,
  },
)
  .map((path) => path.replaceAll('\\', '/'))
  .filter((path) => !/(^|\/)(cases|node_modules)\//.test(path))
  .sort()
  .map((path) => ({ path, text: readFileSync(join(root, path), 'utf8') }))

/** A document without its fenced blocks, which hold examples and no links. */
export function prose({ text }: Document): string {
  return text.replace(/^```[\s\S]*?^```/gm, '')
}

/** What stands inside backticks in the prose, once each. */
export function codeSpans(document: Document): readonly string[] {
  return [...new Set([...prose(document).matchAll(/`([^`\n]+)`/g)].map(([, span = '']) => span))]
}

/** Rows of tables, cell by cell, without the backticks around a cell. */
export function tableRows(document: Document): readonly (readonly string[])[] {
  return prose(document)
    .split('\n')
    .filter((line) => line.startsWith('| '))
    .map((line) =>
      line
        .split(/(?<!\\)\|/)
        .slice(1, -1)
        .map((cell) => cell.trim().replace(/^`(.*)`$/, '$1')),
    )
}

/** The name that a heading can be linked by, as hosts of Markdown make it. */
export function anchorsOf(document: Document): ReadonlySet<string> {
  const headings = [...prose(document).matchAll(/^#{1,6} (.+)$/gm)].map(([, heading = '']) => heading)
  return new Set(
    headings.map((heading) =>
      heading
        .toLowerCase()
        .replace(/[^\p{L}\p{N} _-]/gu, '')
        .replaceAll(' ', '-'),
    ),
  )
}
