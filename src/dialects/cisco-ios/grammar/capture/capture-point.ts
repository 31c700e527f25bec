/** The older form of embedded packet capture: a point says what is captured, a buffer where it stays. `point associate P B` joins them. */
import { parseDirection } from '../../../../facts/directions.ts'
import type { MirrorEdit } from '../../../../facts/mirror-edit.ts'
import { expandInterfaceList } from '../../../../kit/interface-name.ts'
import { matchKeyword } from '../../../../kit/keyword.ts'
import { write } from '../../../_cisco-configuration/commands/command-line.ts'
import { NOTHING, type SessionChange, type Step } from '../../../_cisco-configuration/commands/step.ts'
import type { RunLine, RunMemory } from '../memory.ts'
import { changeOf } from '../session-change.ts'
import { exportDestination, exportSignal, shownUrl } from './export-destination.ts'

/**
 * Reads what follows `monitor capture point`: `ip cef P Gi0/0 both`, `associate P B`, `start P`, `stop all`.
 *
 * @source Cisco IOS 12.4(20)T "Embedded Packet Capture"
 */
export function readCapturePoint({ verb, words, run }: RunLine): Step {
  const [first, ...rest] = words
  const [name = '', buffer = ''] = rest
  const action = matchKeyword(first, ['ip', 'ipv6', 'associate', 'disassociate', 'start', 'stop'])
  switch (action) {
    case 'start':
    case 'stop':
      return switchPoints(action, name, run)
    case 'associate':
      joinPoint(run, buffer, name)
      return oneChange(
        name,
        [{ do: 'add-destinations', destinations: [bufferEnd(buffer)] }],
        `${action} ${name} ${buffer}`,
      )
    case 'disassociate':
      for (const points of run.captureBuffers.values()) points.delete(name)
      return oneChange(name, [{ do: 'drop-destinations', destinations: [] }], `${action} ${name}`)
    case undefined:
      return { problem: 'monitor capture point with an unknown action' }
    default:
      return definePoint({ verb, words: rest, run }, action)
  }
}

function bufferEnd(buffer: string): { readonly file: string } {
  return { file: `buffer ${buffer}` }
}

/** Bounds what a hostile run can make of one buffer. */
const MAX_POINTS = 64

function joinPoint({ captureBuffers }: RunMemory, buffer: string, point: string): void {
  const known = captureBuffers.get(buffer) ?? new Set()
  if (known.size < MAX_POINTS) captureBuffers.set(buffer, known.add(point))
}

/** `all` are those that the run named; which others there are is not known from the command. */
function switchPoints(action: 'start' | 'stop', name: string, run: RunMemory): Step {
  const all = [...new Set([...run.captureBuffers.values()].flatMap((points) => [...points]))]
  const points = name.toLowerCase() === 'all' ? all : [name]
  if (points.length === 0) return { unjoined: true }
  return {
    changes: points.map((point) =>
      pointChange(point, [{ do: 'set', enabled: action === 'start' }], `monitor capture point ${action} ${point}`),
    ),
  }
}

/** `cef P GigabitEthernet0/0 both`, `process-switched P from-us`. */
function definePoint({ verb, words }: Pick<RunLine, 'verb' | 'words' | 'run'>, family: string): Step {
  const [path = '', name = '', ...values] = words
  if (name === '') return { problem: 'monitor capture point without a name' }
  const text = `monitor capture point ${family} ${path} ${name}`
  if (verb !== 'set') return { changes: [pointChange(name, [{ do: 'remove' }], write(verb, text))] }
  const last = matchKeyword(values.at(-1), ['in', 'out', 'both', 'from-us'])
  const direction = last === 'from-us' ? 'tx' : (parseDirection(last ?? '') ?? 'both')
  const ports = (last === undefined ? values : values.slice(0, -1)).join(' ')
  const [port = 'control-plane'] = expandInterfaceList(ports).names
  const edits: readonly MirrorEdit[] = [
    { do: 'define', name, kind: 'capture', enabled: false, enabledReason: 'default' },
    { do: 'add-sources', sources: [{ interface: port, direction }] },
  ]
  return { changes: [pointChange(name, edits, `${text} ${port} ${direction}`)] }
}

/** Reads what follows `monitor capture buffer`: `B size 512`, `B filter access-list 101`, `B export tftp://192.0.2.9/b.pcap`. */
export function readCaptureBuffer({ words, run }: RunLine): Step {
  const [buffer = '', action, ...rest] = words
  const points = [...(run.captureBuffers.get(buffer) ?? [])]
  const url = rest.at(-1) ?? ''
  const toPoints = (edit: MirrorEdit, said: string): Step =>
    points.length === 0
      ? {}
      : { changes: points.map((point) => pointChange(point, [edit], `monitor capture buffer ${buffer} ${said}`)) }
  switch (matchKeyword(action, ['clear', 'export', 'filter', 'limit', 'size'])) {
    case 'export':
      return {
        ...toPoints({ do: 'add-destinations', destinations: [exportDestination(url)] }, `export ${shownUrl(url)}`),
        ...exportSignal(`capture ${buffer}`, url),
      }
    case 'filter':
      return toPoints({ do: 'set', filter: rest.join(' ') }, `filter ${rest.join(' ')}`)
    default:
      return NOTHING
  }
}

function oneChange(point: string, edits: readonly MirrorEdit[], said: string): Step {
  return { changes: [pointChange(point, edits, `monitor capture point ${said}`)] }
}

function pointChange(point: string, edits: readonly MirrorEdit[], canonical: string): SessionChange {
  return changeOf(['monitor-capture', point], edits, canonical)
}
