/** Asks whether something stands ready that one more command makes a copy. */
import type { MirrorSession } from '../../facts/mirror-session.ts'
import type { Setup } from '../../timeline/setup.ts'
import { factsOf } from '../_approval/evidence.ts'
import { isRoleInFocus } from '../_tuning/focus.ts'
import { capitalise, nameSetup } from '../_wording/names.ts'
import type { Detection } from '../contract.ts'
import { content } from './content.ts'

export const detection: Detection = {
  id: 'prepared-not-live',
  version: 1,
  title: 'Mirror session prepared but not live',
  question: 'Does a session, RSPAN VLAN or cloud object stand ready to become a copy?',
  attack: ['T1020.001', 'DET0403', 'AN1131', 'AN1132'],
  needs: ['snapshot', 'fragment', 'change'],
  tuning: ['DeviceRole'],
  content,
  evaluate(setup, context) {
    const { episode, session } = context
    const isSetUp =
      setup.key.setupClass === 'mirror' || setup.key.setupClass === 'redirect' || setup.key.setupClass === 'object'
    if (!isSetUp || episode.untilBasis !== undefined || !isRoleInFocus(context)) return []
    const isObject = setup.key.setupClass === 'object'
    const lacks = isObject ? lacksUser(setup) : lacksOf(session, setup)
    if (lacks.length === 0) return []
    const step = lacks.length === 1 ? 'one more command makes it a copy' : 'a few more commands make it a copy'
    const statement = `${capitalise(nameSetup(setup, context))} ${lacks.join(' and ')}: ${step}.`
    const evidence = factsOf(episode.states)
    const isOpen = isObject && context.approval.approvedBy === undefined
    return [isOpen ? { statement, evidence, verdict: 'needs-review' } : { statement, evidence }]
  },
}

function lacksUser({ usedBy }: Setup): readonly string[] {
  return usedBy.length === 0 ? ['is used by no session'] : []
}

/** An RSPAN VLAN copies nothing by itself; a session lacks an end, or is shut down. */
function lacksOf(session: MirrorSession, { joined }: Setup): readonly string[] {
  if (session.role === 'transit') return joined.length === 0 ? ['is declared and used by no known session'] : []
  const hasSource = session.sources.length > 0 || session.details?.terminatesAt !== undefined
  return [
    ...(session.enabled === false ? ['is shut down'] : []),
    ...(hasSource ? [] : ['has no source']),
    ...(session.destinations.length > 0 ? [] : ['has no destination']),
  ]
}
