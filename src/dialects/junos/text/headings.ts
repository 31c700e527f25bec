/** Lines that are no configuration: prompts, the hierarchy that is shown below them, and what backup tools write between. */

/** A heading: what was asked for, and the hierarchy that the text below it is relative to. */
export interface Heading {
  readonly line: number
  readonly text: string
  /** `vmx01` of the prompt `netops-1@vmx01>`. */
  readonly host?: string
  /** `forwarding-options` below `show configuration forwarding-options`; empty for all of it, undefined where nothing is shown. */
  readonly path?: readonly string[]
  /** The prompt was one of configuration mode, where the candidate is shown. */
  readonly candidate?: true
  /** The whole configuration was asked for, not a part or a filtered one. */
  readonly whole?: true
  /** An earlier configuration was asked for: `show system rollback 3`. */
  readonly stored?: true
}

const PROMPT = /^(?:\{[\w:.-]{1,32}\})?(?:[\w.-]{1,64}@)([\w.-]{1,64})([>#%])\s{0,4}(.{0,512})$/
/** @source Junos CLI: `[edit forwarding-options]` above a prompt of configuration mode */
const EDIT_LEVEL = /^\[edit(?: ([^\]]{1,512}))?\]\s*$/
/** @source Junos CLI: the role of a member or node above the prompt */
const ROLE =
  /^\{(?:master|backup|linecard|primary|secondary|hold|disabled)(?::[\w-]{1,16})?\}(?:\[edit[^\]]{0,512}\])?\s*$/

/** Reads a line outside of any block as a heading; undefined when it may be configuration. */
export function readHeading(line: string, number: number): Heading | undefined {
  if (line.length > 700) return undefined
  const trimmed = line.trimEnd()
  const level = EDIT_LEVEL.exec(trimmed)
  if (level !== null) return { line: number, text: trimmed, path: splitPath(level[1]), candidate: true }
  if (ROLE.test(trimmed)) return { line: number, text: trimmed }
  const [, host, mark, command] = PROMPT.exec(trimmed) ?? []
  if (host === undefined || command === undefined) return undefined
  return { line: number, text: trimmed, host, ...readRequest(command, mark === '#') }
}

/** What a prompt asked for, if it asked for configuration. */
function readRequest(command: string, inConfiguration: boolean): Partial<Heading> {
  const [request = '', ...pipes] = command.split('|').map((part) => part.trim())
  const isFiltered = pipes.some((pipe) => !/^(?:display (?:set|inheritance|omit)|no-more)/.test(pipe))
  if (/^show system rollback/.test(request)) return { path: [], stored: true, ...(isFiltered ? {} : { whole: true }) }
  const shown = (inConfiguration ? /^show\s*(.*)$/ : /^sh(?:ow)? conf\w*\s*(.*)$/).exec(request)?.[1]
  if (shown === undefined) return {}
  // The `set` form names the whole path, whatever level it was asked for.
  const path = pipes.some((pipe) => /^display set(?!.*relative)/.test(pipe)) ? [] : splitPath(shown)
  if (!inConfiguration) return { path, ...(shown === '' && !isFiltered ? { whole: true } : {}) }
  // The level stands in its own line above: it is kept where nothing more is asked for.
  return shown === '' ? { candidate: true } : { path, candidate: true }
}

function splitPath(path: string | undefined): readonly string[] {
  return (path ?? '').split(/\s+/).filter((word) => word !== '' && word !== 'rollback')
}
