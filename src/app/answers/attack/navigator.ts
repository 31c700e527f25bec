/** A layer of the ATT&CK Navigator from what is really covered here. */
import { writeFileSync } from 'node:fs'
import type { IdGeneration } from '../../../attack/ids/moved-ids.ts'
import { buildLayer, type TechniqueCoverage } from '../../../attack/navigator/build-layer.ts'
import type { NavigatorLayer } from '../../../attack/navigator/layer.ts'
import { detections } from '../../plug-ins.ts'
import { listAttackCoverage } from './attack-coverage.ts'
import { badGeneration, cannotWrite } from './errors.ts'

const TECHNIQUE = /^T\d{4}(?:\.\d{3})?$/

/** The layer with ids of release 18 or 19. Throws `TW_ATTACK_GENERATION`. */
export function navigatorLayer(generation: string): NavigatorLayer {
  if (!isGeneration(generation)) throw badGeneration(generation)
  return buildLayer(techniqueCoverage(), generation)
}

/** Writes a layer as the Navigator opens it. Throws `TW_ATTACK_OUT`. */
export function writeLayer(layer: NavigatorLayer, path: string): void {
  try {
    writeFileSync(path, `${JSON.stringify(layer, null, 2)}\n`)
  } catch (error) {
    throw cannotWrite(path, error)
  }
}

/** Techniques that are measured, then those that detections name as context. */
export function techniqueCoverage(): readonly TechniqueCoverage[] {
  const measured = listAttackCoverage().filter(({ kind }) => kind === 'technique')
  const named = [...new Set(detections.flatMap(({ attack }) => attack))]
    .filter((id) => TECHNIQUE.test(id) && !measured.some((row) => row.id === id))
    .sort()
  return [
    ...measured.map(({ id, state, detections: asking, legs, analytics, beyond }) => ({
      id,
      state,
      detections: asking,
      legs,
      analytics,
      beyond,
    })),
    ...named.map((id) => ({
      id,
      state: 'named' as const,
      detections: detections.filter(({ attack }) => attack.includes(id)).map((detection) => detection.id),
      legs: [],
      analytics: [],
      beyond: [],
    })),
  ]
}

function isGeneration(text: string): text is IdGeneration {
  return text === '18' || text === '19'
}
