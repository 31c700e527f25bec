/** Decides from the first bytes of an input how it is to be read. Names of files say nothing. */
import type { BlockReader, Dialect, DocumentReader } from '../../dialects/contract.ts'
import type { FlowKind, FlowRun } from '../../flows/contract.ts'
import type { DeskContext } from './record-desk.ts'
import { dialectFailed } from './record-desk.ts'

/** How much of an input decides. */
export const HEAD_BYTES = 64 * 1024

/** Below this nobody claims a document. */
const MIN_SCORE = 0.3

/** Text holds next to no control characters; archives, captures and pictures are full of them. */
const MAX_CONTROL_SHARE = 0.05

/** A dialect and how surely it recognises the document, 0 to 1. */
export interface Score {
  readonly dialect: Dialect
  readonly document: DocumentReader
  readonly score: number
}

/** A dialect and how surely it recognises its records of several lines, 0 to 1. */
export interface BlockScore {
  readonly dialect: Dialect
  readonly block: BlockReader
  readonly score: number
}

type AnyScore = Score | BlockScore

/** How an input is to be read, and why. */
export type Sniffed =
  | { readonly framing: 'empty' }
  | { readonly framing: 'not-text'; readonly because: string }
  | { readonly framing: 'json' }
  | { readonly framing: 'documents'; readonly best: Score; readonly scores: readonly AnyScore[] }
  | { readonly framing: 'blocks'; readonly best: BlockScore; readonly scores: readonly AnyScore[] }
  | { readonly framing: 'flows'; readonly kind: FlowKind; readonly scores: readonly AnyScore[] }
  | { readonly framing: 'lines'; readonly scores: readonly AnyScore[] }

/** Who is asked what an input is. */
export interface SniffingParts {
  readonly documentDialects: readonly Dialect[]
  readonly flows: FlowRun | undefined
}

/** What an input is, by its first 64 KiB (or all of it, when it is shorter). */
export function sniff(head: Buffer, { documentDialects, flows }: SniffingParts, desk: DeskContext): Sniffed {
  if (head.length === 0) return { framing: 'empty' }
  const kind = flows?.recognise(head)
  if (kind?.framing === 'bytes') return { framing: 'flows', kind, scores: [] }
  const because = notText(head)
  if (because !== undefined) return { framing: 'not-text', because }
  const text = head.toString('utf8')
  if (isJson(text)) return isSure(kind) ? { framing: 'flows', kind, scores: [] } : { framing: 'json' }
  const scores = documentDialects.flatMap((dialect) => score(dialect, text, desk))
  const best = scores.reduce<AnyScore | undefined>(
    (top, next) => (top === undefined || next.score > top.score ? next : top),
    undefined,
  )
  if (isSure(kind) && kind.score > (best?.score ?? 0)) return { framing: 'flows', kind, scores }
  if (best === undefined || best.score < MIN_SCORE) return { framing: 'lines', scores }
  return 'block' in best ? { framing: 'blocks', best, scores } : { framing: 'documents', best, scores }
}

function isSure(kind: FlowKind | undefined): kind is FlowKind {
  return kind !== undefined && kind.score >= MIN_SCORE
}

/** Whether what starts with these bytes is a whole configuration that one of these dialects reads. Never throws. */
export function isConfiguration(head: Uint8Array, dialects: readonly Dialect[]): boolean {
  const start = Buffer.from(head)
  return notText(start) === undefined && dialects.some((dialect) => claims(dialect, start.toString('utf8')))
}

function claims({ document }: Dialect, text: string): boolean {
  try {
    return document !== undefined && document.recognise(text) >= MIN_SCORE
  } catch {
    return false
  }
}

function score(dialect: Dialect, text: string, desk: DeskContext): readonly AnyScore[] {
  try {
    const { document, block } = dialect
    return [
      ...(document === undefined ? [] : [{ dialect, document, score: document.recognise(text) }]),
      ...(block === undefined ? [] : [{ dialect, block, score: block.recognise(text) }]),
    ]
  } catch (cause) {
    desk.report.note(dialectFailed(dialect, { path: desk.report.path }, cause))
    return []
  }
}

/** An object with a member, an empty one, or an array of objects; not `{master:0}` of a prompt nor `[2026-11-13]` of a log. */
function isJson(text: string): boolean {
  return /^\uFEFF?\s*(?:\{\s*["}]|\[\s*[{\]])/.test(text)
}

/** Why these bytes are not text that can be read; undefined when they are. */
function notText(head: Uint8Array): string | undefined {
  const control = head.reduce((sum, byte) => sum + (isControl(byte) ? 1 : 0), 0)
  return control > head.length * MAX_CONTROL_SHARE ? 'not text' : undefined
}

/** Control characters that terminals and logs do not use: not tab, line ends, form feed, backspace, bell or escape. */
function isControl(byte: number): boolean {
  return byte < 0x20 && (byte < 0x07 || byte > 0x0d) && byte !== 0x1b
}
