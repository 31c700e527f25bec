/** Atomic Red Team: tests that make each behaviour happen, with prerequisites and cleanup. */
import { stringify } from 'yaml'
import { TECHNIQUES } from '../../facts/attack/techniques.data.ts'
import type { ContentExercise, ContentFile, ContentTarget } from '../contract.ts'
import { toAtomicTest } from './atomic-test.ts'
import { writePage } from './page.ts'

export const target: ContentTarget = {
  id: 'atomic',
  title: 'Atomic Red Team tests',
  usage:
    'Copy the folders into `atomics/` and run them with any runner of Atomic Red Team, in an estate made for tests.',
  build({ exercises }) {
    const techniques = [...new Set(exercises.map(({ exercise }) => exercise.technique))].sort()
    return techniques.flatMap((technique) =>
      writeTechnique(
        technique,
        exercises.filter(({ exercise }) => exercise.technique === technique),
      ),
    )
  },
  limits: () => [],
}

function writeTechnique(technique: string, all: readonly ContentExercise[]): readonly ContentFile[] {
  const exercises = all
    .map(({ exercise }) => exercise)
    .sort((a, b) => order(a) - order(b) || (a.name < b.name ? -1 : 1))
  const name = nameOf(technique)
  const document = { attack_technique: technique, display_name: name, atomic_tests: exercises.map(toAtomicTest) }
  return [
    { path: `${technique}/${technique}.yaml`, text: stringify(document, { lineWidth: 0 }), kind: 'test' },
    { path: `${technique}/${technique}.md`, text: writePage({ technique, name, exercises }), kind: 'page' },
  ]
}

/** As upstream calls it: a sub-technique behind its technique. */
function nameOf(technique: string): string {
  const [parent = ''] = technique.split('.')
  const names = [...new Set([parent, technique])].map((id) => TECHNIQUES[id]?.name ?? id)
  return names.join(': ')
}

/** The validation tests come first, in their own order. */
function order({ selftest }: ContentExercise['exercise']): number {
  return selftest ?? Number.MAX_SAFE_INTEGER
}
