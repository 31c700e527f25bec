/** A record of a log as rules see it: fields by the names that Sigma rules of its source use. */
import type { LogRecord } from '../../facts/log-content/log-record.ts'
import type { LogSource } from '../../facts/log-content/log-source.ts'
import { scalarText } from './matching/value-test.ts'
import type { SigmaLogsource } from './model/detection.ts'

/** One record. */
export interface SigmaEvent {
  /**
   * Everything under a field, lists taken apart: of `[{ "port": 1 }, { "port": 2 }]` the field `port` gives 1 and 2. Empty where the field
   * is absent; an empty list or object is one that says nothing, and gives null.
   */
  values(field: string): readonly unknown[]
  /** What keywords are looked for in: the record as written, and each of its values by itself. */
  texts(): readonly string[]
}

/** Deeper nesting is not looked into; the records of no cloud go beyond 20. */
const MAX_DEPTH = 40
const MAX_VALUES = 10_000

/** A record as rules see it. Never throws. */
export function toSigmaEvent({ source, text, value }: LogRecord): SigmaEvent {
  const paths = pathsByName(source)
  const known = new Map<string, readonly unknown[]>()
  let texts: readonly string[] | undefined
  const find = (field: string): readonly unknown[] => {
    if (value === undefined) return field === 'message' || paths.get(field)?.includes('message') ? [text] : []
    const own = (paths.get(field) ?? []).flatMap((path) => valuesAt(value, path))
    return own.length > 0 ? own : valuesAt(value, field)
  }
  return {
    values(field) {
      const found = known.get(field) ?? find(field)
      known.set(field, found)
      return found
    },
    texts() {
      texts ??= [text, ...leavesOf(value).flatMap((leaf) => scalarText(leaf) ?? [])]
      return texts
    },
  }
}

const namesOfSources = new WeakMap<LogSource, ReadonlyMap<string, readonly string[]>>()

/** Sigma's name → our paths. */
function pathsByName(source: LogSource): ReadonlyMap<string, readonly string[]> {
  const known = namesOfSources.get(source)
  if (known !== undefined) return known
  const paths = new Map<string, string[]>()
  for (const [path, name] of Object.entries(source.sigma.fieldNames ?? {}))
    paths.set(name, [...(paths.get(name) ?? []), path])
  namesOfSources.set(source, paths)
  return paths
}

/** A dotted path; a member whose own name has dots comes first: `{ "gcp.audit.method_name": … }`. */
function valuesAt(value: unknown, path: string): readonly unknown[] {
  if (Array.isArray(value)) return membersOf(value).flatMap((item) => (isRecord(item) ? valuesAt(item, path) : []))
  if (!isRecord(value)) return []
  if (Object.hasOwn(value, path)) return leaves(value[path])
  const dot = path.indexOf('.')
  if (dot < 0) return []
  const [first, rest] = [path.slice(0, dot), path.slice(dot + 1)]
  return Object.hasOwn(value, first) ? valuesAt(value[first], rest) : []
}

/** A list's members, at any depth; an object as it is. */
function leaves(value: unknown): readonly unknown[] {
  if (Array.isArray(value)) return value.length === 0 ? [null] : membersOf(value)
  return isRecord(value) && Object.keys(value).length === 0 ? [null] : [value ?? null]
}

function membersOf(list: readonly unknown[]): readonly unknown[] {
  return list.slice(0, MAX_VALUES).flat(MAX_DEPTH)
}

/** Every scalar of a record, bounded. */
function leavesOf(value: unknown): readonly unknown[] {
  const found: unknown[] = []
  const open = [value]
  for (let next = open.pop(); found.length < MAX_VALUES && (next !== undefined || open.length > 0); next = open.pop()) {
    if (Array.isArray(next)) open.push(...next.slice(0, MAX_VALUES))
    else if (isRecord(next)) open.push(...Object.values(next))
    else found.push(next)
  }
  return found
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

/** Whether a rule's log source is about a log: what the rule names must be named alike by the log; what it leaves out may be anything. */
export function logsourceCovers(rule: SigmaLogsource, { sigma }: LogSource): boolean {
  return (
    agrees(rule.product, sigma.product) && agrees(rule.service, sigma.service) && agrees(rule.category, sigma.category)
  )
}

function agrees(asked: string | undefined, said: string | undefined): boolean {
  return asked === undefined || asked.toLowerCase() === said?.toLowerCase()
}
