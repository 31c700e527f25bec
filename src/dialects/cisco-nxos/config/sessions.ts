/** Mirror sessions of an NX-OS configuration: where its layout, its ports and its globals say more than the block. */
import type { ObservedSession } from '../../../facts/fact.ts'
import type { MirrorDetails, MirrorSession } from '../../../facts/mirror-session.ts'
import type { SessionChange, Step } from '../../_cisco-configuration/commands/step.ts'
import { type ConfiguredMirrors, collectMirrors } from '../../_cisco-configuration/document/collect-mirrors.ts'
import { interfaceOf } from '../../_cisco-configuration/document/device.ts'
import type { ConfigLine } from '../../_cisco-configuration/text/config-text.ts'
import { type Mode, TOP } from '../grammar/mode.ts'
import { portName } from '../grammar/ports.ts'
import { type CommandReader, createReader } from '../grammar/reader.ts'
import { redact } from '../redact.ts'
import { VDC_LINE } from './text-rules.ts'

/** A session's head stands at the top level; where it seems not to, a pager or a copy moved it. */
const HEAD = /^monitor session \d{1,2}(?: type [a-z-]{1,24})?$/i
const ORIGIN = /^monitor erspan origin (?:ip|ipv6)-address ([\da-f.:]{2,45})(?: global)?$/i
const MONITOR_PORT = /^switchport monitor(?: (.{1,40}))?$/i

/** Reads the commands of one configuration. Never throws. */
export function readMirrors(commands: readonly ConfigLine[]): ConfiguredMirrors {
  const reader = createReader({ snapshot: true })
  const read = collectMirrors(commands, { readLine: (line) => onlyMirrors(readLine(reader, line)), describe, redact })
  const globals = readGlobals(commands)
  const sessions = read.sessions.map((observed) => withPorts(withOrigin(observed, globals), globals))
  const used = new Set(sessions.flatMap(({ lines }) => lines.map(({ line }) => line)))
  const said = new Set(read.outcomes.map(({ line }) => line))
  const more = [...globals.origins, ...globals.ports]
    .filter(({ line }) => used.has(line.number) && !said.has(line.number))
    .map(({ line }) => ({ line: line.number, outcome: 'modelled', because: 'part of a session' }) as const)
  return { ...read, sessions, outcomes: [...read.outcomes, ...more] }
}

/** Indentation and comments tell where a block ends; negations say what is not there, save `no shut` in a block. */
function readLine(reader: CommandReader, line: ConfigLine): Step {
  const { mode } = reader
  if (saysAbsence(line.text, mode)) return {}
  if (line.parent === undefined || HEAD.test(line.text)) {
    if (HEAD.test(line.text) || !(mode.in === 'script' && mode.body === 'flat')) reader.mode = TOP
    return reader.read(line.text)
  }
  if (mode.in === 'top' || mode.in === 'other') return {}
  const step = reader.read(line.text)
  // Indented lines belong to the block, also those that its grammar does not know.
  if (mode.in !== 'session' || reader.mode.in === 'session') return step
  reader.mode = mode
  return { problem: `"${(line.text.split(' ')[0] ?? '').slice(0, 40)}" is not a known command of a session` }
}

/** `no monitor session 1` in a configuration takes nothing away: there is nothing before it. */
function saysAbsence(text: string, mode: Mode): boolean {
  return /^(?:no|default)\s/i.test(text) && !(mode.in === 'session' && /^no\s+shut/i.test(text))
}

/** A configuration holds settings, not acts: a copy or a cut of logging cannot be in it. */
function onlyMirrors({ signal, unjoined, ...step }: Step): Step {
  return signal?.signal === 'scripted-mirror' ? { ...step, signal } : step
}

function describe({ address, name }: SessionChange): string {
  return `${address.namespace === 'rspan-vlan' ? 'RSPAN VLAN' : 'session'} ${name}`
}

/** What stands outside the block of a session and belongs to it, by VDC. */
interface Globals {
  readonly origins: readonly { readonly scope: string; readonly line: ConfigLine; readonly address: string }[]
  readonly ports: readonly {
    readonly scope: string
    readonly line: ConfigLine
    readonly port: string
    readonly ingress: string | undefined
  }[]
}

/** @source Cisco NX-OS commands `monitor erspan origin`, `switchport monitor [ingress [learning]]` */
function readGlobals(commands: readonly ConfigLine[]): Globals {
  const origins: Globals['origins'][number][] = []
  const ports: Globals['ports'][number][] = []
  let scope = ''
  for (const line of commands) {
    if (line.parent === undefined) scope = VDC_LINE.exec(line.text)?.[1] ?? scope
    const address = line.parent === undefined ? ORIGIN.exec(line.text)?.[1] : undefined
    if (address !== undefined) origins.push({ scope, line, address })
    const port = portName(interfaceOf(line) ?? '')
    const monitor = port === undefined ? null : MONITOR_PORT.exec(line.text)
    if (port !== undefined && monitor !== null) ports.push({ scope, line, port, ingress: ingressOf(monitor[1]) })
  }
  return { origins, ports }
}

/** `ingress learning` → `any learning`: the port also accepts frames. */
function ingressOf(options: string | undefined): string | undefined {
  return options === undefined || !options.startsWith('ingress') ? undefined : options.replace('ingress', 'any')
}

function withOrigin(observed: ObservedSession, { origins }: Globals): ObservedSession {
  const { address, session } = observed
  const origin = origins.findLast(({ scope }) => scope === address.scope)
  if (origin === undefined || session.kind !== 'encapsulated' || session.role === 'destination') return observed
  return withSaid(observed, [origin.line], { originIp: origin.address })
}

/** The port that receives copies says so in its own block, and whether its analyser may send. */
function withPorts(observed: ObservedSession, globals: Globals): ObservedSession {
  const ends = new Set(observed.session.destinations.map((end) => end.interface))
  const ports = globals.ports.filter(({ scope, port }) => scope === observed.address.scope && ends.has(port))
  const ingress = ports.find((port) => port.ingress !== undefined)?.ingress
  return withSaid(
    observed,
    ports.map(({ line }) => line),
    ingress === undefined ? {} : { ingress },
  )
}

function withSaid(observed: ObservedSession, said: readonly ConfigLine[], details: MirrorDetails): ObservedSession {
  if (said.length === 0) return observed
  const lines = new Map(observed.lines.map((one) => [one.line, one.text]))
  for (const { parent, number, written } of said) {
    if (parent !== undefined) lines.set(parent.number, redact(parent.written))
    lines.set(number, redact(written))
  }
  const merged = { ...observed.session.details, ...details }
  const session: MirrorSession =
    Object.keys(merged).length === 0 ? observed.session : { ...observed.session, details: merged }
  return {
    ...observed,
    session,
    lines: [...lines].map(([line, text]) => ({ line, text })).sort((a, b) => a.line - b.line),
  }
}
