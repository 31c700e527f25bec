/** Asks whether a copy that seems to stay on the device is carried elsewhere. */
import type { ObservedFeature } from '../../facts/fact.ts'
import { interfaceKey } from '../../kit/interface-name.ts'
import { factsOf } from '../_approval/evidence.ts'
import { judgeCopy } from '../_approval/judge-copy.ts'
import { featuresIn, newestConfiguration } from '../_configuration/features-of-life.ts'
import { nameSetup } from '../_wording/names.ts'
import type { Detection } from '../contract.ts'

export const detection: Detection = {
  id: 'local-then-carried',
  version: 1,
  title: 'Local mirror into a port that leads away',
  question: 'Is the local destination of the copy carried on by a pseudowire, tunnel or overlay?',
  attack: ['T1020.001', 'DET0403', 'AN1132'],
  needs: ['snapshot'],
  tuning: [],
  evaluate(setup, context) {
    const judged = judgeCopy(setup, context)
    const configuration = newestConfiguration(context)
    if (judged === undefined || configuration === undefined) return []
    const { session } = judged.state
    if (session.kind !== 'local' && session.kind !== 'remote-vlan') return []
    const ends = new Set(session.destinations.flatMap(({ interface: port, vlan }) => keysOf(port, vlan)))
    const carried = featuresIn(configuration, 'carried-port').filter(
      (feature) =>
        keysOf(feature.name, undefined).some((key) => ends.has(key)) && (!isOverlay(feature) || isVlan(feature)),
    )
    const verdict = judged.judgement.answer === 'approved' ? { verdict: 'needs-review' as const } : {}
    return carried.map(({ name, values }) => ({
      statement: `Destination ${name} of ${nameSetup(setup, context)} does not end there: it is carried on by ${values['by'] ?? 'an overlay'}.`,
      evidence: [...new Set([...factsOf([judged.state]), configuration.fact])].sort(),
      ...verdict,
    }))
  },
}

/** An overlay carries VLANs: a port in one of them that is a mirror's destination takes no part in it. */
function isOverlay({ values }: ObservedFeature): boolean {
  return /^(?:vxlan|evpn)/i.test(values['by'] ?? '')
}

function isVlan({ name }: ObservedFeature): boolean {
  return /^vlan ?\d/i.test(name)
}

/** A port by its canonical name; a VLAN by its number, as its interface or as `vlan 900`. */
function keysOf(port: string | undefined, vlan: number | undefined): readonly string[] {
  if (vlan !== undefined) return [`vlan ${vlan}`]
  if (port === undefined) return []
  const number = /^vlan ?(\d{1,4})$/i.exec(port)?.[1]
  return number === undefined ? [interfaceKey(port)] : [`vlan ${number}`, interfaceKey(port)]
}
