/** What the reading of one input works with: the run's tools, and this input's bytes and account. */
import type { Dialect, JsonRecord, LineRecord } from '../../dialects/contract.ts'
import type { FlowRun } from '../../flows/contract.ts'
import { createNeedleScanner, type NeedleScanner } from '../../kit/needles/needle-scanner.ts'
import type { ByteFeed } from './byte-feed.ts'
import type { Filing } from './documents/filed-facts.ts'
import { mirrorWords } from './mirror-words.data.ts'
import { type DeskContext, type Reader, toReaders } from './record-desk.ts'

/** An ASCII character written as an escape could hide a needle: JSON records with one are always read. */
const ESCAPED_TEXT = '\\u00'

/** Made once for a run, whatever the number of inputs. */
export interface ReadingTools {
  readonly documentDialects: readonly Dialect[]
  readonly lineReaders: readonly Reader<LineRecord>[]
  /** The needles of all line readers, and the words of mirrors that nobody may read. */
  readonly lineScanner: NeedleScanner
  readonly blockReaders: readonly Reader<LineRecord>[]
  /** The needles of all readers of records of several lines, and the words of mirrors. */
  readonly blockScanner: NeedleScanner
  readonly mirrorWordScanner: NeedleScanner
  readonly jsonReaders: readonly Reader<JsonRecord>[]
  /** The needles of all JSON readers, the words of mirrors, and escaped text, which may hide either. */
  readonly jsonScanner: NeedleScanner
  readonly escapeScanner: NeedleScanner
  readonly flows: FlowRun | undefined
}

/** The bytes at hand: `filled` bytes from the start are the input's next ones. */
export interface Window {
  readonly bytes: Buffer
  readonly filled: number
}

/** One input while it is read. */
export interface InputReading extends DeskContext {
  readonly tools: ReadingTools
  readonly feed: ByteFeed
  readonly filing: Filing
  readonly window: Window
  readonly coverage: 'sampled' | 'exact'
  /** Hands the facts found so far to whoever asked for the reading, and waits. */
  readonly deliver: () => Promise<void>
}

/** Sorts the dialects by what they read, and builds the scanners of their needles. */
export function toTools(dialects: readonly Dialect[], flows?: FlowRun): ReadingTools {
  const lineReaders = toReaders(dialects, (dialect) => dialect.line)
  const blockReaders = toReaders(dialects, (dialect) => dialect.block)
  const jsonReaders = toReaders(dialects, (dialect) => dialect.json)
  return {
    documentDialects: dialects,
    lineReaders,
    lineScanner: createNeedleScanner([...lineReaders.flatMap(({ reads }) => reads.needles), ...mirrorWords]),
    blockReaders,
    blockScanner: createNeedleScanner([...blockReaders.flatMap(({ reads }) => reads.needles), ...mirrorWords]),
    mirrorWordScanner: createNeedleScanner(mirrorWords),
    jsonReaders,
    jsonScanner: createNeedleScanner([
      ...jsonReaders.flatMap(({ reads }) => reads.needles),
      ...mirrorWords,
      ESCAPED_TEXT,
    ]),
    escapeScanner: createNeedleScanner([ESCAPED_TEXT]),
    flows,
  }
}
