/** What a repository says of a configuration, put onto its facts: who filed it, and by which name it keeps the device. */
import type { Fact, IdentityFact } from '../../../facts/fact.ts'
import { factId } from '../../../facts/fact-id.ts'
import type { Ref, RefName } from '../../../facts/schema-parts.ts'
import { canonicalJson } from '../../../kit/canonical-json.ts'
import type { Input } from '../../../sources/contract.ts'

/** How an input was filed. `{ filedAt: '2026-11-11T01:00:00.000Z', deviceName: 'edge-7' }`, `{ fileName: 'edge-7' }`. */
export interface Filing extends Pick<Input, 'filedAt' | 'filedBy' | 'deviceName'> {
  /** What the file is called, for a text that names no device in a carrier that names none either. */
  readonly fileName?: string | undefined
}

/**
 * The facts of one configuration as its filing completes them: snapshots say who filed them; where the text names no device, the
 * carrier's name for it or the file's does; and where it names one, an identity fact says that both names mean it.
 */
export function fileFacts(facts: readonly Fact[], { filedBy, deviceName, fileName }: Filing): readonly Fact[] {
  const name = deviceName === undefined ? undefined : toName(deviceName)
  const fallback = name ?? (fileName === undefined ? undefined : toName(fileName))
  const filed = facts.map((fact) => withFiling(fact, filedBy, fallback))
  const snapshot = filed.find(({ kind }) => kind === 'snapshot')
  if (name === undefined || snapshot === undefined || hasName(snapshot.ref, name)) return filed
  return [...filed, tie(snapshot, name)]
}

function withFiling(fact: Fact, filedBy: Filing['filedBy'], name: RefName | undefined): Fact {
  const ref = name !== undefined && fact.ref.names.length === 0 ? { ...fact.ref, names: [name] } : fact.ref
  return fact.kind === 'snapshot' && filedBy !== undefined ? { ...fact, ref, filedBy } : { ...fact, ref }
}

/** Some collectors name files by address. */
function toName(deviceName: string): RefName {
  const isAddress = /^\d{1,3}(?:\.\d{1,3}){3}$/.test(deviceName) || /^[\da-f]*:[\da-f:]+$/i.test(deviceName)
  return { by: isAddress ? 'address' : 'hostname', value: deviceName }
}

function hasName(ref: Ref, { by, value }: RefName): boolean {
  return ref.names.some((name) => name.by === by && name.value.toLowerCase() === value.toLowerCase())
}

/** The same whatever commit it is seen in: two names, and no time. */
function tie({ ref, trust, dialect, dialectVersion, places }: Fact, name: RefName): IdentityFact {
  const native = canonicalJson({ filedAs: { ...name }, names: ref.names.map(({ by, value }) => ({ by, value })) })
  return {
    kind: 'identity',
    id: factId('identity', { native }, 0),
    ref,
    time: { basis: 'none' },
    leg: 'config',
    trust,
    dialect,
    dialectVersion,
    places,
    excerpt: `filed as ${name.value}`,
    names: [...ref.names, name],
  }
}
