/** Cloud objects that sessions share: who uses them, and what a session learns from them. */
import type { MirrorDetails, MirrorSession, SessionAddress } from '../../facts/mirror-session.ts'
import type { Episode } from '../episode.ts'
import type { Setup, SetupKey } from '../setup.ts'
import { addressText, byText, setupId } from '../setup-id.ts'

/**
 * Links sessions with the targets and filters they name. A session learns its target's type, owner and what is behind it; an
 * object learns who uses it. Ids are matched whatever subject recorded them: a shared target lives in another account.
 */
export function linkSharedObjects(setups: readonly Setup[]): readonly Setup[] {
  const objects = setups.filter((setup) => setup.key.setupClass === 'object')
  if (objects.length === 0) return setups
  const byId = new Map(objects.map((setup) => [setup.key.address.id, setup]))
  return setups.map((setup) =>
    setup.key.setupClass === 'object' ? withUsers(setup, setups) : learnTarget(setup, byId),
  )
}

function withUsers(object: Setup, setups: readonly Setup[]): Setup {
  const usedBy = setups
    .filter(
      (setup) =>
        setup.key.setupClass === 'mirror' && setup.status !== 'ended' && namesObject(setup, object.key.address),
    )
    .map((setup) => setup.key)
    .sort(byKey)
  return { ...object, usedBy }
}

function namesObject(setup: Setup, address: SessionAddress): boolean {
  const session = setup.episodes.at(-1)?.states.at(-1)?.session
  return session?.details?.targetId === address.id || session?.details?.filterId === address.id
}

function byKey(a: SetupKey, b: SetupKey): number {
  return (
    byText(a.subject, b.subject) ||
    byText(addressText(a.address), addressText(b.address)) ||
    byText(setupId(a), setupId(b))
  )
}

function learnTarget(setup: Setup, objects: ReadonlyMap<string, Setup>): Setup {
  return { ...setup, episodes: setup.episodes.map((episode) => learnInEpisode(episode, objects)) }
}

function learnInEpisode(episode: Episode, objects: ReadonlyMap<string, Setup>): Episode {
  const states = episode.states.map((state) => ({ ...state, session: learn(state.session, objects) }))
  return { ...episode, states }
}

function learn(session: MirrorSession, objects: ReadonlyMap<string, Setup>): MirrorSession {
  const target = objects
    .get(session.details?.targetId ?? '')
    ?.episodes.at(-1)
    ?.states.at(-1)?.session
  if (target === undefined) return session
  const resource = target.destinations[0]?.resource
  const learned: MirrorDetails = {
    ...(target.details?.targetType === undefined ? {} : { targetType: target.details.targetType }),
    ...(target.details?.targetOwner === undefined ? {} : { targetOwner: target.details.targetOwner }),
    ...(resource === undefined ? {} : { targetResource: resource }),
  }
  return { ...session, details: { ...learned, ...session.details } }
}
