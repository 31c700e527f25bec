/** Applies every house rule to a tree of files. */
import { globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { openHouseFile } from './house-file.ts'
import type { Problem, Rule } from './problem.ts'
import { complexity } from './rules/complexity.ts'
import { exportCount, importCount, noDefaultExport } from './rules/doors.ts'
import { language } from './rules/language.ts'
import { places } from './rules/places.ts'
import { purity } from './rules/purity.ts'
import { fileSize, functionSize, parameterCount } from './rules/sizes.ts'
import { docComment, todoNamesIssue } from './rules/words.ts'

const rules: readonly Rule[] = [
  ...[fileSize, functionSize, parameterCount, complexity, importCount, exportCount],
  ...[noDefaultExport, language, purity, todoNamesIssue, docComment],
]

/** All problems of the files below `src`, `tools`, `test` and `bench` of a project, in the order of their places. */
export function lint(root: string): readonly Problem[] {
  const paths = globSync('{src,tools,test,bench,bin}/**/*.{ts,mts,mjs,js}', { cwd: root })
    .map((path) => path.replaceAll('\\', '/'))
    .filter((path) => !/(^|\/)(cases|fixtures|node_modules)\/|\.generated\./.test(path))
  const found = [...places(paths), ...paths.flatMap((path) => lintFile(path, readFileSync(join(root, path), 'utf8')))]
  return found.sort((a, b) => (a.path === b.path ? a.line - b.line : a.path < b.path ? -1 : 1))
}

/** The problems of one file, its place aside. */
export function lintFile(path: string, text: string): readonly Problem[] {
  const file = openHouseFile(path, text)
  return rules.flatMap((rule) => rule(file).map((remark) => ({ path, ...remark })))
}
