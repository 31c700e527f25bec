/** YAML text as a value that still knows where each of its parts stands. */
import {
  type Alias,
  type Document,
  isCollection,
  isMap,
  isNode,
  isScalar,
  LineCounter,
  parseDocument,
  visit,
  type YAMLError,
} from 'yaml'
import type { InventoryProblem, Mark } from './problem.ts'

/** One text to parse and the name to call it by. */
export interface InventoryText {
  readonly path: string
  readonly text: string
}

/** A path into a value: `['approvals', 0, 'id']`. */
export type ValuePath = readonly PropertyKey[]

/** A parsed file. `value` is `{}` for an empty one. */
export interface YamlFile {
  readonly path: string
  readonly value: unknown
  /** Where the value at a path stands; the nearest part around it when it is missing. */
  markValue(path: ValuePath): Mark
  /** Where the key stands that leads to a path. */
  markKey(path: ValuePath): Mark
  /** A plain scalar as written: `0042` for what YAML reads as the number 42. Undefined for anything else. */
  writtenText(path: ValuePath): string | undefined
}

/** An inventory of 50,000 devices takes about 8 MiB; what is larger is not one. */
const MAX_FILE_CHARACTERS = 32 * 1024 * 1024

/** Real inventories use a handful of aliases; a bomb needs millions. */
const MAX_ALIASES = 100

/** Reads one file; never throws. */
export function parseYamlFile(file: InventoryText): YamlFile | readonly InventoryProblem[] {
  if (file.text.length > MAX_FILE_CHARACTERS) return [wholeFile(file, 'is larger than 32 MiB')]
  const lineCounter = new LineCounter()
  const document = parseDocument(file.text, { lineCounter, prettyErrors: false, stringKeys: true, logLevel: 'error' })
  const marker = createMarker(file, lineCounter)
  const problems = [...document.errors, ...document.warnings].map((error) => toProblem(error, marker))
  if (problems.length > 0) return problems
  const expanded = expand(document)
  return expanded === undefined
    ? [aliasProblem(document, marker)]
    : toYamlFile(file.path, { document, marker, value: expanded.value })
}

/** The value with its aliases put in; undefined when there are too many of them, or one leads into itself. */
function expand(document: Document): { readonly value: unknown } | undefined {
  try {
    const value: unknown = document.toJS({ maxAliasCount: MAX_ALIASES })
    // An alias inside its own anchor makes a value that is its own part, which has no JSON.
    JSON.stringify(value)
    return { value: value ?? {} }
  } catch {
    return undefined
  }
}

type Marker = (start: number, end: number) => Mark

function createMarker({ path, text }: InventoryText, lineCounter: LineCounter): Marker {
  return (start, end) => {
    const { line, col } = lineCounter.linePos(start)
    const lineStart = lineCounter.lineStarts[line - 1] ?? 0
    const lineEnd = lineCounter.lineStarts[line] ?? text.length
    return {
      path,
      line: Math.max(1, line),
      column: Math.max(1, col),
      width: Math.max(1, end - start),
      lineText: text.slice(lineStart, lineEnd).replace(/\r?\n$/, ''),
    }
  }
}

function toProblem({ code, message, pos }: YAMLError, marker: Marker): InventoryProblem {
  const why =
    code === 'MULTIPLE_DOCS' ? 'a second document begins here.' : `${message.replace(/\s+/g, ' ').slice(0, 200)}.`
  return {
    code: 'TW_INVENTORY_SYNTAX',
    mark: marker(pos[0], pos[1]),
    message: `this is not one YAML document: ${why}`,
    help: 'Mend the YAML at the marked place: indent with blanks, and quote text that begins with one of * & ! | > % @ `.',
  }
}

/** Why the aliases could not be put in; only the first hundred are looked at. */
function aliasProblem(document: Document, marker: Marker): InventoryProblem {
  const aliases: Alias[] = []
  visit(document, { Alias: (_key, alias) => (aliases.push(alias) < MAX_ALIASES ? undefined : visit.BREAK) })
  const lost = aliases.find((alias) => alias.resolve(document) === undefined)
  const [start = 0, end = 0] = (lost ?? aliases[0])?.range ?? []
  return {
    code: 'TW_INVENTORY_SYNTAX',
    mark: marker(start, end),
    message:
      lost === undefined
        ? `aliases lead into themselves or repeat more than ${MAX_ALIASES} times.`
        : `alias "*${lost.source}" has no anchor "&${lost.source}" before it.`,
    help: 'Write the entries out instead of using aliases.',
  }
}

function wholeFile({ path, text }: InventoryText, what: string): InventoryProblem {
  const lineText = text.slice(0, 100).split('\n', 1)[0] ?? ''
  return {
    code: 'TW_INVENTORY_SYNTAX',
    mark: { path, line: 1, column: 1, width: lineText.length, lineText },
    message: `the file ${what}.`,
    help: 'Write the inventory out in full, in several files where it is long.',
  }
}

interface ParsedParts {
  readonly document: Document
  readonly marker: Marker
  readonly value: unknown
}

function toYamlFile(path: string, { document, marker, value }: ParsedParts): YamlFile {
  const markValue = (to: ValuePath): Mark => {
    const [start, end] = nearestRange(document, to)
    return marker(start, end)
  }
  const markKey = (to: ValuePath): Mark => {
    const range = keyRange(document, to)
    return range === undefined ? markValue(to) : marker(range[0], range[1])
  }
  const writtenText = (to: ValuePath): string | undefined => {
    const node = nodeAt(document, to)
    return isScalar(node) && typeof node.value !== 'string' ? node.source : undefined
  }
  return { path, value, markValue, markKey, writtenText }
}

function nodeAt(document: Document, path: ValuePath): unknown {
  let node: unknown = document.contents
  for (const step of path) node = isCollection(node) ? node.get(step, true) : undefined
  return node
}

function nearestRange(document: Document, path: ValuePath): readonly [number, number] {
  for (let length = path.length; length >= 0; length--) {
    const node = nodeAt(document, path.slice(0, length))
    if (isNode(node) && node.range) return [node.range[0], node.range[1]]
  }
  return [0, 0]
}

function keyRange(document: Document, path: ValuePath): readonly [number, number] | undefined {
  const map = nodeAt(document, path.slice(0, -1))
  if (!isMap(map)) return undefined
  const key = map.items.find((pair) => isScalar(pair.key) && pair.key.value === path.at(-1))?.key
  return isNode(key) && key.range ? [key.range[0], key.range[1]] : undefined
}
