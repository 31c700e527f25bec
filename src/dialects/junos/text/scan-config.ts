/**
 * A configuration in either form, or both mixed → one tree. The curly form is read token by token across lines, so that comments
 * and quoted text may hold anything; the `set` form line by line.
 */
import { editTree, type TreeAction } from '../tree/edit-tree.ts'
import { type ConfigNode, createNode, insertPath, MAX_DEPTH } from '../tree/node.ts'
import { cleanLines } from './clean-lines.ts'
import { type Heading, readHeading } from './headings.ts'
import { pathsOf, splitCommand } from './words.ts'

/** A configuration's tree and what is known of the text it came from. */
export interface ScannedConfig {
  readonly root: ConfigNode
  /** Cleaned, as many as the text has. */
  readonly lines: readonly string[]
  /** Comment lines outside of blocks: what backup tools and the device put at the head. */
  readonly comments: readonly string[]
  readonly headings: readonly Heading[]
  /** What was still open where the text ended. */
  readonly open: { readonly what: 'block' | 'comment' | 'quoted text' | 'list'; readonly line: number } | undefined
  /** Lines of the `set` form that were read, and lines in which a brace opened. */
  readonly forms: { readonly set: number; readonly curly: number }
}

/** @source Junos CLI User Guide, `show configuration | display set`: the verbs it prints; `protect` and `annotate` change no statement */
const SET_LINE =
  /^\s{0,64}(set|delete|activate|deactivate|protect|unprotect|annotate|insert|rename|replace|wildcard)\s+\S/

const TOKEN = /\s+|\/\*|#.*|"|(?:[^\s{};"[\]]|(?<=[^\s{};"[\]])\[[^\s{};"[\]]{1,64}\])+|[{};[\]]/gy
/** @source Junos: marks before a statement (`inactive:`) and tags in files that are loaded (`replace:`, `delete:`) */
const MARKS: ReadonlySet<string> = new Set([
  'inactive:',
  'protect:',
  'replace:',
  'delete:',
  'unprotect:',
  'active:',
  'merge:',
])

interface Scanner {
  readonly root: ConfigNode
  readonly base: readonly string[]
  readonly stack: { readonly path: readonly string[]; readonly line: number; readonly skip: boolean }[]
  words: string[]
  list: string[] | undefined
  marks: Set<string>
  quoted: string | undefined
  comment: boolean
  openedAt: number
}

/** Reads a text. Linear in its length; never throws. */
export function scanConfig(text: string): ScannedConfig {
  const lines = cleanLines(text)
  const comments: string[] = []
  const headings: Heading[] = []
  const forms = { set: 0, curly: 0 }
  let scanner = createScanner(createNode(), [])
  for (const [index, line] of lines.entries()) {
    const number = index + 1
    if (isBetweenStatements(scanner)) {
      const heading = readHeading(line, number)
      if (heading !== undefined) {
        headings.push(heading)
        if (heading.path !== undefined) scanner = createScanner(scanner.root, heading.path)
        continue
      }
      if (/^\s*#/.test(line)) {
        comments.push(line.trim())
        continue
      }
      if (SET_LINE.test(line)) {
        readSetLine(scanner, line, number)
        forms.set++
        continue
      }
    }
    if (line.trimEnd().endsWith('{')) forms.curly++
    scanLine(scanner, line, number)
  }
  return { root: scanner.root, lines, comments, headings, open: openAt(scanner), forms }
}

function createScanner(root: ConfigNode, base: readonly string[]): Scanner {
  return {
    root,
    base,
    stack: [],
    words: [],
    list: undefined,
    marks: new Set(),
    quoted: undefined,
    comment: false,
    openedAt: 0,
  }
}

function isBetweenStatements({ stack, words, quoted, comment, list }: Scanner): boolean {
  return stack.length === 0 && words.length === 0 && quoted === undefined && !comment && list === undefined
}

function openAt({ stack, quoted, comment, list, openedAt }: Scanner): ScannedConfig['open'] {
  if (comment) return { what: 'comment', line: openedAt }
  if (quoted !== undefined) return { what: 'quoted text', line: openedAt }
  if (list !== undefined) return { what: 'list', line: openedAt }
  const block = stack.at(-1)
  return block === undefined ? undefined : { what: 'block', line: block.line }
}

/** `set …` inserts, `deactivate …` switches; the file is a listing of what is there, so `delete` takes away what stood above. */
function readSetLine(scanner: Scanner, line: string, number: number): void {
  const [verb = '', ...words] = splitCommand(line).words
  const { list } = splitCommand(line)
  const action = verb === 'wildcard' ? 'wildcard-delete' : readAction(verb)
  if (action === undefined) return
  const rest = verb === 'wildcard' ? words.slice(1) : words
  if (action === 'rename') {
    const to = rest.lastIndexOf('to')
    if (to > 0)
      editTree(scanner.root, { action, path: [...scanner.base, ...rest.slice(0, to)], to: rest.at(-1), line: number })
    return
  }
  for (const path of pathsOf({ words: rest, list })) {
    // Values of one statement add up in a listing: `set … events a`, `set … events b`.
    if (action === 'set') insertPath(scanner.root, [...scanner.base, ...path], number)
    else editTree(scanner.root, { action, path: [...scanner.base, ...path], line: number })
  }
}

function readAction(verb: string): TreeAction | undefined {
  const actions: readonly TreeAction[] = ['set', 'delete', 'activate', 'deactivate', 'rename']
  return actions.find((action) => action === verb)
}

function scanLine(scanner: Scanner, line: string, number: number): void {
  let at = 0
  while (at < line.length) {
    if (scanner.comment) at = skipComment(scanner, line, at)
    else if (scanner.quoted !== undefined) at = readQuoted(scanner, line, at)
    else at = readToken(scanner, line, { at, number })
  }
  if (scanner.quoted !== undefined) scanner.quoted += '\n'
  // Text that is no statement stands between devices and prompts; in a block a statement may run over lines.
  if (scanner.stack.length === 0 && scanner.quoted === undefined && scanner.list === undefined) reset(scanner)
}

function skipComment(scanner: Scanner, line: string, at: number): number {
  const end = line.indexOf('*/', at)
  if (end === -1) return line.length
  scanner.comment = false
  return end + 2
}

function readQuoted(scanner: Scanner, line: string, at: number): number {
  let end = at
  while (end < line.length && line[end] !== '"') end += line[end] === '\\' ? 2 : 1
  scanner.quoted += line.slice(at, end)
  if (end >= line.length) return line.length
  addWord(scanner, scanner.quoted ?? '')
  scanner.quoted = undefined
  return end + 1
}

function readToken(
  scanner: Scanner,
  line: string,
  { at, number }: { readonly at: number; readonly number: number },
): number {
  TOKEN.lastIndex = at
  const token = TOKEN.exec(line)?.[0] ?? line.slice(at)
  if (token === '/*') openText(scanner, number, () => (scanner.comment = true))
  else if (token === '"') openText(scanner, number, () => (scanner.quoted = ''))
  else if (token === '{') openBlock(scanner, number)
  else if (token === '}') closeBlock(scanner, number)
  else if (token === ';') endStatement(scanner, number)
  else if (token === '[') openText(scanner, number, () => (scanner.list ??= []))
  else if (token.trim() !== '' && token !== ']' && !token.startsWith('#')) addWord(scanner, token)
  return at + token.length
}

function openText(scanner: Scanner, number: number, open: () => void): void {
  scanner.openedAt = number
  open()
}

function addWord(scanner: Scanner, word: string): void {
  if (scanner.words.length === 0 && MARKS.has(word)) scanner.marks.add(word)
  else if (scanner.list !== undefined) scanner.list.push(word)
  else if (scanner.words.length < MAX_DEPTH) scanner.words.push(word)
}

function openBlock(scanner: Scanner, line: number): void {
  const above = scanner.stack.at(-1)
  const path = pathBelow(above?.path ?? scanner.base, scanner.words)
  const skip = above?.skip === true || scanner.marks.has('delete:')
  if (!skip && scanner.words.length > 0) place(scanner, path, line)
  scanner.stack.push({ path, line, skip })
  reset(scanner)
}

/** A path that cannot grow is shared, so that a million braces cost no more than their number. */
function pathBelow(path: readonly string[], words: readonly string[]): readonly string[] {
  return words.length === 0 || path.length >= MAX_DEPTH ? path : [...path, ...words].slice(0, MAX_DEPTH)
}

function closeBlock(scanner: Scanner, line: number): void {
  if (scanner.words.length > 0) endStatement(scanner, line)
  scanner.stack.pop()
  reset(scanner)
}

function endStatement(scanner: Scanner, line: number): void {
  const above = scanner.stack.at(-1)
  const paths = pathsOf({ words: scanner.words, list: scanner.list ?? [] })
  if (scanner.words.length > 0 && above?.skip !== true && !scanner.marks.has('delete:')) {
    for (const path of paths) place(scanner, [...(above?.path ?? scanner.base), ...path], line)
  } else if (scanner.words.length === 0 && scanner.list !== undefined && above !== undefined && !above.skip) {
    for (const value of scanner.list) place(scanner, [...above.path, value], line)
  }
  reset(scanner)
}

function place({ root, marks }: Scanner, path: readonly string[], line: number): void {
  const node = insertPath(root, path, line)
  if (marks.has('inactive:')) node.inactive = true
}

function reset(scanner: Scanner): void {
  scanner.words = []
  scanner.list = undefined
  scanner.marks = new Set()
}
