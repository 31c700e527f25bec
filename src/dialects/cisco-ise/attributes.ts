/** The attributes of a message: `Device IP Address=192.0.2.7, CmdSet=[ CmdAV=… ], AVPair=task_id=118, User=netops-1`. */

/** Attributes by name; the first value of each. `AVPair=task_id=118` stands under `task_id`. */
export interface Attributes {
  value(name: string): string | undefined
  /** Names in the order written. */
  readonly names: readonly string[]
  /** The command of `CmdSet`, word by word; undefined where there is none. */
  readonly command?: readonly string[] | undefined
  /** `CmdSet` begins and does not end: the rest is in another segment. */
  readonly commandCut: boolean
}

/** Commas and semicolons inside values are escaped. @source Cisco ISE Syslogs, "Syslog message format" */
const SEPARATOR = /(?<!\\),/
const ATTRIBUTE = /^([A-Za-z][\w /.-]{0,64}?)=(.*)$/s
/** What the device sent as it was, of which each is an attribute. */
const PAIR = /^(?:AVPair|cisco-av-pair)$/

/** Takes the attributes apart. Never throws. */
export function readAttributes(text: string): Attributes {
  const values = new Map<string, string>()
  for (const [name, value] of splitAttributes(text).flatMap(readAttribute))
    if (!values.has(name)) values.set(name, value)
  const set = values.get('CmdSet')
  const commandCut = set?.endsWith(']') === false
  return {
    value: (name) => values.get(name),
    names: [...values.keys()],
    ...(set === undefined || commandCut ? {} : { command: commandWords(set) }),
    commandCut,
  }
}

function readAttribute(written: string): readonly (readonly [string, string])[] {
  const [, name, value = ''] = ATTRIBUTE.exec(written) ?? []
  if (name === undefined) return []
  const [, pairName, pairValue = ''] = PAIR.test(name) ? (ATTRIBUTE.exec(value) ?? []) : []
  return [pairName === undefined ? [name, unescaped(value)] : [pairName, unescaped(pairValue)]]
}

/** A command may hold commas that nobody escaped: its brackets keep it together. */
function splitAttributes(text: string): readonly string[] {
  const parts: string[] = []
  let set: string[] | undefined
  for (const part of text.split(SEPARATOR)) {
    if (set === undefined && !part.trimStart().startsWith('CmdSet=[')) {
      parts.push(part.trim())
      continue
    }
    set = [...(set ?? []), part]
    if (!part.trimEnd().endsWith(']')) continue
    parts.push(set.join(',').trim())
    set = undefined
  }
  return set === undefined ? parts : [...parts, set.join(',').trim()]
}

/** `[ CmdAV=dir CmdArgAV=cns: CmdArgAV=<cr> ]` → `dir`, `cns:`, `<cr>` */
function commandWords(set: string): readonly string[] {
  const inside = set.trim().replace(/^\[/, '').replace(/\]$/, '')
  return inside
    .split(/(?:^|\s)Cmd(?:Arg)?AV=/)
    .map((word) => word.trim())
    .filter((word) => word !== '')
}

function unescaped(text: string): string {
  return text.trim().replaceAll(/\\([,;\\])/g, '$1')
}
