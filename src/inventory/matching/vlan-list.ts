/** VLANs as an approval names them. */
import { parseIntegerRanges } from '../../kit/integer-ranges.ts'

/** `vlan 10-20, 31` → the numbers; `[]` where they are no list; undefined for a text that does not speak of VLANs. */
export function readVlanList(text: string): readonly number[] | undefined {
  const list = /^vlans? {1,8}(\S.*)$/i.exec(text.trim())?.[1]
  return list === undefined ? undefined : parseIntegerRanges(list).values
}
