/** Whose traffic it is: the device or cloud account, and what of it is copied. */
import type { Finding } from '../../findings/finding.ts'
import { destinationName, sourceName } from '../_shared/ends.ts'
import { CLOUDS, type CloudWords, ROLES } from './affected.data.ts'
import { numbered, type OcsfObject } from './event.ts'
import type { Word } from './words.data.ts'

/** A finding with whether its subject is a device or a cloud account. */
export interface Subjected {
  readonly finding: Finding
  readonly kind: 'device' | 'account'
}

/** The realm in front of a subject's name: `customer-b/edge-rtr-07` → `customer-b`; undefined in the default realm. */
export function realmOf({ subject }: Pick<Finding, 'subject'>): string | undefined {
  const slash = subject.lastIndexOf('/')
  return slash > 0 ? subject.slice(0, slash) : undefined
}

/** `device` or, with the profile `cloud`, `cloud`. Which kind of device it is (switch, router) no record says. */
export function affected({ finding, kind }: Subjected): OcsfObject {
  const { subject, platform, setup } = finding
  const name = subject.slice(subject.lastIndexOf('/') + 1)
  if (kind === 'device') {
    const os = { name: platform, ...numbered('type', [99, platform]) }
    return { device: { uid: subject, name: subject, hostname: name, ...numbered('type', [0, 'Unknown']), os } }
  }
  const { provider, account, scopeIsRegion } = CLOUDS[platform] ?? otherCloud(platform)
  return {
    cloud: {
      provider,
      account: { uid: name.slice(name.indexOf(':') + 1), ...numbered('type', account) },
      region: scopeIsRegion && setup.address.scope !== '' ? setup.address.scope : undefined,
    },
  }
}

/** A cloud that OCSF has no number for is called by its own name. */
function otherCloud(platform: string): CloudWords {
  return { provider: platform, account: [99, platform], scopeIsRegion: false }
}

/** The session, what it copies and where to: each once. */
export function resourcesOf({ setup, session }: Finding): readonly OcsfObject[] {
  const ends = [
    ...session.sources.map((source) => [sourceName(source), ROLES.target] as const),
    ...session.destinations.map((end) => [destinationName(end), ROLES.related] as const),
  ]
  const unique = new Map<string, Word>(ends.filter(([name]) => name !== '').reverse())
  return [
    { uid: setup.address.id, name: session.name, type: setup.address.namespace, ...numbered('role', ROLES.affected) },
    ...[...unique].reverse().map(([uid, role]) => ({ uid, name: uid, ...numbered('role', role) })),
  ]
}
