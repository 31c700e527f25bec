/** A database at one moment → facts: one snapshot, and who the switch is. */
import type { Fact, ObservedSession, SnapshotFact } from '../../../facts/fact.ts'
import { factId, type RecordIdentity } from '../../../facts/fact-id.ts'
import type { FactTime, Place } from '../../../facts/schema-parts.ts'
import type { ReadContext } from '../../contract.ts'
import { rowsOf, wordsOf } from '../database/cells.ts'
import type { Database, SaidLine } from '../database/tables.ts'
import { ID, VERSION } from '../identity.ts'
import { type FoundMirror, findMirrors, NAMESPACE } from '../mirrors/find-mirrors.ts'
import { redact } from '../redact.ts'
import { readDevice } from './device-facts.ts'
import { readFeatures } from './features.ts'

const MAX_EXCERPT_LENGTH = 400

/** A database, and how it came here. */
export interface Moment {
  readonly database: Database
  readonly identity: RecordIdentity
  readonly time: FactTime
  readonly place: Place
  /** More was to follow that is not there. */
  readonly cutOff: boolean
}

/** The facts of one moment, the snapshot first, and the mirrors in it. */
export interface Told {
  readonly facts: readonly Fact[]
  readonly mirrors: readonly FoundMirror[]
  readonly isWhole: boolean
}

/** Reads one moment. Never throws. */
export function tellMoment(moment: Moment, { realm, trust }: ReadContext): Told {
  const { database, identity, time, place } = moment
  const device = readDevice(database)
  const mirrors = findMirrors(database)
  const names = device.hostname === undefined ? [] : [{ by: 'hostname', value: device.hostname } as const]
  const base = {
    ref: { realm, names },
    time,
    leg: 'config',
    trust,
    dialect: ID,
    dialectVersion: VERSION,
    places: [place],
    platform: ID,
  } as const
  const excerpt = `hostname ${device.hostname ?? 'unknown'}`
  const isWhole = !moment.cutOff && holdsAllMirrors(database)
  const snapshot: Fact = {
    kind: 'snapshot',
    id: factId('snapshot', identity, 0),
    ...base,
    ...describe(moment, mirrors, excerpt),
    scope: { state: 'running', complete: isWhole, namespaces: [NAMESPACE], scope: '', everyContext: true },
  }
  const { names: known, interfaces } = device
  if (known.length === 0 && interfaces.length === 0) return { facts: [snapshot], mirrors, isWhole }
  const ports = interfaces.length === 0 ? {} : { interfaces }
  const id = factId('identity', identity, 0)
  return {
    facts: [snapshot, { kind: 'identity', id, ...base, names: known, ...ports, excerpt }],
    mirrors,
    isWhole,
  }
}

function describe(
  { database }: Moment,
  mirrors: readonly FoundMirror[],
  otherwise: string,
): Pick<SnapshotFact, 'sessions' | 'features' | 'excerpt'> {
  const sessions = mirrors.map(toObserved)
  const features = readFeatures(database, new Set(mirrors.flatMap(({ output }) => output ?? [])))
  const said = sessions.flatMap(({ lines }) => lines.map(({ text }) => text)).join('\n')
  return {
    sessions,
    ...(features.length === 0 ? {} : { features }),
    excerpt: (said === '' ? otherwise : said).slice(0, MAX_EXCERPT_LENGTH),
  }
}

function toObserved({ address, session, said }: FoundMirror): ObservedSession {
  return { address, session, lines: said.filter(saysSomething).map(({ line, text }) => ({ line, text: shown(text) })) }
}

/** Lists print every column: those that are empty prove nothing. */
function saysSomething({ text }: SaidLine): boolean {
  return !/^\w+\s*: ?(?:\[\]|\{\}|0|false|""|)$/.test(text) && !/^(?:statistics|status)\s*: /.test(text)
}

/** Text of the evidence as it may be shown. */
export function shown(text: string): string {
  return redact(text).slice(0, MAX_EXCERPT_LENGTH)
}

/** Whether every bridge of the switch is there and every mirror that a bridge names: only then does absence count. */
function holdsAllMirrors(database: Database): boolean {
  const switches = rowsOf(database, 'Open_vSwitch')
  const bridges = new Set(rowsOf(database, 'Bridge').map(({ id }) => id))
  const mirrors = new Set(rowsOf(database, 'Mirror').map(({ id }) => id))
  return (
    switches.length > 0 &&
    switches.every((row) => wordsOf(row, 'bridges').every((id) => bridges.has(id))) &&
    rowsOf(database, 'Bridge').every((row) => wordsOf(row, 'mirrors').every((id) => mirrors.has(id)))
  )
}
