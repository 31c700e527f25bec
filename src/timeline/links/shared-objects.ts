/** Cloud objects that sessions share: who uses them, and what a session learns from them. */
import type { MirrorDetails, MirrorSession, SessionAddress } from '../../facts/mirror-session.ts'
import { accountNumber } from '../describe-subject.ts'
import type { Episode } from '../episode.ts'
import type { Setup, SetupKey } from '../setup.ts'
import { addressText, byText, setupId } from '../setup-id.ts'
import type { OwnedSetup } from './join-setups.ts'

/**
 * Links sessions with the targets and filters they name. A session learns its target's type, owner and what is behind it; an
 * object learns who uses it. Inside a realm ids are matched whatever subject recorded them: a shared target lives in another
 * account, and the account whose trail tells of its creation owns it where no record says otherwise.
 */
export function linkSharedObjects(owned: readonly OwnedSetup[]): readonly Setup[] {
  const realms = Map.groupBy(owned, ({ subject }) => subject.realm)
  return [...realms.values()].flatMap(linkInRealm)
}

function linkInRealm(owned: readonly OwnedSetup[]): readonly Setup[] {
  const setups = owned.map(({ setup }) => setup)
  const objects = owned.filter(({ setup }) => setup.key.setupClass === 'object')
  if (objects.length === 0) return setups
  const byId = new Map(objects.map((object) => [object.setup.key.address.id, object]))
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

function learnTarget(setup: Setup, objects: ReadonlyMap<string, OwnedSetup>): Setup {
  return { ...setup, episodes: setup.episodes.map((episode) => learnInEpisode(episode, objects)) }
}

function learnInEpisode(episode: Episode, objects: ReadonlyMap<string, OwnedSetup>): Episode {
  const states = episode.states.map((state) => ({ ...state, session: learn(state.session, objects) }))
  return { ...episode, states }
}

function learn(session: MirrorSession, objects: ReadonlyMap<string, OwnedSetup>): MirrorSession {
  const object = objects.get(session.details?.targetId ?? '')
  const target = object?.setup.episodes.at(-1)?.states.at(-1)?.session
  if (object === undefined || target === undefined) return session
  const resource = target.destinations[0]?.resource
  const targetOwner = target.details?.targetOwner ?? accountNumber(object.subject)
  const learned: MirrorDetails = {
    ...(target.details?.targetType === undefined ? {} : { targetType: target.details.targetType }),
    ...(targetOwner === undefined ? {} : { targetOwner }),
    ...(resource === undefined ? {} : { targetResource: resource }),
  }
  return { ...session, details: { ...learned, ...session.details } }
}
