/** Subjects, sessions and times of the tests. */
import type { MirrorSession, SessionAddress } from '../../facts/mirror-session.ts'
import { CloudAccount, Device } from '../../inventory/schema.ts'
import type { Subject } from '../../inventory/subject.ts'

export const ADDRESS: SessionAddress = { scope: '', namespace: 'monitor-session', id: '4' }

export const NOW = '2026-11-15T00:00:00.000Z'

/** A minute of the tests' day: `at('03:12')` → `2026-11-14T03:12:00.000Z`. */
export function at(clock: string): string {
  return `2026-11-14T${clock}:00.000Z`
}

/** The ERSPAN session of most tests, with members replaced. */
export function session(changes: Partial<MirrorSession> = {}): MirrorSession {
  return {
    name: '4',
    kind: 'encapsulated',
    sources: [{ interface: 'TenGigabitEthernet0/0/1', direction: 'rx' }],
    destinations: [{ ip: '198.51.100.200', encapsulation: 'erspan' }],
    enabled: true,
    ...changes,
  }
}

/** The router of most tests. */
export function device(name = 'edge-rtr-07'): Subject {
  return { id: name, realm: 'default', kind: 'device', device: Device.parse({ name }) }
}

/** The cloud account of most tests. */
export function account(id = '111122223333'): Subject {
  return { id: `aws:${id}`, realm: 'default', kind: 'account', account: CloudAccount.parse({ id, provider: 'aws' }) }
}
