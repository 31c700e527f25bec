/** The page of coded errors: every `TW_…` code with its sentences and the way out. */
import { globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { type CodedError, findErrors } from './error-sentences.ts'
import { code, page, table } from './markdown.ts'

/** `docs/reference/errors.md`. */
export function writeErrorsPage(root: string): string {
  const errors = Map.groupBy(collectErrors(root), (error) => error.code)
  const rows = [...errors].sort(([a], [b]) => (a < b ? -1 : 1)).map(([name, told]) => [code(name), ...describe(told)])
  return page('Errors', [
    'What an operator can mend has a stable code, one sentence with the values (`{…}` here), and what to do. The exit status is 2. ' +
      'Odd evidence is never an error: it becomes a note, and reading goes on.',
    table(['code', 'says', 'what to do'], rows),
    '`TW_SETUP_…` come from the set-up of a clone (`npm start`, `npm test`), `TW_CLI_NODE_TOO_OLD` from the launcher; all others from the program.',
  ])
}

function collectErrors(root: string): readonly CodedError[] {
  const product = globSync('src/**/*.ts', { cwd: root }).filter((path) => !/\.test\.ts$|\/_testing\//.test(path))
  return [...product.sort(), 'bin/launcher.mjs', 'tools/setup.mjs'].flatMap((path) =>
    findErrors(path, readFileSync(join(root, path), 'utf8')),
  )
}

/** Each sentence once; one that is all value says nothing beside others. */
function describe(told: readonly CodedError[]): readonly string[] {
  return [told.map(({ sentence }) => sentence), told.map(({ help }) => help)].map((texts) => {
    const different = [...new Set(texts)].filter((text) => text !== '')
    const telling = different.filter((text) => /[a-z]/.test(text.replace(/\{[^}]*\}/g, '')))
    return (telling.length > 0 ? telling : different).join('<br>') || '–'
  })
}
