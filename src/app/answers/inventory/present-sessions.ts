/** The copies that are there, each once: a far end whose source side is known belongs to that one. */
import type { Assessment } from '../../../engine/contract.ts'
import type { MirrorSession, SessionAddress } from '../../../facts/mirror-session.ts'
import type { Finding } from '../../../findings/finding.ts'
import type { Subject } from '../../../inventory/subject.ts'
import type { Instant } from '../../../kit/instant.ts'
import { describeDestinations, describeSources } from '../../../timeline/describe-session.ts'
import { accountNumber } from '../../../timeline/describe-subject.ts'
import type { Episode } from '../../../timeline/episode.ts'
import type { SubjectTimeline } from '../../../timeline/subject-timeline.ts'
import { ownEgress, streamsOfLife } from '../../../timeline/traffic/streams-of-life.ts'

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
  /** Ports by which its device's own flow records show it leaving. */
  readonly egressSeen: readonly string[]
}

/** Sessions that have not ended, in the order of subjects and addresses. */
export function presentSessions({ findings, timelines }: Assessment): readonly PresentSession[] {
  const byId = new Map(findings.map((finding) => [finding.id, finding]))
  return timelines.subjects.flatMap((timeline) => {
    const { subject, setups } = timeline
    return setups.flatMap(({ id, key, status, episodes }): readonly PresentSession[] => {
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
          egressSeen: egressOf(timeline, episode),
        },
      ]
    })
  })
}

function egressOf(timeline: SubjectTimeline, episode: Episode | undefined): readonly string[] {
  if (episode === undefined) return []
  const ports = streamsOfLife({ timeline, episode }).flatMap(ownEgress)
  return [...new Set(ports.map(({ port }) => port))].sort()
}
