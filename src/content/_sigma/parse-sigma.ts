/** Text of a Sigma file → rules, correlations and filters, or what is wrong with them and where. */
import type { SigmaDocument, SigmaFile, SigmaHead } from './documents.ts'
import type { SigmaLogsource, SigmaMark } from './model/detection.ts'
import { readCorrelation } from './parsing/read-correlation.ts'
import { readDetection } from './parsing/read-detection.ts'
import { Reading, textOf, textsOf } from './parsing/reading.ts'
import { memberOf, readYaml, toPlain, type YamlEntry } from './parsing/yaml-part.ts'

/**
 * Reads every document of a file. A document with a problem is left out of `documents`: half a rule finds other things than the rule.
 *
 * `parseSigma('title: …\nlogsource: …', 'rules/x.yml')`. Never throws; bounded by the sizes in `parsing/`.
 */
export function parseSigma(text: string, path: string): SigmaFile {
  const files = readYaml(text, path).map((document) => {
    if (!('entries' in document)) return { documents: [], problems: [document] }
    const reading = new Reading()
    const read = readDocument(document.entries, reading, document.mark)
    const sound = read !== undefined && reading.problems.length === 0
    return { documents: sound ? [read] : [], problems: reading.problems }
  })
  return {
    documents: files.flatMap(({ documents }) => documents),
    problems: files.flatMap(({ problems }) => problems),
  }
}

function readDocument(entries: readonly YamlEntry[], reading: Reading, mark: SigmaMark): SigmaDocument | undefined {
  if (memberOf(entries, 'action') !== undefined) {
    const message = 'Collections with "action" are no part of Sigma 2: write every rule out as a document of its own.'
    reading.refuse(mark, 'not-supported', message)
    return undefined
  }
  const head = readHead(entries, mark)
  if (head.title === '') reading.refuse(mark, 'title-missing', 'The document has no title.')
  const correlation = memberOf(entries, 'correlation')
  if (correlation !== undefined)
    return readCorrelation({ head, part: correlation, generate: memberOf(entries, 'generate'), reading })
  const logsource = readLogsource(entries, reading, mark)
  const filter = memberOf(entries, 'filter')
  const detection = readDetection(filter ?? memberOf(entries, 'detection'), reading, mark)
  if (logsource === undefined || detection === undefined) return undefined
  if (filter === undefined) return { ...head, kind: 'rule', logsource, detection }
  const rules = filter.kind === 'map' ? textsOf(memberOf(filter.entries, 'rules')) : []
  if (rules.length === 0) reading.refuse(filter.mark, 'filter-rules', 'The filter names no rules.')
  return { ...head, kind: 'filter', logsource, detection, rules }
}

const READ: ReadonlySet<string> = new Set([
  ...['title', 'id', 'name', 'level', 'status', 'description'],
  ...['logsource', 'detection', 'correlation', 'filter'],
])

function readHead(entries: readonly YamlEntry[], mark: SigmaMark): SigmaHead {
  const text = (key: string): string | undefined => textOf(memberOf(entries, key))
  const others = entries.filter(({ key }) => !READ.has(key)).map(({ key, value }) => [key, toPlain(value)])
  const { path, line, column } = mark
  return {
    ...{ path, line, column },
    title: text('title') ?? '',
    id: text('id'),
    name: text('name'),
    level: text('level'),
    status: text('status'),
    description: text('description'),
    others: Object.fromEntries(others),
  }
}

function readLogsource(entries: readonly YamlEntry[], reading: Reading, mark: SigmaMark): SigmaLogsource | undefined {
  const part = memberOf(entries, 'logsource')
  if (part?.kind !== 'map') {
    reading.refuse(part?.mark ?? mark, 'logsource-missing', 'The document has no log source.')
    return undefined
  }
  const text = (key: string): string | undefined => textOf(memberOf(part.entries, key))
  return { category: text('category'), product: text('product'), service: text('service') }
}
