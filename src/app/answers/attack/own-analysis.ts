/** What tapwarden itself says of an object of ATT&CK: kept apart from MITRE's words, each statement with its confidence and basis. */
import { idsIn, movesOf } from '../../../attack/ids/moved-ids.ts'
import { weakSpotsOf } from '../../../attack/weak-spots.data.ts'
import { detections } from '../../plug-ins.ts'
import { type AttackCoverageRow, listAttackCoverage } from './attack-coverage.ts'

/** One statement of our own. */
export interface OwnStatement {
  readonly about: 'coverage' | 'weak spot' | 'id'
  readonly says: string
  readonly confidence: 'high' | 'medium' | 'low'
  readonly basis: string
}

/** Our part of the answer. */
export interface OwnAnalysis {
  readonly by: 'tapwarden'
  readonly statements: readonly OwnStatement[]
  /** The object as `attack coverage` lists it. */
  readonly coverage?: AttackCoverageRow
}

/** Of any id of ATT&CK, of release 18 or 19. */
export function analyseObject(id: string): OwnAnalysis {
  const ids = idsIn('18', id)
  const coverage = listAttackCoverage().find((row) => ids.includes(row.id))
  return {
    by: 'tapwarden',
    statements: [coverageStatement(ids, coverage), ...ids.flatMap(weakSpotStatements), ...movedStatements(id)],
    ...(coverage === undefined ? {} : { coverage }),
  }
}

function coverageStatement(ids: readonly string[], coverage: AttackCoverageRow | undefined): OwnStatement {
  const naming = detections.filter(({ attack }) => attack.some((id) => ids.includes(id)))
  if (coverage !== undefined)
    return {
      about: 'coverage',
      says: `${capital(coverage.state)} here: ${count(coverage.detections.length)} it, on ${coverage.legs.join(', ') || 'no leg'}${elsewhere(coverage)}.`,
      confidence: 'medium',
      basis:
        'own reading of the object, held against the installed detections and readers; it says what is asked, not what given evidence lets them see',
    }
  if (naming.length > 0)
    return {
      about: 'coverage',
      says: `${count(naming.length)} it as context (${naming.map(({ id }) => id).join(', ')}); how much of it that answers is not measured.`,
      confidence: 'low',
      basis: 'the ids that the installed detections name',
    }
  return {
    about: 'coverage',
    says: 'No detection of tapwarden names it.',
    confidence: 'high',
    basis: 'the ids that the installed detections name',
  }
}

function count(naming: number): string {
  return naming === 1 ? '1 detection names' : `${naming} detections name`
}

function elsewhere({ beyond }: AttackCoverageRow): string {
  return beyond.length === 0 ? '' : `; its analytics for ${beyond.join(', ')} are not asked`
}

function weakSpotStatements(id: string): readonly OwnStatement[] {
  return weakSpotsOf(id).map(({ says, instead, confidence, basis }) => ({
    about: 'weak spot',
    says: `${says} ${instead}`,
    confidence,
    basis,
  }))
}

function movedStatements(id: string): readonly OwnStatement[] {
  const moves = movesOf(id)
  return [...new Set(moves.map(({ from }) => from))].map((from) => {
    const rows = moves.filter((move) => move.from === from)
    return {
      about: 'id',
      says: `What release 18 calls ${from} is ${rows.map(({ to }) => to).join(' and ')} in release 19.`,
      confidence: 'medium',
      basis: rows[0]?.source ?? '',
    }
  })
}

function capital(text: string): string {
  return `${text[0]?.toUpperCase() ?? ''}${text.slice(1)}`
}
