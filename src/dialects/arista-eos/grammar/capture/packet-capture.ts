/** Packet captures: `tcpdump` in the shell of the device, and the command line's own `tcpdump`. Never in a configuration. */
import { parseDirection } from '../../../../facts/directions.ts'
import type { MirrorEdit } from '../../../../facts/mirror-edit.ts'
import type { MirrorDestination, MirrorSource } from '../../../../facts/mirror-session.ts'
import { canonicalAddress } from '../../../../kit/ip-network.ts'
import { matchKeyword } from '../../../../kit/keyword.ts'
import { NOTHING, type Step } from '../../../_cisco-configuration/commands/step.ts'
import { change } from '../command.ts'
import { expandInterfaces, fromKernelName } from '../interfaces.ts'

/** What one capture says of itself. */
interface Capture {
  readonly id: string
  readonly sources: readonly MirrorSource[]
  readonly destination: MirrorDestination
  readonly filter: string
}

const TERMINAL = 'terminal'
const KEYWORDS = [
  'session',
  'interface',
  'monitor',
  'file',
  'filter',
  'filecount',
  'max-file-size',
  'packet-count',
  'size',
] as const
const MAX_TEXT = 120

/**
 * Reads the words of a shell command: `sudo timeout 60 tcpdump -nni et1 -w /mnt/flash/a.pcap port 49`. Undefined when it runs no
 * tcpdump; nothing when it only reads a file.
 *
 * @source tcpdump(1); EOS names its ports `et1`, `et5_1` in the kernel
 */
export function readShellCapture(words: readonly string[]): Step | undefined {
  const at = words.findIndex((word) => /(?:^|\/)tcpdump$/.test(unquote(word)))
  if (at === -1) return undefined
  const all = words.slice(at + 1).map(unquote)
  const end = all.findIndex((word) => /^[|>&;]/.test(word))
  const { options, rest } = readOptions(end === -1 ? all : all.slice(0, end))
  if (options.has('r')) return NOTHING
  const port = fromKernelName(options.get('i') ?? options.get('interface') ?? 'any')
  const direction = parseDirection(options.get('Q') ?? 'both') ?? 'both'
  const destination = readOutput(options.get('w'), end === -1 ? [] : all.slice(end))
  const id = idOf(destination, port)
  return captureStep({ id, sources: [{ interface: port, direction }], destination, filter: rest.join(' ') })
}

/** `-nni et1 -w a.pcap port 49` → i, w, and the filter that is left. */
function readOptions(words: readonly string[]): {
  readonly options: ReadonlyMap<string, string>
  readonly rest: readonly string[]
} {
  const options = new Map<string, string>()
  const rest: string[] = []
  for (let at = 0; at < words.length; at++) {
    const word = words[at] ?? ''
    const [, long, said] = /^--([a-z-]{2,32})(?:=(.*))?$/.exec(word) ?? []
    const [, letter, value] = /^-[A-Za-z]*?([BcCDEFGijmMQrsTVwWyzZ])(.*)$/.exec(word) ?? []
    if (long !== undefined) options.set(long, said ?? words[++at] ?? '')
    else if (letter !== undefined) options.set(letter, value || (words[++at] ?? ''))
    else if (!word.startsWith('-')) rest.push(word)
  }
  return { options, rest }
}

/** A file, the terminal, or what the packets are piped into: an address where one is named. */
function readOutput(file: string | undefined, tail: readonly string[]): MirrorDestination {
  if (file !== undefined && file !== '' && file !== '-') return { file }
  if (tail.length === 0) return { file: TERMINAL }
  if (tail[0]?.startsWith('>')) return { file: tail.join('').replace(/^>+/, '').slice(0, MAX_TEXT) }
  const ip = tail.flatMap((word) => word.split(/[@:/]/)).find((word) => canonicalAddress(word) !== undefined)
  return ip === undefined ? { file: tail.join(' ').slice(0, MAX_TEXT) } : { ip: canonicalAddress(ip) ?? ip }
}

/**
 * Reads what follows the command line's own `tcpdump`: `session TAP interface Ethernet1 file flash:a.pcap filter port 49`. With
 * `no`, the session ends.
 */
export function readCliCapture(words: readonly string[], verb: 'set' | 'no' | 'default'): Step {
  const said = readClauses(words)
  const name = said.get('session')
  if (verb !== 'set') {
    if (name === undefined) return { problem: 'no tcpdump without the session it ends' }
    const canonical = `no tcpdump session ${name}`
    return { changes: [change('capture', name, { edits: [{ do: 'set', enabled: false }], canonical })] }
  }
  const monitored = said.get('monitor')
  const typed = said.get('interface') ?? 'any'
  const port =
    monitored === undefined
      ? (expandInterfaces(typed).names[0] ?? fromKernelName(typed))
      : `monitor session ${monitored}`
  const destination: MirrorDestination = { file: said.get('file') ?? TERMINAL }
  const id = name ?? idOf(destination, port)
  const sources: readonly MirrorSource[] = [{ interface: port, direction: 'both' }]
  return captureStep({ id, sources, destination, filter: said.get('filter') ?? '' })
}

/** Each keyword with the words up to the next; a filter takes all that follows. */
function readClauses(words: readonly string[]): ReadonlyMap<string, string> {
  const clauses = new Map<string, string>()
  let open: string | undefined
  for (const word of words) {
    const empty = open !== undefined && clauses.get(open) === ''
    const keyword = open === 'filter' || empty || word.length < 3 ? undefined : matchKeyword(word, KEYWORDS)
    if (keyword === undefined && open === undefined) continue
    const said = keyword === undefined ? `${clauses.get(open ?? '')} ${word}`.trim() : ''
    open = keyword ?? open
    clauses.set(open ?? '', said)
  }
  return clauses
}

/** Captures have no number: what names one is where it goes. */
function idOf({ file, ip }: MirrorDestination, port: string): string {
  return file === TERMINAL ? `${TERMINAL} of ${port}` : (file ?? ip ?? port)
}

function captureStep({ id, sources, destination, filter }: Capture): Step {
  const edits: readonly MirrorEdit[] = [
    { do: 'define', name: id, kind: 'capture', enabled: true },
    { do: 'add-sources', sources: [...sources] },
    { do: 'add-destinations', destinations: [destination] },
    ...(filter === '' ? [] : [{ do: 'set', filter } as const]),
  ]
  const from = sources.map((source) => `${source.interface} ${source.direction}`).join(',')
  const canonical = ['tcpdump', from, destination.file ?? destination.ip ?? '', filter].join(' ').trim()
  const changes = [change('capture', id, { edits, canonical })]
  const piped = destination.ip ?? (destination.file?.startsWith('|') === true ? destination.file : undefined)
  if (piped === undefined) return { changes }
  return { changes, signal: { signal: 'capture-exported', detail: `capture sent to ${piped.replace(/^\| /, '')}` } }
}

function unquote(word: string): string {
  return word.replaceAll(/^["']+|["']+$/g, '')
}

const CAPTURE_FILE = /\.p?cap(?:ng)?\d{0,4}(?:\.gz)?$/i
const REMOTE = /^(?:ftp|http|https|scp|sftp|tftp):|@[^/]{1,255}:|^[a-z0-9.-]{1,255}:\//i

/** `copy flash:a.pcap scp://…` or `scp /mnt/flash/a.pcap netops-1@192.0.2.9:` in the shell: a capture leaves the device. */
export function readCaptureExport(words: readonly string[]): Step | undefined {
  const file = words.map(unquote).find((word) => CAPTURE_FILE.test(word.slice(-MAX_TEXT)))
  const carrier = words.some((word) => /^(?:copy|scp|sftp|ftp|tftp|curl|wget|rsync|nc|ncat)$/i.test(word))
  if (file === undefined || !carrier) return undefined
  const url = words.map(unquote).find((word) => word !== file && isElsewhere(word))
  if (url === undefined) return undefined
  return { signal: { signal: 'capture-exported', detail: `capture ${file} exported to ${url.slice(0, MAX_TEXT)}` } }
}

function isElsewhere(word: string): boolean {
  return (
    canonicalAddress(word) !== undefined ||
    (REMOTE.test(word) && !/^(?:flash|file|usb\d?|drive|extension):/i.test(word))
  )
}
