/** Ends that are taken away whole, of which nobody saw what they held: `delete forwarding-options analyzer TAP output`. */
import type { MirrorEdit } from '../../../facts/mirror-edit.ts'
import { GLOBAL } from '../mirrors/port-mirroring.ts'
import type { ComparedMirror } from './compare.ts'
import type { Operation } from './operation.ts'

const CONTEXT = /^(?:((?:logical-systems|tenants|routing-instances) \S{1,128}) )?(.{1,512})$/
const PLACES = [
  ['analyzer', /^forwarding-options analyzer (\S{1,128}) (input|output)$/],
  ['ethernet-switching-analyzer', /^ethernet-switching-options analyzer (\S{1,128}) (input|output)$/],
  ['port-mirroring-instance', /^forwarding-options port-mirroring instance (\S{1,128})(?: family \S{1,32})? (output)$/],
  ['port-mirroring', /^forwarding-options port-mirroring()(?: family \S{1,32})? (output)$/],
] as const

/** A change for each such end, unless the session's change is told already. */
export function unseenEnds(
  operations: readonly Operation[],
  told: readonly ComparedMirror[],
): readonly ComparedMirror[] {
  return operations.flatMap(({ action, path, number }) => {
    if (action !== 'delete' && action !== 'deactivate') return []
    const found = readEnd(path, number)
    const isTold = told.some(
      ({ address }) => address.namespace === found?.address.namespace && address.id === found.address.id,
    )
    return found === undefined || isTold ? [] : [found]
  })
}

function readEnd(path: readonly string[], number: number): ComparedMirror | undefined {
  const [, scope = '', place = ''] = CONTEXT.exec(path.join(' ')) ?? []
  for (const [namespace, shape] of PLACES) {
    const [, written, end] = shape.exec(place) ?? []
    if (end === undefined) continue
    const name = written === undefined || written === '' ? GLOBAL : written
    const edit: MirrorEdit =
      end === 'output' ? { do: 'drop-destinations', destinations: [] } : { do: 'drop-sources', sources: [] }
    return { address: { scope, namespace, id: name }, name, edits: [edit], lines: [number] }
  }
  return undefined
}
