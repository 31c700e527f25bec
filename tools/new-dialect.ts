/**
 * `npm run new:dialect -- <name> [--kind configuration|lines|audit]` writes a dialect that passes its tests and reads a
 * made-up format, to be turned into the real one sentence by sentence.
 */
import { TapwardenError } from '../src/kit/errors.ts'
import { readArguments } from './scaffold/arguments.ts'
import { runTool, scaffold } from './scaffold/scaffold.ts'

const USAGE = 'npm run new:dialect -- <name> [--kind configuration|lines|audit]'
const KINDS: readonly string[] = ['configuration', 'lines', 'audit']

runTool(() => {
  const { names, options } = readArguments(process.argv.slice(2), { usage: USAGE, options: ['kind'] })
  const kind = options['kind'] ?? 'configuration'
  if (!KINDS.includes(kind))
    throw new TapwardenError('TW_SCAFFOLD_KIND', `"${kind}" is no kind of dialect`, `use one of: ${KINDS.join(', ')}`)
  scaffold({ given: names, usage: USAGE, room: 'dialects', template: `dialect-${kind}`, nextSteps })
})

function nextSteps(name: string): readonly string[] {
  return [
    `npm run gen && npm test -- src/dialects/${name} test/contracts/dialect   (all pass already)`,
    `grep -rn 'To do:' src/dialects/${name} changelog.d/${name}.new.md   (each is one thing to replace)`,
    'Put real evidence into cases/, write what must come out, and make it so: docs/how-to/add-a-vendor.md',
    `TAPWARDEN_UPDATE_CASES=1 npm test -- src/dialects/${name}   (writes what comes out now; review it like code)`,
    'node tools/gen-reference.ts && npm test   (before you open a pull request)',
  ]
}
