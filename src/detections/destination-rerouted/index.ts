/** Asks whether an unchanged session now ends somewhere else. */

import { streamsOfLife } from '../../timeline/traffic/streams-of-life.ts'
import { factsOf } from '../_approval/evidence.ts'
import { judgeCopy } from '../_approval/judge-copy.ts'
import { configurationsOfLife, type DatedConfiguration, featuresIn } from '../_configuration/features-of-life.ts'
import { routeTo, sayRoute } from '../_configuration/route-to.ts'
import { nameSetup } from '../_wording/names.ts'
import { sayTime } from '../_wording/times.ts'
import type { Detection, DetectionContext, Reason } from '../contract.ts'
import { content } from './content.ts'

export const detection: Detection = {
  id: 'destination-rerouted',
  version: 2,
  title: 'Way to the collector changed',
  question:
    'While the session stayed as it was, did a route, tunnel or translation turn its copy elsewhere, or did it leave by another port?',
  attack: ['T1020.001', 'DET0403', 'AN1132'],
  needs: ['snapshot', 'traffic'],
  tuning: [],
  content,
  evaluate(setup, context) {
    const judged = judgeCopy(setup, context)
    if (judged === undefined) return []
    const verdict = judged.judgement.answer === 'approved' ? { verdict: 'needs-review' as const } : {}
    const shown = factsOf([judged.state])
    const { destinations, details } = judged.state.session
    const addresses = [...new Set(destinations.flatMap(({ ip }) => ip ?? []))]
    const asked = { context, name: nameSetup(setup, context) }
    return [...addresses.flatMap((address) => look(address, details?.vrf ?? '', asked)), ...lookAtWire(asked)].map(
      (reason) => ({ ...reason, ...verdict, evidence: [...new Set([...reason.evidence, ...shown])].sort() }),
    )
  },
}

interface Asked {
  readonly context: DetectionContext
  readonly name: string
}

/** Each configuration against the one before it. */
function look(address: string, vrf: string, { context, name }: Asked): readonly Reason[] {
  const seen = configurationsOfLife(context)
  return seen.flatMap((after, index) => {
    const before = seen[index - 1]
    if (before === undefined) return []
    const [was, is] = [wayTo(address, before, vrf), wayTo(address, after, vrf)]
    if (was === is) return []
    const statement = `The way from ${name} to ${address} changed between ${sayTime(before.at)} and ${sayTime(after.at)}: ${was} → ${is}.`
    return [{ statement, evidence: [before.fact, after.fact] }]
  })
}

/** The device's own flow records: the copy left by one port and later, never at the same time, by another. */
function lookAtWire({ context, name }: Asked): readonly Reason[] {
  return streamsOfLife(context).flatMap(({ observations, destination, facts }) =>
    observations
      .filter(({ isOwn }) => isOwn)
      .flatMap(({ egress }) => {
        const inTime = egress.toSorted((a, b) => (a.firstAt < b.firstAt ? -1 : 1))
        return inTime.flatMap((after, index) => {
          const before = inTime[index - 1]
          if (before === undefined || before.lastAt >= after.firstAt) return []
          const statement = `The copy of ${name} to ${destination} left by ${before.port} until ${sayTime(before.lastAt)} and by ${after.port} since ${sayTime(after.firstAt)}.`
          return [{ statement, evidence: facts }]
        })
      }),
  )
}

/** The route, the far end of a tunnel it leads into, and a translation of the address. */
function wayTo(address: string, configuration: DatedConfiguration, vrf: string): string {
  const route = routeTo(address, configuration, vrf)
  const tunnel = featuresIn(configuration, 'tunnel').find(({ name }) => name === route?.through)
  const end = tunnel?.values['destination']
  const translated = featuresIn(configuration, 'translation').find(({ values }) => values['from'] === address)?.values[
    'to'
  ]
  const into = end === undefined ? '' : `, a tunnel to ${end}`
  return `${sayRoute(route)}${into}${translated === undefined ? '' : `, translated to ${translated}`}`
}
