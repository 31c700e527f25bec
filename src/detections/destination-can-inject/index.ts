/** Asks whether what listens on a mirror port may also speak. */
import { describeDestinations } from '../../timeline/describe-session.ts'
import { factsOf } from '../_approval/evidence.ts'
import { nameSetup } from '../_wording/names.ts'
import type { Detection } from '../contract.ts'

const OFF = /^(?:disabled?|off|false|none)$/i

export const detection: Detection = {
  id: 'destination-can-inject',
  version: 1,
  title: 'Mirror port that accepts frames',
  question: 'Can the sniffer send into the network through the destination port?',
  attack: ['T1020.001', 'DET0403', 'AN1132'],
  needs: ['snapshot', 'fragment'],
  tuning: [],
  evaluate(setup, context) {
    const { session, episode } = context
    const ingress = session.details?.ingress
    if (setup.key.setupClass !== 'mirror' || ingress === undefined || OFF.test(ingress)) return []
    const [accepts, of] =
      episode.untilBasis === undefined ? ['also accepts', 'Destination'] : ['also accepted', 'Destination']
    const statement = `${of} ${describeDestinations(session)} of ${nameSetup(setup, context)} ${accepts} frames from what is attached to it (ingress ${ingress}).`
    return [{ statement, evidence: factsOf(episode.states.slice(-1)) }]
  },
}
