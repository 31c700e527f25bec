/** Commands that copy packets at once, without a configuration: `monitor traffic`, `tcpdump`, packet captures on request. */
import type { MirrorDestination, MirrorSession, MirrorSource, SessionAddress } from '../../../facts/mirror-session.ts'

/** What such a command does to one capture: starts it as this session, or stops it. */
export interface CaptureCommand {
  readonly address: SessionAddress
  readonly name: string
  readonly session?: MirrorSession
  readonly canonical: string
}

/**
 * `monitor traffic interface ge-0/0/0 write-file x.pcap`, `tcpdump -i em0 -w x.pcap` (also behind `start shell command` and
 * `request routing-engine execute`), `request packet-capture start|stop`, `request security datapath-debug capture start|stop`.
 * Undefined for every other command; a capture that only prints is none.
 */
export function readCaptureCommand(words: readonly string[]): CaptureCommand | undefined {
  const [first = '', second, third] = words
  if (first === 'monitor' && second === 'traffic') return readMonitorTraffic(words.slice(2))
  if (/(?:^|\/)tcpdump$/.test(first)) return readTcpdump(words.slice(1))
  if (first === 'request' && second === 'packet-capture') return readRequested('packet-capture', words.slice(2))
  if (first === 'request' && second === 'security' && third === 'datapath-debug') {
    return words[3] === 'capture' ? readRequested('datapath-debug', words.slice(4)) : undefined
  }
  const inner = innerCommand(words)
  return inner === undefined ? undefined : readCaptureCommand(inner)
}

/** @source Junos `start shell command "C"`, `request routing-engine execute {local|…} command "C"`, `request app-engine host-shell` */
function innerCommand(words: readonly string[]): readonly string[] | undefined {
  const [first, second] = words
  const runs = (first === 'start' && second === 'shell') || (first === 'request' && second === 'routing-engine')
  const at = words.indexOf('command')
  const text = runs && at !== -1 ? words.slice(at + 1).join(' ') : undefined
  return text === undefined ? undefined : text.split(/\s+/).filter((word) => word !== '' && word !== 'sudo')
}

/** @source Junos CLI reference, `monitor traffic`: interface, matching, write-file (hidden), size, count */
function readMonitorTraffic(words: readonly string[]): CaptureCommand | undefined {
  const file = valueAfter(words, 'write-file')
  if (file === undefined) return undefined
  const port = valueAfter(words, 'interface')
  const matching = valueAfter(words, 'matching')
  return startCapture({ port, file, filter: matching, canonical: `monitor traffic ${words.join(' ')}` })
}

/** @source tcpdump(1): -i interface, -w file, the expression behind the options */
function readTcpdump(words: readonly string[]): CaptureCommand | undefined {
  const file = optionOf(words, 'w')
  if (file === undefined) return undefined
  return startCapture({ port: optionOf(words, 'i'), file, filter: undefined, canonical: `tcpdump ${words.join(' ')}` })
}

/** `-w x`, `-nnw x` and `-wx`. */
function optionOf(words: readonly string[], letter: 'i' | 'w'): string | undefined {
  const at = words.findIndex((word) => /^-[a-z]{1,8}$/i.test(word) && word.endsWith(letter))
  return at === -1 ? words.find((word) => word.startsWith(`-${letter}`))?.slice(2) : words[at + 1]
}

interface Start {
  readonly port: string | undefined
  readonly file: string
  readonly filter: string | undefined
  readonly canonical: string
}

/** Without an interface Junos takes the management port. A capture on the routing engine sees what the device itself sends and receives. */
function startCapture({ port, file, filter, canonical }: Start): CaptureCommand {
  const name = `${port ?? 'management'} ${file}`
  const session = captureSession(name, {
    sources: [{ interface: port ?? 'management', direction: 'both' }],
    file,
    filter,
  })
  return { address: { scope: '', namespace: 'monitor-traffic', id: name }, name, session, canonical }
}

function captureSession(
  name: string,
  {
    sources,
    file,
    filter,
  }: { readonly sources: readonly MirrorSource[]; readonly file: string; readonly filter: string | undefined },
): MirrorSession {
  const destinations: readonly MirrorDestination[] = [{ file }]
  return { name, kind: 'capture', sources, destinations, enabled: true, ...(filter === undefined ? {} : { filter }) }
}

/** @source Junos `request packet-capture start`, `request security datapath-debug capture start` */
function readRequested(
  name: 'packet-capture' | 'datapath-debug',
  words: readonly string[],
): CaptureCommand | undefined {
  const [what, ...rest] = words
  const address = { scope: '', namespace: name, id: name }
  const canonical = `request ${name} ${words.join(' ')}`
  if (what === 'stop') return { address, name, canonical }
  if (what !== 'start') return undefined
  const port = valueAfter(rest, 'interface')
  const sources: readonly MirrorSource[] = port === undefined ? [] : [{ interface: port, direction: 'both' }]
  const file = valueAfter(rest, 'filename') ?? valueAfter(rest, 'file') ?? name
  return { address, name, session: captureSession(name, { sources, file, filter: undefined }), canonical }
}

function valueAfter(words: readonly string[], word: string): string | undefined {
  const at = words.indexOf(word)
  return at === -1 ? undefined : words[at + 1]
}
