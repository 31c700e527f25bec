/** The absolute content of a finding: what sinks are told of when it changes, and what an act was made upon. */
import { z } from 'zod'
import type { MirrorDestination, MirrorSession, MirrorSource } from '../../facts/mirror-session.ts'
import { byText } from '../../timeline/setup-id.ts'

/** The absolute content of a finding: what an act was made upon, and what sinks are told about when it changes. */
export interface Claim {
  readonly episode: number
  readonly sources: readonly string[]
  readonly direction: readonly string[]
  readonly destinations: readonly string[]
  readonly filter: string
  readonly actors: readonly string[]
  readonly reasons: readonly string[]
  readonly ended: string
}

const texts = z.array(z.string()).readonly()

const StoredClaim = z
  .strictObject({
    episode: z.number(),
    sources: texts,
    direction: texts,
    destinations: texts,
    filter: z.string(),
    actors: texts,
    reasons: texts,
    ended: z.string(),
  })
  .readonly()

/** What of an episode, its session and its reasons makes a claim. */
export interface ClaimInput {
  readonly episode: number
  readonly session: MirrorSession
  readonly actors: readonly string[]
  /** Ids of the detections that gave a reason. */
  readonly reasons: readonly string[]
  /** When the set-up ended; undefined while it is there. */
  readonly ended?: string | undefined
}

/**
 * Builds a claim: sets in text order, absolute values only.
 *
 * `{ sources: ['interface TenGigabitEthernet0/0/1'], direction: ['interface TenGigabitEthernet0/0/1 rx'], destinations: ['ip 198.51.100.9'], … }`
 */
export function toClaim({ episode, session, actors, reasons, ended }: ClaimInput): Claim {
  return {
    episode,
    sources: asSet(session.sources.map(sourceText)),
    direction: asSet(session.sources.flatMap(directionTexts)),
    destinations: asSet(session.destinations.map(destinationText)),
    filter: session.filter ?? '',
    actors: asSet(actors),
    reasons: asSet(reasons),
    ended: ended ?? '',
  }
}

/**
 * Whether today's claim holds nothing that the seen one did not: then what was decided upon the seen one still stands. Fewer
 * sources, a filter where there was none and an end are nothing new; another episode, filter, end or destination is.
 */
export function claimIsSubset(today: Claim, seen: Claim): boolean {
  return (
    today.episode === seen.episode &&
    isWithin(today.sources, seen.sources) &&
    isWithin(today.direction, seen.direction) &&
    isWithin(today.destinations, seen.destinations) &&
    isWithin(today.actors, seen.actors) &&
    isWithin(today.reasons, seen.reasons) &&
    (today.filter === seen.filter || seen.filter === '') &&
    endIsNotLater(today.ended, seen.ended)
  )
}

/** Reads a claim kept as canonical JSON; undefined when the text is no claim. */
export function parseClaim(text: string): Claim | undefined {
  try {
    return StoredClaim.safeParse(JSON.parse(text)).data
  } catch {
    return undefined
  }
}

/** One destination as one text: `ip 198.51.100.9`, `resource tmt-0a1b`. */
export function destinationText(end: MirrorDestination): string {
  if (end.ip !== undefined) return `ip ${end.ip}`
  if (end.resource !== undefined) return `resource ${end.resource}`
  if (end.file !== undefined) return `file ${end.file}`
  return end.vlan === undefined ? `interface ${end.interface ?? ''}` : `vlan ${end.vlan}`
}

/** One source as one text: `interface TenGigabitEthernet0/0/1`, `vlan 10`, `resource eni-0a1b`. */
export function sourceText(source: MirrorSource): string {
  if (source.resource !== undefined) return `resource ${source.resource}`
  return source.vlan === undefined ? `interface ${source.interface ?? ''}` : `vlan ${source.vlan}`
}

/** Per source, so that `both` narrowed to `rx` is less and not another thing. */
function directionTexts(source: MirrorSource): readonly string[] {
  const directions = source.direction === 'both' ? ['rx', 'tx'] : [source.direction]
  return directions.map((direction) => `${sourceText(source)} ${direction}`)
}

function asSet(values: readonly string[]): readonly string[] {
  return [...new Set(values)].sort(byText)
}

function isWithin(part: readonly string[], whole: readonly string[]): boolean {
  return part.every((value) => whole.includes(value))
}

function endIsNotLater(today: string, seen: string): boolean {
  return today === seen || (today !== '' && (seen === '' || today < seen))
}
