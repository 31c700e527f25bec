/** Asks whether traffic is diverted rather than copied. */
import { networkContains, parseNetwork } from '../../kit/ip-network.ts'
import { describeSources } from '../../timeline/describe-session.ts'
import { nameSubject } from '../../timeline/describe-subject.ts'
import { factsOf } from '../_approval/evidence.ts'
import { isRoleInFocus } from '../_tuning/focus.ts'
import type { Detection, DetectionContext } from '../contract.ts'
import { content } from './content.ts'

export const detection: Detection = {
  id: 'redirect-not-mirror',
  version: 1,
  title: 'Traffic led into a tunnel',
  question: 'Is traffic of a port led into a tunnel to a place that nobody approved?',
  attack: ['T1020.001', 'T1557', 'AN0826'],
  needs: ['snapshot'],
  tuning: ['DeviceRole', 'MirrorDestinationCIDR'],
  content,
  evaluate(setup, context) {
    const { session, episode, timeline, approval } = context
    const to = session.destinations[0]?.ip
    if (setup.key.setupClass !== 'redirect' || to === undefined || approval.approvedBy !== undefined) return []
    if (!isRoleInFocus(context) || isExpected(to, context)) return []
    const is = episode.untilBasis === undefined ? 'is' : 'was'
    const by = session.filter === undefined ? '' : ` by ${session.filter}`
    const carrier = (session.destinations[0]?.encapsulation ?? 'tunnel').toUpperCase()
    const statement = `Traffic of ${describeSources(session)} on ${nameSubject(timeline.subject)} ${is} led${by} into a ${carrier} tunnel to ${to}: it is redirected, not copied.`
    return [{ statement, evidence: factsOf(episode.states.slice(-1)), verdict: 'needs-review' }]
  },
}

/** Tunnels between the operator's own devices, and to collectors, are how networks are built. */
function isExpected(address: string, { inventory, approval }: DetectionContext): boolean {
  const own = inventory.devices.flatMap(({ addresses }) => addresses)
  const expected = [...own, ...(inventory.tuning.MirrorDestinationCIDR ?? [])]
  const isListed = expected.some((text) => {
    const network = parseNetwork(text)
    return network !== undefined && networkContains(network, address)
  })
  return isListed || approval.collectors.some((collector) => collector !== undefined)
}
