/** Time of every reader at one, two and four times a size: twice the text may cost about twice the time, not four times. */
import { allTargets, type Target, textsOf } from './targets.ts'

/** Shapes of text that find what grows too fast, made of the dialect's own words. */
const SHAPES: readonly (readonly [name: string, make: (texts: readonly string[], length: number) => string])[] = [
  ['its cases again and again', (texts, length) => repeatTo(texts.join('\n'), length)],
  ['one line', (texts, length) => repeatTo(texts.join(' ').replaceAll('\n', ' '), length)],
  ['one word', (texts, length) => repeatTo(`${texts[0]?.split(/\s/)[0] ?? 'x'} `, length)],
  ['brackets', (_, length) => repeatTo('{ [ ( "', length)],
  ['blanks', (_, length) => ' '.repeat(length)],
]

/** Below this a measure says more of the machine than of the reader. */
const SURE_MS = 40
/** Four would be quadratic; the rest is for a machine that others use too. */
const LARGEST_GROWTH = 3.2

/** What one reader needed, at its worst. */
export interface Growth {
  readonly target: string
  readonly shape: string
  readonly largestMs: number
  /** Time for four times the text by time for twice the text. */
  readonly growth: number
}

/** The slowest and the fastest growing shape of each reader; `bytes` is the smallest of the three sizes. */
export function measureGrowth(bytes: number, progress: (says: string) => void): readonly Growth[] {
  return allTargets().flatMap((target) => {
    progress(target.name)
    const texts = textsOf(target.dialect)
    return SHAPES.map(([shape, make]) => growthOf(target, shape, (size) => make(texts, size * bytes)))
  })
}

/** Whether time grows as text does. */
export function isLinear({ growth, largestMs }: Growth): boolean {
  return largestMs < SURE_MS || growth < LARGEST_GROWTH
}

function growthOf(target: Target, shape: string, make: (size: number) => string): Growth {
  const [once, twice, four] = [1, 2, 4].map((size) => quickest(target, make(size)))
  const growth = Math.min((four ?? 0) / (twice ?? 1), ((four ?? 0) / (once ?? 1)) ** 0.5)
  return { target: target.name, shape, largestMs: four ?? 0, growth }
}

/** The best of two: what else runs on the machine only ever adds. */
function quickest(target: Target, text: string): number {
  return Math.min(measure(target, text), measure(target, text))
}

function measure(target: Target, text: string): number {
  const started = performance.now()
  target.read(text)
  return performance.now() - started
}

function repeatTo(text: string, length: number): string {
  return text.repeat(Math.ceil(length / Math.max(1, text.length))).slice(0, length)
}
