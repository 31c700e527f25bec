/** The records of all platforms whose acts are certain, as lint wants them. */
import type { LintExample, LintKnowledge } from '../../../content/_lint/rule-under-test.ts'
import type { Dialect, Heard, ReadContext } from '../../../dialects/contract.ts'
import type { LogSource, RecordExample } from '../../../facts/log-content/log-source.ts'
import { parseExactJson } from '../../../kit/exact-json.ts'
import { dialects } from '../../plug-ins.ts'

/** Examples say their year, or it is this one. */
const CONTEXT: ReadContext = { realm: 'default', trust: 'network-path', reference: '2026-12-31T00:00:00.000Z' }

/** Sources and examples of every dialect that offers content. */
export function lintKnowledge(): LintKnowledge {
  return {
    sources: dialects.flatMap(({ content }) => content?.sources ?? []),
    examples: dialects.flatMap((dialect) => {
      const sources = new Map(dialect.content?.sources.map((source) => [source.id, source]))
      return (dialect.content?.examples ?? []).flatMap((example, index) => {
        const source = sources.get(example.source)
        return source === undefined ? [] : [toExample({ dialect, source, example, index })]
      })
    }),
  }
}

interface Placed {
  readonly dialect: Dialect
  readonly source: LogSource
  readonly example: RecordExample
  readonly index: number
}

function toExample({ dialect, source, example, index }: Placed): LintExample {
  const place = { path: `${source.id} examples`, line: index + 1 }
  const value = source.form === 'json' ? toObject(parseExactJson(example.text)) : undefined
  const heard = hear(dialect, { text: example.text, value, place })
  const sender = heard?.ref.names[0]?.value
  const record = { source, text: example.text, value, at: heard?.at, sender, place }
  return { example, record, tellsState: tellsState(dialect, record) }
}

function tellsState({ line }: Dialect, { text, place }: Read): boolean {
  return line?.read({ text, place }, CONTEXT)?.facts.some(({ kind }) => kind === 'state') ?? false
}

type Read = Pick<LintExample['record'], 'text' | 'value' | 'place'>

function hear({ json, line, block }: Dialect, { text, value, place }: Read): Heard | undefined {
  if (value !== undefined) return json?.hear({ value, place }, CONTEXT)
  return (line ?? block)?.hear({ text, place }, CONTEXT)
}

function toObject(value: unknown): Readonly<Record<string, unknown>> | undefined {
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? { ...value } : undefined
}
