/**
 * Published releases of ATT&CK through the library: every object's bytes, hashes, relations and changes, each counted a second time from
 * the files themselves. `TAPWARDEN_ATTACK_BUNDLES` names a folder with the folders `18.0` and `18.1`; without it, and as a slice, the
 * composed releases of the tests are read.
 */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { diffAttack } from '../../src/app/answers/attack/diff-attack.ts'
import { importAttack } from '../../src/app/answers/attack/import-attack.ts'
import { showAttack } from '../../src/app/answers/attack/show-attack.ts'
import { MOVED_IDS } from '../../src/attack/ids/moved-ids.data.ts'
import { ROOT } from './_shared/command.ts'
import { progressOf } from './_shared/progress.ts'
import { checkBytes, checkRelations } from './attack-provenance/check-release.ts'
import { countChanges, type PublishedRelease, readPublished } from './attack-provenance/published.ts'
import type { Proof } from './contract.ts'

const RELEASES = ['18.0', '18.1'] as const
/** Objects whose relations are counted beside a sample of all others. */
const ASKED = [
  'T1020.001',
  'DET0403',
  'AN1131',
  'AN1132',
  'T1040',
  'DET0314',
  'AN0878',
  'AN0879',
  'T1562',
  'DC0078',
  'M1041',
]

const progress = progressOf('attack-provenance')

export const proof: Proof = {
  title:
    'Every object of a release of ATT&CK is kept byte for byte, with the relations and changes that its files have',

  async run({ slice }) {
    const folder = slice ? undefined : process.env['TAPWARDEN_ATTACK_BUNDLES']
    const library = mkdtempSync(join(tmpdir(), 'tapwarden-attack-'))
    try {
      return prove(folder, library)
    } finally {
      rmSync(library, { recursive: true })
    }
  },
}

function prove(folder: string | undefined, library: string): Awaited<ReturnType<Proof['run']>> {
  const failures: string[] = []
  const published: PublishedRelease[] = []
  const counts = { files: 0, bytes: 0, objects: 0, relations: 0, relationsOf: 0 }
  for (const release of RELEASES) {
    progress(`import ${release}`)
    const path = pathOf(folder, release)
    const { files, bytes, objects } = importAttack({ paths: [path], release, library })
    const fromFiles = readPublished(release, path)
    published.push(fromFiles)
    const checked = checkRelations(library, fromFiles, [...ASKED, ...sample(fromFiles, folder === undefined ? 5 : 500)])
    failures.push(...checkBytes(library, fromFiles), ...checked.failures)
    counts.files += files
    counts.bytes += bytes
    counts.objects += objects
    counts.relations += checked.relations
    counts.relationsOf += checked.objects
  }
  const [from, to] = published
  const changes = from === undefined || to === undefined ? undefined : countChanges(from, to)
  const diff = diffAttack({ id: 'all', from: RELEASES[0], to: RELEASES[1], library })
  for (const [state, count] of Object.entries(changes ?? {}))
    if (Object.entries(diff.counts).every(([name, found]) => name !== state || found !== count))
      failures.push(`${state}: ${JSON.stringify(diff.counts)} against ${count} in the files`)
  const moved = folder === undefined ? [] : MOVED_IDS.map(({ from: id }) => statusOf(id, library))
  failures.push(...moved.filter((wrong) => wrong !== undefined))
  const { same, changed, rewritten, added, removed } = diff.counts
  return {
    passed: failures.length === 0,
    summary: `${counts.objects} objects of ${RELEASES.join(' and ')} from ${counts.files} files come back byte for byte, with ${counts.relations} relations of ${counts.relationsOf} objects and ${changed + added + removed} changes as the files have them${folder === undefined ? '; composed releases, since TAPWARDEN_ATTACK_BUNDLES was not set' : ''}.`,
    figures: {
      published: folder !== undefined,
      files: counts.files,
      bytes: counts.bytes,
      objects: counts.objects,
      'objects whose relations were counted': counts.relationsOf,
      'relations counted': counts.relations,
      ...Object.fromEntries(
        ASKED.slice(0, 4).map((id) => [`relations of ${id} in ${RELEASES[1]}`, relationsOf(id, library)]),
      ),
      'objects the same': same,
      'objects changed': changed,
      'objects in other bytes only': rewritten,
      'objects added': added,
      'objects removed': removed,
      'ids that moved, found in 18.1': moved.length,
    },
    failures: failures.slice(0, 40),
  }
}

function pathOf(folder: string | undefined, release: string): string {
  return folder === undefined
    ? join(ROOT, 'src', 'attack', 'cases', `release-${release}`, 'input.json')
    : join(folder, release)
}

/** Every n-th object, so that kinds nobody asks for are counted too. */
function sample({ objects }: PublishedRelease, every: number): readonly string[] {
  return [...objects.keys()].sort().filter((_, index) => index % every === 0)
}

function relationsOf(id: string, library: string): number {
  return showAttack({ id, release: RELEASES[1], library }).relations?.length ?? 0
}

/** What release 18 calls something is what release 18 holds. */
function statusOf(id: string, library: string): string | undefined {
  const status = showAttack({ id, release: RELEASES[1], library }).object
  return status?.attackId === id && status.status === 'current' ? undefined : `${id} is not current in ${RELEASES[1]}`
}
