/**
 * Whose flow is it: the device that sends the copy, by the address it sends from. The inventory and records that name devices
 * are asked first, then the addresses that configurations give to interfaces; last the exporter that saw it.
 */
import { carrierNamed } from '../../facts/carriers.data.ts'
import type { Fact, SnapshotFact, TrafficFact } from '../../facts/fact.ts'
import type { Ref } from '../../facts/schema-parts.ts'
import type { SubjectResolver } from '../../inventory/resolve-subjects.ts'
import { inRealm } from '../../inventory/resolving/name-keys.ts'
import type { Subject } from '../../inventory/subject.ts'
import { canonicalAddress } from '../../kit/ip-network.ts'
import { featuresOf } from '../configurations.ts'

/** Answers whose timeline a fact is on. */
export interface FactOwners {
  /** Undefined for a record that names nobody, and for a stream of nobody known that nobody named saw. */
  of(fact: Fact): Subject | undefined
  /** Who saw a stream: the exporter's subject; undefined for a sensor, or where the file does not say. */
  observerOf(fact: TrafficFact): Subject | undefined
}

/** Learns from every running configuration which addresses are whose; an address that two devices have is nobody's. */
export function createOwners(facts: readonly Fact[], resolver: SubjectResolver): FactOwners {
  const byAddress = indexAddresses(facts.filter(isRunning), resolver)
  const known = new Set(resolver.known)
  const resolve = (ref: Ref): Subject | undefined => {
    const subject = resolver.resolve(ref)
    if (subject === undefined || known.has(subject)) return subject
    const [only, second] = ref.names
    if (only?.by !== 'address' || second !== undefined) return subject
    return isOnlyAddress(subject, only.value) ? (byAddress.get(keyOf(ref.realm, only.value)) ?? subject) : subject
  }
  const ofTraffic = (fact: TrafficFact): Subject | undefined => {
    const sender = resolve(fact.ref)
    const observer = fact.observer === 'exporter' ? resolve(fact.observedBy) : undefined
    if (sender === undefined) return observer
    // Nothing but copies travels in these: whoever sends one is told by its address. Anybody may run a tunnel.
    return !isOnlyAddress(sender, fact.source) || isSurelyCopy(fact) ? sender : observer
  }
  return {
    of: (fact) =>
      fact.kind === 'traffic' ? ofTraffic(fact) : fact.leg === 'flow' ? resolve(fact.ref) : resolver.resolve(fact.ref),
    observerOf: (fact) => (fact.observer === 'exporter' ? resolve(fact.observedBy) : undefined),
  }
}

/** Whether header bytes show an encapsulation that nothing but copies travels in. */
export function isSurelyCopy({ carrier, basis }: Pick<TrafficFact, 'carrier' | 'basis'>): boolean {
  return basis === 'header' && carrierNamed(carrier).copiesOnly
}

function isRunning(fact: Fact): fact is SnapshotFact {
  return fact.kind === 'snapshot' && fact.scope.state === 'running' && fact.features !== undefined
}

/** A subject of whom nothing but this address is known. */
function isOnlyAddress({ id, realm, device, account }: Subject, address: string): boolean {
  return device === undefined && account === undefined && id === inRealm(realm, canonicalAddress(address) ?? address)
}

function indexAddresses(snapshots: readonly SnapshotFact[], resolver: SubjectResolver): ReadonlyMap<string, Subject> {
  const owners = new Map<string, Subject>()
  const shared = new Set<string>()
  for (const { ref, features = [] } of snapshots) {
    const subject = resolver.resolve(ref)
    if (subject === undefined) continue
    for (const { values } of featuresOf({ features }, 'address')) {
      const address = canonicalAddress(values['ip']?.split('/')[0] ?? '')
      if (address === undefined) continue
      const key = keyOf(ref.realm, address)
      if (owners.has(key) && owners.get(key) !== subject) shared.add(key)
      owners.set(key, subject)
    }
  }
  for (const key of shared) owners.delete(key)
  return owners
}

function keyOf(realm: string, address: string): string {
  return `${realm}\u0000${canonicalAddress(address) ?? address}`
}
