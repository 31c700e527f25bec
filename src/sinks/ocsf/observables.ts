/** The values that an analyst pivots on, with where in the event they stand. */
import type { Finding } from '../../findings/finding.ts'
import { canonicalAddress } from '../../kit/ip-network.ts'
import { OBSERVABLES } from './affected.data.ts'
import type { Subjected } from './affected.ts'
import { filled, numbered, type OcsfObject } from './event.ts'

/** The device, accounts, addresses and cloud resources of a finding, each once. */
export function observablesOf({ finding, kind }: Subjected): readonly OcsfObject[] | undefined {
  const { subject, session, actor } = finding
  const addresses = session.destinations.flatMap(({ ip }) => (ip === undefined ? [] : (canonicalAddress(ip) ?? [])))
  const resources = [...session.sources, ...session.destinations].flatMap(({ resource }) => resource ?? [])
  return filled([
    ...(kind === 'device' ? named('hostname', 'device.hostname', [subject.slice(subject.lastIndexOf('/') + 1)]) : []),
    ...named('address', 'evidences[].dst_endpoint.ip', addresses),
    ...named('address', 'evidences[].src_endpoint.ip', actorAddresses(finding)),
    ...named('userName', 'evidences[].actor.user.name', actor.accounts),
    ...named('resource', 'resources[].uid', resources),
  ])
}

function actorAddresses({ actor }: Finding): readonly string[] {
  return actor.from.flatMap((from) => canonicalAddress(from) ?? [])
}

function named(type: keyof typeof OBSERVABLES, name: string, values: readonly string[]): readonly OcsfObject[] {
  return [...new Set(values)].map((value) => ({ name, ...numbered('type', OBSERVABLES[type]), value }))
}
