/** The rules that results name: one for each detection. */
import type { SinkContext } from '../contract.ts'

/** A reporting descriptor. @source SARIF 2.1.0, 3.49 */
export type SarifRule = Readonly<Record<string, unknown>>

/** In text order, so that results can say where their rule stands. */
export function rulesOf(ids: Iterable<string>, { detections }: SinkContext): readonly SarifRule[] {
  return [...new Set(ids)].sort().map((id) => {
    const words = detections?.get(id)
    if (words === undefined) return { id }
    return {
      id,
      shortDescription: { text: words.title },
      fullDescription: { text: words.question },
      properties: { version: words.version },
    }
  })
}
