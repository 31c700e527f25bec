/** The copies that are there, each once: a far end whose source side is known belongs to that one. */
import type { Assessment } from '../../../engine/contract.ts'
import type { MirrorSession, SessionAddress } from '../../../facts/mirror-session.ts'
import type { Finding } from '../../../findings/finding.ts'
import type { Subject } from '../../../inventory/subject.ts'
import type { Instant } from '../../../kit/instant.ts'
import { describeDestinations, describeSources } from '../../../timeline/describe-session.ts'
import { accountNumber } from '../../../timeline/describe-subject.ts'

/** One session with the finding that tells of it. */
export interface PresentSession {
  readonly finding: Finding
  readonly subject: Subject
  readonly session: MirrorSession
  readonly address: SessionAddress
  /** Since when this life of it is there, where evidence says. */
  readonly since?: Instant | undefined
  readonly copies: string
  readonly to: string
}

/** Sessions that have not ended, in the order of subjects and addresses. */
export function presentSessions({ findings, timelines }: Assessment): readonly PresentSession[] {
  const byId = new Map(findings.map((finding) => [finding.id, finding]))
  return timelines.subjects.flatMap(({ subject, setups }) =>
    setups.flatMap(({ id, key, status, episodes }): readonly PresentSession[] => {
      const finding = byId.get(id)
      const episode = episodes.at(-1)
      const session = episode?.states.at(-1)?.session
      if (finding === undefined || session === undefined || key.setupClass !== 'mirror' || status === 'ended') return []
      const names = { account: accountNumber(subject) }
      const copies = describeSources(session)
      return [
        {
          finding,
          subject,
          session,
          address: key.address,
          since: episode?.from,
          copies,
          to: describeDestinations(session, names),
        },
      ]
    }),
  )
}
