/** Audit records of configuration changes → the command that makes the same change, from the top of the configuration. */
import type { JunosLine } from './junos-line.ts'

const BSD = /^User '[^']{0,128}' ([a-z]{3,16})?:?\s*\[([^\]]{1,4096})\]\s*(.*)$/s
/** Audit actions that are commands; others (`rollback`, `copy`) change nothing that a path names. */
const ACTIONS: ReadonlySet<string> = new Set(['set', 'delete', 'activate', 'deactivate', 'rename'])

/**
 * `User 'netops-1' set: [forwarding-options analyzer TAP output interface] "ge-0/0/46.0" -> "ge-0/0/47.0"` → `top set
 * forwarding-options analyzer TAP output interface ge-0/0/47.0`, with what it replaced as a comment behind it. The path may or may
 * not end in the value. Undefined where there is no path.
 *
 * @source Junos `UI_CFG_AUDIT_SET`, `UI_CFG_AUDIT_OTHER`, BSD form and structured form (action, pathname, delimiter, value)
 */
export function readAudit({ members, text }: JunosLine): string | undefined {
  const [, actionInText, pathInText, rest = ''] = BSD.exec(text) ?? []
  const inMember = members.get('pathname')?.trim()
  const path = (inMember?.replace(/^\[|\\?\]$/g, '') ?? pathInText ?? '').trim()
  const action = members.get('action') ?? actionInText ?? 'set'
  if (path === '') return undefined
  if (!ACTIONS.has(action)) return `${action} ${path}`
  return `top ${action} ${path}${writeValue(path, action, members.size > 0 ? readMembers(members) : readArrow(rest))}`
}

/** What stands behind the path: a new value that it does not end in, and the one before it. */
function writeValue(path: string, action: string, { value, was }: AuditedValue): string {
  if (value === undefined) return ''
  if (action === 'rename') return ` to ${quoted(value)}`
  const said = endsWith(path, value) ? '' : ` ${quoted(value)}`
  return was === undefined || was === value ? said : `${said} /* was "${was}" */`
}

interface AuditedValue {
  readonly value?: string
  readonly was?: string
}

/** `<unconfigured> -> "b"`, `"a" -> "b"`, and `"a -> "b"` as some releases write it. */
function readArrow(rest: string): AuditedValue {
  const [, was = '', value] = /^(?:(.{0,1024}?)\s)?\s*--?>?\s+"?([^"]{1,1024})"?\s*$/s.exec(rest.trim()) ?? []
  if (value === undefined)
    return /^to "?([^"]{1,256})"?$/.test(rest.trim()) ? { value: rest.trim().replace(/^to |"/g, '') } : {}
  return withoutNothing(value, was.replaceAll('"', ''))
}

/** The structured form has the new value alone; some releases write the arrow into it. */
function readMembers(members: JunosLine['members']): AuditedValue {
  const value = members.get('value') ?? ''
  const [, was = '', now = value] = /^(.{0,1024}?)\s*->\s*"?([^"]{0,1024})"?$/s.exec(value) ?? []
  return withoutNothing(now, was.replaceAll('"', ''))
}

function withoutNothing(value: string, was: string): AuditedValue {
  const had = was.trim()
  const isNothing = had === '' || /^<?unconfigured>?$/.test(had)
  return { ...(value.trim() === '' ? {} : { value: value.trim() }), ...(isNothing ? {} : { was: had }) }
}

function endsWith(path: string, value: string): boolean {
  const words = path.trim().split(/\s+/)
  return words.at(-1)?.replaceAll('"', '') === value
}

function quoted(value: string): string {
  return /[\s";{}[\]]/.test(value) ? `"${value.replaceAll('"', '\\"')}"` : value
}
