/** What both scaffolds do: read the name, write one folder and one changelog fragment, say what comes next. */
import { join } from 'node:path'
import { TapwardenError } from '../../src/kit/errors.ts'
import { readName, refuseTaken, toTitle } from './plug-in-name.ts'
import { fillTemplates, writeNewFiles } from './write-templates.ts'

const ROOT = join(import.meta.dirname, '..', '..')

/** One kind of plug-in, and the names that were given on the command line; exactly one is right. */
export interface Scaffold {
  readonly given: readonly string[]
  readonly usage: string
  /** Folder of `src/` in which the plug-in gets its own. */
  readonly room: 'dialects' | 'detections'
  /** Folder of `tools/scaffold/templates/`. */
  readonly template: string
  readonly nextSteps: (name: string) => readonly string[]
}

/** Writes the plug-in and prints what comes next. Edits no file. Throws `TW_SCAFFOLD_…` for a name that will not do. */
export function scaffold({ given, usage, room, template, nextSteps }: Scaffold): void {
  const name = readName(given, usage)
  const folder = `src/${room}/${name}`
  const fragment = `changelog.d/${name}.new.md`
  refuseTaken([folder, fragment], ROOT)
  const values = { name, title: toTitle(name) }
  const files = [
    ...fillTemplates(template, values).map(({ path, text }) => ({ path: `${folder}/${path}`, text })),
    ...fillTemplates('changelog', values).map(({ text }) => ({ path: fragment, text })),
  ]
  writeNewFiles(files, ROOT)
  const steps = nextSteps(name).map((step, index) => `  ${index + 1}. ${step}`)
  console.log([...files.map(({ path }) => `wrote ${path}`), '', 'What comes next:', ...steps].join('\n'))
}

/** Runs a tool; an operator's mistake ends it with 2, its code, and the way out. */
export function runTool(work: () => void): void {
  try {
    work()
  } catch (error) {
    if (!(error instanceof TapwardenError)) throw error
    console.error(`${error.code}: ${error.message}\n  what to do: ${error.help}`)
    process.exitCode = 2
  }
}
