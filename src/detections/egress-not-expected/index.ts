/** Asks whether an approved copy leaves its device by a port that its approval does not name. */
import { interfaceKey } from '../../kit/interface-name.ts'
import { ownEgress, streamsOfLife } from '../../timeline/traffic/streams-of-life.ts'
import { capitalise, nameSetup } from '../_wording/names.ts'
import { sayTime } from '../_wording/times.ts'
import type { Detection } from '../contract.ts'

export const detection: Detection = {
  id: 'egress-not-expected',
  version: 1,
  title: 'Copy leaves by an unexpected port',
  question: 'Do the flow records of the device show the copy leaving by a port that its approval does not name?',
  attack: ['T1020.001', 'DET0403', 'AN1132'],
  needs: ['traffic'],
  tuning: [],
  evaluate(setup, context) {
    const { approvedBy } = context.approval
    const expected = new Set(approvedBy?.egress?.map(interfaceKey) ?? [])
    if (setup.key.setupClass !== 'mirror' || approvedBy === undefined || expected.size === 0) return []
    return streamsOfLife(context).flatMap((stream) =>
      ownEgress(stream)
        .filter(({ port }) => !expected.has(interfaceKey(port)))
        .map(({ port, firstAt, lastAt }) => ({
          statement: `${capitalise(nameSetup(setup, context))} left for ${stream.destination} by ${port} between ${sayTime(firstAt)} and ${sayTime(lastAt)}; approval ${approvedBy.id} expects ${approvedBy.egress?.join(', ')}.`,
          evidence: stream.facts,
          verdict: 'exceeds-approval' as const,
          values: { approval: approvedBy.id },
        })),
    )
  },
}
