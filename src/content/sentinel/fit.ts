/** Questions cut so that each query is short enough. */
import type { TableQuestion } from './clauses.ts'

/** @source Microsoft Sentinel, "Create a scheduled analytics rule": a query has 1 to 10,000 characters */
export const MOST_QUERY_CHARACTERS = 10_000

/** A question as it is, or in parts whose queries fit: first by log, then by condition. A single condition that is too long stays whole. */
export function fitQuestion(question: TableQuestion, write: (part: TableQuestion) => string): readonly TableQuestion[] {
  if (write(question).length <= MOST_QUERY_CHARACTERS) return [question]
  const [first, ...rest] = question.sources
  if (first === undefined) return []
  const halves = rest.length > 0 ? halve(question.sources) : halve(first.where).map((where) => [{ ...first, where }])
  if (rest.length === 0 && first.where.length < 2) return [question]
  return halves.flatMap((sources) => fitQuestion({ ...question, sources }, write))
}

function halve<T>(list: readonly T[]): readonly (readonly T[])[] {
  const middle = Math.ceil(list.length / 2)
  return [list.slice(0, middle), list.slice(middle)]
}
