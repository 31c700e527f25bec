/** Where readers of one document put what they find wrong; small questions that all of them ask of its parts. */

import type { SigmaProblem } from '../documents.ts'
import type { SigmaMark } from '../model/detection.ts'
import type { YamlPart } from './yaml-part.ts'

/** Problems of one document, in the order found. */
export class Reading {
  readonly problems: SigmaProblem[] = []

  /** `message` is one sentence. */
  refuse(mark: SigmaMark, code: string, message: string): void {
    const { path, line, column } = mark
    this.problems.push({ path, line, column, code, message })
  }
}

/** A scalar as text, numbers as written; undefined for lists, maps and null. */
export function textOf(part: YamlPart | undefined): string | undefined {
  if (part?.kind !== 'scalar' || part.value === null) return undefined
  return typeof part.value === 'string' ? part.value : part.written
}

/** A list of texts, or one text: `['a', 'b']`; what is no text is left out. */
export function textsOf(part: YamlPart | undefined): readonly string[] {
  const items = part?.kind === 'list' ? part.items : part === undefined ? [] : [part]
  return items.flatMap((item) => textOf(item) ?? [])
}
