/** Walks the case folders of all dialects: whatever a new dialect brings is held to the contract without another line here. */
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { dialects } from '../../src/app/plug-ins.ts'
import type { Dialect, ReadContext, Reading } from '../../src/dialects/contract.ts'

/** The context that all cases are read in. */
export const CONTEXT: ReadContext = { realm: 'default', trust: 'authenticated', reference: '2026-11-20T00:00:00.000Z' }

/** Where dialects live. */
export const DIALECTS_FOLDER = join(import.meta.dirname, '../../src/dialects')

/** One case: `{ dialect, name: 'cisco-ios/ios-1', folder, kind: 'document', text }`. */
export interface DialectCase {
  readonly dialect: Dialect
  readonly name: string
  readonly folder: string
  readonly kind: 'document' | 'lines' | 'blocks' | 'json' | 'commands'
  readonly text: string
}

const KIND_OF_INPUT = {
  'input.cfg': 'document',
  'input.log': 'lines',
  'input.detail': 'blocks',
  'input.jsonl': 'json',
  'input.commands': 'commands',
} as const

/** Every folder that is to be a dialect. */
export function dialectFolders(): readonly string[] {
  return subfolders(DIALECTS_FOLDER).filter((name) => !name.startsWith('_'))
}

/** Every case of every dialect. */
export function dialectCases(): readonly DialectCase[] {
  return dialects.flatMap((dialect) => {
    const parent = join(DIALECTS_FOLDER, dialect.id, 'cases')
    return (existsSync(parent) ? subfolders(parent) : []).map((name) => toCase(dialect, join(parent, name), name))
  })
}

function toCase(dialect: Dialect, folder: string, name: string): DialectCase {
  for (const [file, kind] of Object.entries(KIND_OF_INPUT)) {
    const path = join(folder, file)
    if (existsSync(path))
      return { dialect, name: `${dialect.id}/${name}`, folder, kind, text: readFileSync(path, 'utf8') }
  }
  throw new Error(`${folder} has no input that this walk knows`)
}

function subfolders(parent: string): readonly string[] {
  const entries = readdirSync(parent, { withFileTypes: true })
  return entries
    .filter((entry) => entry.isDirectory())
    .map(({ name }) => name)
    .sort()
}

/** One text that a dialect reads at once: a device of a document, a line, a record of one or several lines. */
export interface Unit {
  readonly text: string
  readonly read: (by: Dialect, text?: string) => Reading | undefined
}

/** The units of a case; none for typed commands, which come out of other records. */
export function unitsOf({ dialect, kind, text }: DialectCase): readonly Unit[] {
  if (kind === 'document') return splitDocument(dialect, text).map((part) => ({ text: part, read: readDocument(part) }))
  if (kind === 'blocks') return text.split(/\n{2,}/).map((block) => ({ text: block, read: readBlock(block) }))
  const lines = text.replace(/\n$/, '').split('\n')
  if (kind === 'lines') return lines.map((line) => ({ text: line, read: readLine(line) }))
  return kind === 'json' ? lines.map((line) => ({ text: line, read: readJson(line) })) : []
}

function splitDocument({ document }: Dialect, text: string): readonly string[] {
  const lines = text.split('\n')
  const starts = document?.split?.(text) ?? [1]
  return starts.map((start, index) => lines.slice(start - 1, (starts[index + 1] ?? lines.length + 1) - 1).join('\n'))
}

function readDocument(own: string): Unit['read'] {
  return ({ document }, text = own) =>
    document?.read({ text, place: { path: 'case.cfg', line: 1 }, cutOff: false }, CONTEXT)
}

function readLine(own: string): Unit['read'] {
  return ({ line }, text = own) => line?.read({ text, place: { path: 'case.log', line: 1 } }, CONTEXT)
}

function readBlock(own: string): Unit['read'] {
  return ({ block }, text = own) => block?.read({ text, place: { path: 'case.detail', line: 1 } }, CONTEXT)
}

function readJson(own: string): Unit['read'] {
  return ({ json }, text = own) =>
    json?.read({ value: deepFreeze(JSON.parse(text)), place: { path: 'case.json', line: 1 } }, CONTEXT)
}

/** Frozen all the way down: whoever changes its input fails loudly. */
function deepFreeze<T>(value: T): T {
  if (typeof value === 'object' && value !== null) {
    Object.freeze(value)
    for (const member of Object.values(value)) deepFreeze(member)
  }
  return value
}
