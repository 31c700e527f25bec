/** Captures on the switch itself: ethanalyzer, and tcpdump in one of its shells. EXEC commands, never in a configuration. */
import type { MirrorEdit } from '../../../facts/mirror-edit.ts'
import type { MirrorSource } from '../../../facts/mirror-session.ts'
import { abbreviates, matchKeyword } from '../../../kit/keyword.ts'
import type { Step } from '../../_cisco-configuration/commands/step.ts'
import { portName } from './ports.ts'

/** What a capture command says. */
interface Capture {
  readonly source: MirrorSource
  readonly file: string | undefined
  readonly filter: string | undefined
  readonly truncateBytes: number | undefined
}

/** Where a capture goes that names no file. */
const TERMINAL = 'terminal'
const TCPDUMP = /^(?:\S{0,128}\/)?tcpdump$/i
/** Options of ethanalyzer with one value. @source Nexus guides, "Ethanalyzer" */
const OPTIONS = [
  'autostop',
  'capture-filter',
  'capture-ring-buffer',
  'display-filter',
  'limit-captured-frames',
  'limit-frame-size',
  'write',
] as const

/**
 * `ethanalyzer local interface inband capture-filter "host 192.0.2.9" write bootflash:t.pcap`, `run bash sudo tcpdump -i Eth1-1
 * -w /bootflash/t.pcap`; undefined for other commands. Nobody logs its end, so whether it runs is not known.
 */
export function readCapture(words: readonly string[], scope: string): Step | undefined {
  const [first = '', second, third] = words
  const tcpdump = words.findIndex((word) => TCPDUMP.test(word))
  const isShell = tcpdump === 0 || /^(?:run|bash|guestshell|sudo|python\d?|attach)$/i.test(first)
  if (tcpdump >= 0 && isShell) return toStep(readTcpdump(words.slice(tcpdump + 1)), 'tcpdump', scope)
  const isEthanalyzer = first.length > 2 && abbreviates(first, 'ethanalyzer', 3)
  if (!isEthanalyzer || matchKeyword(second, ['local']) === undefined) return undefined
  if (matchKeyword(third, ['interface', 'read']) === 'read') return {}
  return toStep(readEthanalyzer(words.slice(3)), 'ethanalyzer', scope)
}

function toStep({ source, file, filter, truncateBytes }: Capture, tool: string, scope: string): Step {
  const name = `${tool} ${file ?? `on ${source.interface}`}`
  const edits: MirrorEdit[] = [
    { do: 'define', name, kind: 'capture', enabled: 'unknown' },
    { do: 'add-sources', sources: [source] },
    { do: 'add-destinations', destinations: [{ file: file ?? TERMINAL }] },
  ]
  if (filter !== undefined) edits.push({ do: 'set', filter })
  if (truncateBytes !== undefined) edits.push({ do: 'set', details: { truncateBytes } })
  const said = [file === undefined ? '' : `write ${file}`, filter ?? ''].filter((text) => text !== '')
  const canonical = [tool, 'interface', source.interface, ...said].join(' ')
  return { changes: [{ address: { scope, namespace: 'capture', id: name }, name, edits, canonical }] }
}

/** `inband`, `mgmt` and `front-panel ethernet1/1` are its sources; `mirror` reads what a session copies to the CPU. */
function readEthanalyzer(words: readonly string[]): Capture {
  const [kind = 'inband', port = ''] = words
  const mirrors = words.some((word) => /^mirror$/i.test(word))
  const isPanel = matchKeyword(kind, ['front-panel', 'port-channel', 'vlan']) !== undefined
  const name = isPanel ? (portName(port) ?? `${kind} ${port}`) : `${kind}${mirrors ? ' mirror' : ''}`
  const options = readOptions(words)
  return {
    source: { interface: name, direction: 'both' },
    file: options.get('write'),
    filter: options.get('capture-filter'),
    truncateBytes: toLength(options.get('limit-frame-size')),
  }
}

/** A value in quotes may have blanks. */
function readOptions(words: readonly string[]): ReadonlyMap<string, string> {
  const said = new Map<string, string>()
  for (const [at, word] of words.entries()) {
    const option = word.length > 2 ? matchKeyword(word, OPTIONS) : undefined
    const [, quoted, plain] = /^(?:"([^"]*)"|(\S+))/.exec(words.slice(at + 1).join(' ')) ?? []
    const value = quoted ?? plain
    if (option !== undefined && value !== undefined && !said.has(option)) said.set(option, value)
  }
  return said
}

/** @source tcpdump(1): -i interface, -w file, -s snapshot length; what is no option is the filter */
function readTcpdump(words: readonly string[]): Capture {
  const option = (letter: string): string | undefined => {
    const at = words.findIndex((word) => new RegExp(`^-[a-zA-Z]{0,8}${letter}$`).test(word))
    return at === -1 ? words.find((word) => word.startsWith(`-${letter}`))?.slice(2) : words[at + 1]
  }
  const port = option('i') ?? 'any'
  // The kernel calls Ethernet1/1 `Eth1-1`; its `eth1` is another.
  const own = /^Eth\d{1,3}(?:-\d{1,3}){1,2}$/.test(port) ? portName(port.replaceAll('-', '/')) : undefined
  const used = new Set(['i', 'w', 's', 'c', 'C', 'W', 'G', 'B'].map(option))
  const filter = words.filter((word) => !word.startsWith('-') && !used.has(word)).join(' ')
  return {
    source: { interface: own ?? port, direction: 'both' },
    file: option('w'),
    filter: filter === '' ? undefined : filter.replaceAll(/["']/g, ''),
    truncateBytes: toLength(option('s')),
  }
}

/** Zero is the whole packet. */
function toLength(text: string | undefined): number | undefined {
  return text !== undefined && /^[1-9]\d{0,5}$/.test(text) ? Number(text) : undefined
}
