/** YAML as plain parts that know where they stand: all that reading Sigma needs of it. */
import { type Document, isAlias, isMap, isScalar, isSeq, LineCounter, parseAllDocuments } from 'yaml'
import type { SigmaProblem } from '../documents.ts'
import type { SigmaMark } from '../model/detection.ts'

/** A scalar, list or map with its place. */
export type YamlPart = { readonly mark: SigmaMark } & (
  | { readonly kind: 'scalar'; readonly value: string | number | boolean | null; readonly written: string }
  | { readonly kind: 'list'; readonly items: readonly YamlPart[] }
  | { readonly kind: 'map'; readonly entries: readonly YamlEntry[] }
)

/** One key of a map and what is under it. */
export interface YamlEntry {
  readonly key: string
  readonly mark: SigmaMark
  readonly value: YamlPart
}

/** The map in the middle of a document, or why there is none. */
export type YamlDocument = { readonly entries: readonly YamlEntry[]; readonly mark: SigmaMark } | SigmaProblem

/** The largest rule of the public collection has 60 KiB, and 10 levels. */
const MAX_CHARACTERS = 4 * 1024 * 1024
const MAX_DEPTH = 50
/** Aliases can say a little over and over. */
const MAX_PARTS = 200_000

/** Every document of a text; empty ones left out. Never throws. */
export function readYaml(text: string, path: string): readonly YamlDocument[] {
  const start: SigmaMark = { path, line: 1, column: 1 }
  if (text.length > MAX_CHARACTERS)
    return [{ ...start, code: 'yaml-too-large', message: 'The file is larger than 4 MiB.' }]
  const lineCounter = new LineCounter()
  const documents = parseDocuments(text, lineCounter)
  if (documents === undefined) return [{ ...start, code: 'yaml-syntax', message: 'The file is nested too deeply.' }]
  const markAt = (offset: number): SigmaMark => {
    const { line, col } = lineCounter.linePos(offset)
    return { path, line: Math.max(1, line), column: Math.max(1, col) }
  }
  return documents.flatMap((document) => toYamlDocument(document, markAt))
}

/** Undefined where the nesting is deeper than any stack. */
function parseDocuments(text: string, lineCounter: LineCounter): readonly Document[] | undefined {
  try {
    const documents = parseAllDocuments(text, {
      lineCounter,
      prettyErrors: false,
      stringKeys: true,
      logLevel: 'silent',
    })
    return 'empty' in documents ? [] : documents
  } catch {
    return undefined
  }
}

type MarkAt = (offset: number) => SigmaMark

function toYamlDocument(document: Document, markAt: MarkAt): readonly YamlDocument[] {
  const [error] = document.errors
  if (error !== undefined) {
    const message = `This is no YAML: ${error.message.replace(/\s+/g, ' ').slice(0, 200)}.`
    return [{ ...markAt(error.pos[0]), code: 'yaml-syntax', message }]
  }
  if (document.contents === null) return []
  const budget = { parts: MAX_PARTS }
  const part = toPart(document.contents, { document, markAt, budget, depth: 0 })
  const [offset = 0] = isMap(document.contents) ? (document.contents.range ?? []) : []
  const mark = part?.mark ?? markAt(offset)
  if (part === undefined)
    return [{ ...mark, code: 'yaml-too-large', message: 'The document repeats or nests too much.' }]
  if (part.kind === 'map') return [part]
  return [
    { ...mark, code: 'document-no-map', message: 'The document is no map of members such as title and detection.' },
  ]
}

interface Conversion {
  readonly document: Document
  readonly markAt: MarkAt
  readonly budget: { parts: number }
  readonly depth: number
}

/** Undefined where a bound is met. */
function toPart(node: unknown, conversion: Conversion): YamlPart | undefined {
  const { document, markAt, budget, depth } = conversion
  budget.parts -= 1
  if (depth > MAX_DEPTH || budget.parts < 0) return undefined
  const inner = { ...conversion, depth: depth + 1 }
  if (isAlias(node)) return toPart(node.resolve(document), inner)
  const mark = markAt(isScalar(node) || isMap(node) || isSeq(node) ? (node.range?.[0] ?? 0) : 0)
  if (isSeq(node)) {
    const items = node.items.map((item) => toPart(item, inner))
    return items.every((item) => item !== undefined) ? { kind: 'list', items, mark } : undefined
  }
  if (!isMap(node)) return toScalar(node, mark)
  const entries = node.items.map(({ key, value }) => {
    const part = toPart(value, inner)
    const keyMark = isScalar(key) ? markAt(key.range?.[0] ?? 0) : mark
    return part && { key: isScalar(key) ? String(key.value) : '', mark: keyMark, value: part }
  })
  return entries.every((entry) => entry !== undefined) ? { kind: 'map', entries, mark } : undefined
}

function toScalar(node: unknown, mark: SigmaMark): YamlPart {
  const value: unknown = isScalar(node) ? node.value : null
  const source = isScalar(node) && typeof node.source === 'string' ? node.source : ''
  if (typeof value === 'string' || typeof value === 'boolean' || value === null || value === undefined)
    return { kind: 'scalar', value: value ?? null, written: source, mark }
  // Long numbers keep their digits as text.
  const number = typeof value === 'number' && (Number.isSafeInteger(value) || !/^[-+]?\d+$/.test(source))
  return { kind: 'scalar', value: number ? value : source, written: source, mark }
}

/** What stands under a key. */
export function memberOf(entries: readonly YamlEntry[], key: string): YamlPart | undefined {
  return entries.find((entry) => entry.key === key)?.value
}

/** A part as plain data. */
export function toPlain(part: YamlPart): unknown {
  if (part.kind === 'scalar') return part.value
  if (part.kind === 'list') return part.items.map(toPlain)
  return Object.fromEntries(part.entries.map(({ key, value }) => [key, toPlain(value)]))
}
