/** Asks whether the place where a copy ends passes something on. */
import { isWithin } from '../../inventory/matching/collectors.ts'
import type { Collector } from '../../inventory/schema.ts'
import { isInternalAddress } from '../../kit/ip-network.ts'
import { sayAtLeast, sayCarrier, sayObservers, saySpan } from '../../timeline/traffic/describe-stream.ts'
import type { CollectorStream } from '../../timeline/traffic/stream.ts'
import { isDuring } from '../_wire/during.ts'
import type { Detection, DetectionContext, Reason } from '../contract.ts'

export const detection: Detection = {
  id: 'collector-leaks',
  version: 1,
  title: 'Collector sends to an unexpected destination',
  question: 'Does a collector that the copy goes to send to where it is not expected to?',
  attack: ['T1020.001', 'DET0403', 'AN1132', 'AN1131'],
  needs: ['traffic'],
  tuning: ['MirrorDestinationCIDR'],
  evaluate(setup, context) {
    const isCopy = setup.key.setupClass === 'mirror' || setup.key.setupClass === 'ghost'
    // What was never copied cannot be passed on.
    if (!isCopy || setup.status === 'never-live' || context.session.enabled === false) return []
    const names = new Set(context.approval.collectors.flatMap((name) => name ?? []))
    const sent = context.collectorStreams.filter(
      ({ collector, realm, stream }) =>
        names.has(collector) && realm === context.timeline.subject.realm && isDuring(stream, context.episode),
    )
    return sent.flatMap((one) => tell(one, context))
  },
}

function tell({ collector: name, stream }: CollectorStream, context: DetectionContext): readonly Reason[] {
  const collector = context.inventory.collectors.find((known) => known.name === name)
  if (collector === undefined || isExpected(stream.destination, collector, context)) return []
  const { talksTo } = collector
  const expected =
    talksTo === undefined
      ? 'the inventory does not say to whom it may send'
      : `the inventory expects ${talksTo.join(', ') || 'nobody'}`
  const statement = `Collector ${name}, where this copy ends, sent ${sayAtLeast([stream])} to ${stream.destination} (${sayCarrier(stream)}) ${saySpan([stream])}, as ${sayObservers([stream])} saw; ${expected}.`
  const destinationClass = isInternalAddress(stream.destination) ? 'D3' : 'D4'
  return [{ statement, evidence: stream.facts, verdict: 'needs-review', destinationClass }]
}

/** Where nobody listed its peers, whatever is inside the network, or a device or collector of the inventory. */
function isExpected(address: string, { talksTo, addresses }: Collector, { inventory }: DetectionContext): boolean {
  const isIn = (networks: readonly string[]): boolean => networks.some((network) => isWithin(network, address))
  if (talksTo !== undefined) return isIn(talksTo) || isIn(addresses)
  return (
    isInternalAddress(address) ||
    isIn(inventory.tuning.MirrorDestinationCIDR ?? []) ||
    [...inventory.devices, ...inventory.collectors].some((known) => isIn(known.addresses))
  )
}
