/** From `npm run new:dialect` to a finding: what git says has changed is one folder and a changelog fragment. */
import { globSync } from 'node:fs'
import { installNewVendor, NEW_VENDOR, scanNewVendor } from '../scaffold/trial/new-vendor.ts'
import { copyTree, type Ended, isOnePlugIn, type TreeCopy } from '../scaffold/trial/tree-copy.ts'
import type { Proof } from './contract.ts'

const { name } = NEW_VENDOR
const FOUND = 'edge-lw-1 tap-group 4 unapproved'

/** One thing that must hold: `failure` says what went wrong, if anything did. */
interface Step {
  readonly step: string
  readonly failure: string | undefined
}

export const proof: Proof = {
  title: 'A vendor is one folder: scaffolded, filled in, tested and found, and nothing else is edited',

  async run({ slice }) {
    const copy = copyTree()
    try {
      if (!slice) refreshPages(copy)
      const scaffolded = [
        ended('the scaffold', copy.run('tools/new-dialect.ts', name)),
        ended('its registry', copy.run('tools/gen-registries.ts')),
        ownTests(copy, 'scaffold'),
        onePlugIn(copy, 'scaffold'),
      ]
      const filledIn = [
        ended('the filled-in folder', installNewVendor(copy)),
        ownTests(copy, 'vendor'),
        onePlugIn(copy, 'vendor'),
        finding(copy),
      ]
      const files = copy.changes()
      const steps = [...scaffolded, ...filledIn, ...(slice ? [] : wholeHouse(copy))]
      const pages = slice ? [] : referencePages(copy, files)
      const failures = steps.flatMap(({ step, failure }) => (failure === undefined ? [] : [`${step}: ${failure}`]))
      return {
        passed: failures.length === 0,
        summary: `${steps.length - failures.length} of ${steps.length} steps; ${files.length} files differ: ${[...new Set(files.map(placeOf))].join(' and ')}.`,
        figures: {
          steps: steps.length,
          filesThatDiffer: files.length,
          ...(slice ? {} : { pagesThatAreGeneratedAgain: pages.join(', ') }),
        },
        failures,
      }
    } finally {
      copy.remove()
    }
  },
}

function ended(step: string, { status, stdout, stderr }: Ended): Step {
  return { step, failure: status === 0 ? undefined : `ended with ${status}: ${`${stdout}${stderr}`.slice(-800)}` }
}

function ownTests(copy: TreeCopy, of: string): Step {
  const tests = globSync(`src/dialects/${name}/*.test.ts`, { cwd: copy.folder })
  return ended(`the tests of the ${of}`, copy.run('--test', ...tests))
}

function onePlugIn(copy: TreeCopy, of: string): Step {
  const changes = copy.changes()
  const isOne = isOnePlugIn(changes, { room: 'dialects', name })
  return { step: `what differs by the ${of}`, failure: isOne ? undefined : changes.join(', ') }
}

function finding(copy: TreeCopy): Step {
  const told = scanNewVendor(copy).map(
    ({ subject, setup: { address }, verdict }) => `${subject} ${address.namespace} ${address.id} ${verdict}`,
  )
  return { step: 'the finding', failure: told.includes(FOUND) ? undefined : `found ${told.join(', ') || 'nothing'}` }
}

/** What a reviewer would run: types, house style, and the contract with the cases of all dialects. */
function wholeHouse(copy: TreeCopy): readonly Step[] {
  return [
    ended('types', copy.run('node_modules/typescript/bin/tsc', '--noEmit', '-p', 'tsconfig.json')),
    houseStyle(copy),
    ended('the contract of dialects', copy.run('--test', 'test/contracts/dialects.test.ts')),
  ]
}

/** What the house says of the vendor's own files. */
function houseStyle(copy: TreeCopy): Step {
  const remarks = copy.run('tools/lint-house.ts').stdout.split('\n')
  const own = remarks.filter((remark) => remark.startsWith(`src/dialects/${name}`))
  return { step: 'house style', failure: own.length === 0 ? undefined : own.join('; ') }
}

/** Pages of the tree as it is, so that only what the vendor adds shows as a difference. */
function refreshPages(copy: TreeCopy): void {
  copy.run('tools/gen-reference.ts')
  copy.settle()
}

/** Pages that a tool writes from the code: they are kept in git, and nobody edits them. */
function referencePages(copy: TreeCopy, before: readonly string[]): readonly string[] {
  copy.run('tools/gen-reference.ts')
  return copy.changes().filter((path) => !before.includes(path))
}

function placeOf(path: string): string {
  return path.startsWith('src/') ? path.split('/').slice(0, 3).join('/') : path
}
