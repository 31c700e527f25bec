/** What a row says, in words that people compare. */
import { CARRIERS } from '../../../facts/carriers.data.ts'
import { addressText } from '../../_row/address-words.ts'
import { FlowRow } from '../../_row/flow-row.ts'

/** Its addresses as text, its carrier by name, and everything else that differs from an empty row. */
export function rowContent(row: FlowRow): Readonly<Record<string, unknown>> {
  const empty = new FlowRow()
  const {
    sourceA,
    sourceB,
    sourceC,
    sourceD,
    destinationA,
    destinationB,
    destinationC,
    destinationD,
    carrier,
    ...rest
  } = row
  const said = Object.entries(rest).filter(([name, value]) => value !== empty[name as keyof typeof rest])
  return {
    source: addressText([sourceA, sourceB, sourceC, sourceD]),
    destination: addressText([destinationA, destinationB, destinationC, destinationD]),
    ...(carrier === 0 ? {} : { carrier: CARRIERS[carrier]?.name }),
    ...Object.fromEntries(said),
  }
}
