/** Writes a folder of templates as new files: `{{name}}` and `{{title}}` in texts and file names become what they stand for. */
import { globSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'

const TEMPLATES = join(import.meta.dirname, 'templates')
const ENDING = '.template'

/** What the placeholders stand for. */
export interface Values {
  readonly name: string
  readonly title: string
}

/** A template, as it will be written. */
export interface NewFile {
  /** From the folder that the templates are written to, with forward slashes. */
  readonly path: string
  readonly text: string
}

/** The files that a folder below `templates/` makes, sorted by path. */
export function fillTemplates(folder: string, values: Values): readonly NewFile[] {
  const from = join(TEMPLATES, folder)
  return globSync(`**/*${ENDING}`, { cwd: from })
    .map((path) => path.replaceAll('\\', '/'))
    .sort()
    .map((path) => ({
      path: fill(path.slice(0, -ENDING.length), values),
      text: fill(readFileSync(join(from, path), 'utf8'), values),
    }))
}

function fill(text: string, { name, title }: Values): string {
  return text.replaceAll('{{name}}', name).replaceAll('{{title}}', title)
}

/** Writes files that are not there yet; one that is there is an error of the file system, and stays as it is. */
export function writeNewFiles(files: readonly NewFile[], folder: string): void {
  for (const { path, text } of files) {
    mkdirSync(dirname(join(folder, path)), { recursive: true })
    writeFileSync(join(folder, path), text, { flag: 'wx' })
  }
}
