/** Flows as every decoder can tell them: who spoke to whom, and how much. */

/** One flow of a decoder's output. */
export interface TableFlow {
  readonly source: string
  readonly destination: string
  readonly protocol: number
  readonly sourcePort: number
  readonly destinationPort: number
  readonly bytes: number
  readonly packets: number
}

/** `192.0.2.1 198.51.100.1 6 40000 443` → `1140 bytes in 6 packets`; records of one flow are added up. */
export type FlowTable = ReadonlyMap<string, string>

/** Makes the table of some flows. */
export function toTable(flows: readonly TableFlow[]): FlowTable {
  const sums = new Map<string, { bytes: number; packets: number }>()
  for (const { source, destination, protocol, sourcePort, destinationPort, bytes, packets } of flows) {
    const key = [source, destination, protocol, sourcePort, destinationPort].join(' ')
    const sum = sums.get(key) ?? { bytes: 0, packets: 0 }
    sums.set(key, { bytes: sum.bytes + bytes, packets: sum.packets + packets })
  }
  return new Map([...sums].map(([key, { bytes, packets }]) => [key, `${bytes} bytes in ${packets} packets`]))
}

/** Where two tables differ, one line each, at most ten. */
export function differences(name: string, ours: FlowTable, theirs: FlowTable): readonly string[] {
  const keys = new Set([...ours.keys(), ...theirs.keys()])
  const lines = [...keys].flatMap((key) => {
    const [left = 'nothing', right = 'nothing'] = [ours.get(key), theirs.get(key)]
    return left === right ? [] : [`${name}: ${key}: ${left} here, ${right} there`]
  })
  return lines.length > 10 ? [...lines.slice(0, 9), `${name}: and ${lines.length - 9} more`] : lines
}
