/**
 * Commands of a device whose platform nobody says: every grammar reads them. One that explains more of them than all others is
 * right; several that explain as much and come to the same copies are as good as one; else a person has to look.
 */
import type { Interpretation } from '../../dialects/contract.ts'
import { applyEdits, type EditedSession } from '../../facts/apply-edits.ts'
import { canonicalJson } from '../../kit/canonical-json.ts'
import { addressText, byText } from '../setup-id.ts'

/** What one platform's grammar makes of a run of commands. */
export interface Reading {
  readonly platform: string
  readonly interpretation: Interpretation
}

/** The reading to go by. `platform` is empty where several explain as much; `readAs` names them where they disagree. */
export interface ChosenReading extends Reading {
  readonly readAs?: readonly string[] | undefined
}

/** Chooses among readings in the order of preference of the caller; undefined where nobody finds a meaning. */
export function chooseReading(readings: readonly Reading[]): ChosenReading | undefined {
  // Where the platform is known there is one reading, whatever it found.
  const meaningful = readings.length === 1 ? readings : readings.filter(hasMeaning)
  const [best, ...rivals] = most(most(meaningful, explained), said)
  if (best === undefined) return undefined
  if (rivals.length === 0) return best
  const outcomes = new Set([best, ...rivals].map(outcomeText))
  const readAs = outcomes.size === 1 ? undefined : [best, ...rivals].map(({ platform }) => platform).sort(byText)
  return { ...best, platform: '', ...(readAs === undefined ? {} : { readAs }) }
}

/** Those that no other surpasses. */
function most(readings: readonly Reading[], measure: (reading: Reading) => number): readonly Reading[] {
  const best = Math.max(...readings.map(measure))
  return readings.filter((reading) => measure(reading) === best)
}

function hasMeaning({ interpretation: { changes, signals } }: Reading): boolean {
  return changes.length + signals.length > 0
}

/** How many commands a grammar gave a meaning, less those it could not place. */
function explained({ interpretation: { changes, signals, unjoined } }: Reading): number {
  const meant = new Set([...changes, ...signals].map(({ factId }) => factId))
  return meant.size - unjoined.length / 2
}

/** How much it made of them: the grammar of another platform may know the head of a command and pass over its source. */
function said({ interpretation: { changes } }: Reading): number {
  return changes.reduce((count, { edits }) => count + edits.length, 0)
}

/** What the commands come to: every session with its ends. Whether it is on depends on the platform and is not compared. */
function outcomeText({ interpretation }: Reading): string {
  const sessions = new Map<string, EditedSession | undefined>()
  for (const { address, edits, name } of interpretation.changes)
    sessions.set(addressText(address), applyEdits(sessions.get(addressText(address)), edits, name))
  return [...sessions]
    .map(([address, edited]) => `${address} ${edited === undefined ? 'gone' : endsText(edited)}`)
    .sort(byText)
    .join('\n')
}

function endsText({ session: { sources, destinations } }: EditedSession): string {
  const texts = [...sources, ...destinations].map((end) => canonicalJson({ ...end }).toLowerCase())
  return texts.sort(byText).join(' ')
}
