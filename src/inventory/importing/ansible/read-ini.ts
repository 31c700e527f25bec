/** An Ansible inventory in its INI spelling. */
import { type AnsibleInventory, addHost, emptyInventory, groupNamed, type Variables } from './groups.ts'

/** A line of an inventory is never longer; the rest is not read. */
const MAX_LINE = 4000

/** As many hosts as one range may stand for: `sw[001:999]`. */
const MAX_RANGE = 10_000

/** Whether a text has such sections: `[edge]`, `[edge:children]`, `[edge:vars]`. */
export function isIni(text: string): boolean {
  return /^\[[\w.-]{1,200}(?::(?:children|vars))?\]\s*(?:#.*)?$/m.test(text.slice(0, 262_144))
}

/**
 * Reads sections of hosts, children and variables.
 *
 * @source Ansible user guide, "How to build your inventory": INI format, ranges of hosts
 */
export function readIni(text: string): AnsibleInventory {
  const inventory = emptyInventory()
  let section = { name: 'ungrouped', kind: 'hosts' }
  for (const [index, raw] of text
    .replace(/^\uFEFF/, '')
    .split('\n')
    .entries()) {
    const line = withoutComment(raw.slice(0, MAX_LINE))
    const [, name, kind = 'hosts'] = /^\[([^\]:]+)(?::(\w+))?\]$/.exec(line) ?? []
    if (name !== undefined) section = { name, kind }
    else if (line !== '') addLine(inventory, section, { line, at: `line ${index + 1}` })
  }
  return inventory
}

function addLine(
  inventory: AnsibleInventory,
  section: { readonly name: string; readonly kind: string },
  { line, at }: { readonly line: string; readonly at: string },
): void {
  const group = groupNamed(inventory, section.name)
  if (section.kind === 'children') group.children.add(line)
  else if (section.kind === 'vars') group.variables = { ...group.variables, ...readPairs([line]) }
  else {
    const [pattern = '', ...pairs] = splitWords(line)
    const variables = readPairs(pairs)
    for (const name of expandRange(pattern.replace(/:\d+$/, '')))
      addHost(inventory, section.name, { name, at, variables })
  }
}

function withoutComment(line: string): string {
  return /^\s*[#;]/.test(line) ? '' : line.replace(/\s#.*$/, '').trim()
}

/** Words between blanks; quotes keep blanks inside one word. */
function splitWords(line: string): readonly string[] {
  return [...line.matchAll(/(?:[^\s"']|"[^"]*"|'[^']*')+/g)].map(([word]) => word)
}

function readPairs(pairs: readonly string[]): Variables {
  return Object.fromEntries(
    pairs.flatMap((pair) => {
      const equals = pair.indexOf('=')
      return equals <= 0 ? [] : [[pair.slice(0, equals).trim(), unquote(pair.slice(equals + 1).trim())]]
    }),
  )
}

function unquote(text: string): string {
  return /^(["']).*\1$/.test(text) ? text.slice(1, -1) : text
}

/** `sw[01:03]` → `sw01`, `sw02`, `sw03`; `sw-[a:c]`; several ranges multiply. */
function expandRange(pattern: string): readonly string[] {
  const [whole, before = '', from = '', to = '', step = '1', after = ''] =
    /^([^[]*)\[(\w+):(\w+)(?::(\d{1,4}))?\](.*)$/.exec(pattern) ?? []
  if (whole === undefined) return [pattern]
  const items = rangeItems(from, to, Math.max(1, Number(step)))
  return items.flatMap((item) => expandRange(before + item + after)).slice(0, MAX_RANGE)
}

function rangeItems(from: string, to: string, step: number): readonly string[] {
  const isNumeric = /^\d{1,9}$/.test(from) && /^\d{1,9}$/.test(to)
  const [first, last] = isNumeric ? [Number(from), Number(to)] : [from.charCodeAt(0), to.charCodeAt(0)]
  const count = Math.min(Math.floor((last - first) / step) + 1, MAX_RANGE)
  return Array.from({ length: Math.max(0, count) }, (_, index) => {
    const value = first + index * step
    return isNumeric ? String(value).padStart(from.length, '0') : String.fromCharCode(value)
  })
}
