/** From bytes to facts: reads every input by what its content is, and accounts for all of it. */
import type { ReadContext } from '../../dialects/contract.ts'
import { factIdInRealm } from '../../facts/fact-id.ts'
import { addCounts, NO_COUNTS } from '../../facts/note.ts'
import type { Input } from '../../sources/contract.ts'
import { ByteFeed } from './byte-feed.ts'
import { accountFor } from './flows/account.ts'
import { type ReadingTools, toTools } from './input-reading.ts'
import { InputReport } from './input-report.ts'
import { readFramed } from './read-framed.ts'
import { ReadMarks } from './read-marks.ts'
import type { InputSummary, ReadingSummary, ReadOptions } from './reading-summary.ts'
import { RecordTap } from './records/record-tap.ts'
import { SeenFacts } from './seen-facts.ts'
import { HEAD_BYTES } from './sniff.ts'
import { Tracer } from './trace.ts'

/** Bytes read at a time; larger windows measured no faster. */
const WINDOW_BYTES = 1024 * 1024

/** Facts handed over at a time. */
const BATCH_FACTS = 500

/**
 * Reads all inputs in order and hands their facts to `onFacts`. Never throws for what inputs hold or fail to hold: that is
 * in the summary. What `onFacts` and the iteration over `inputs` throw goes through. Memory is bounded: one window of
 * lines, one JSON record of 8 MiB, one record of lines of 1 MiB, or one configuration of 64 MiB at a time.
 */
export async function readInputs(options: ReadOptions): Promise<ReadingSummary> {
  const run = new ReadingRun(options)
  const inputs: InputSummary[] = []
  let unchanged = 0
  for await (const input of options.inputs) {
    const summary = await run.readOnce(input)
    if (summary === undefined) unchanged += 1
    else inputs.push(summary)
  }
  const amended = await run.finish()
  const at = inputs.findLastIndex(({ path }) => path === amended?.path)
  if (amended !== undefined && at !== -1) inputs[at] = amended
  return {
    inputs,
    bytes: inputs.reduce((sum, input) => sum + input.bytes, 0),
    counts: inputs.reduce((sum, input) => addCounts(sum, input.counts), NO_COUNTS),
    facts: inputs.reduce((sum, input) => sum + input.facts, 0),
    escapes: inputs.reduce((sum, input) => sum + input.escapes, 0),
    unchanged,
    failures: inputs.flatMap(({ failure }) => (failure === undefined ? [] : [failure])),
    ...(options.traceLine === undefined ? {} : { trace: run.trace }),
  }
}

class ReadingRun {
  readonly #options: ReadOptions
  readonly #tools: ReadingTools
  readonly #context: ReadContext
  readonly #seen: SeenFacts
  readonly #bytes = Buffer.from(new ArrayBuffer(WINDOW_BYTES))
  readonly #tracer: Tracer | undefined
  readonly #marks: ReadMarks
  readonly #tap: RecordTap | undefined
  /** The last input with flows. */
  #flowReport: InputReport | undefined

  constructor(options: ReadOptions) {
    const { realm, trust = 'network-path', reference } = options
    this.#options = options
    this.#tools = toTools(options.dialects, options.flows)
    this.#context = { realm, trust, reference }
    this.#seen = new SeenFacts(trust)
    this.#marks = new ReadMarks(options.marks, { dialects: options.dialects, flows: options.flows, realm, trust })
    this.#tap = options.onRecord === undefined ? undefined : new RecordTap(options.onRecord)
    this.#tracer = options.traceLine === undefined ? undefined : new Tracer(options.traceLine.line)
  }

  get trace(): Tracer['stages'] {
    return this.#tracer?.stages ?? []
  }

  /** Undefined when the input was read in an earlier run, and would say the same again. */
  async readOnce(input: Input): Promise<InputSummary | undefined> {
    const isTraced = this.#options.traceLine?.path === input.path
    if (!isTraced && this.#tap === undefined && (await this.#marks.wasRead(input))) return undefined
    const summary = await this.#read(input)
    await this.#marks.keep(input, summary)
    return summary
  }

  /** To be called behind the last input. Gives its account anew for the one that flow data was counted with at last. */
  async finish(): Promise<InputSummary | undefined> {
    await this.#marks.flush()
    const [flows, report] = [this.#options.flows, this.#flowReport]
    if (flows === undefined || report === undefined) return undefined
    accountFor(report, flows.finish(), { kind: report.flows?.kind ?? '', readElsewhere: 0 })
    await this.#deliver(report)
    return report.seal()
  }

  async #read(input: Input): Promise<InputSummary> {
    const report = new InputReport(input.path)
    const feed = new ByteFeed(input, this.#options.onProgress)
    try {
      const filled = await this.#fillHead(feed)
      const traced = this.#options.traceLine?.path === input.path
      await readFramed({
        report,
        feed,
        filing: input,
        context: this.#context,
        seen: this.#seen,
        tracer: traced ? this.#tracer : undefined,
        tools: this.#tools,
        window: { bytes: this.#bytes, filled },
        tap: this.#tap,
        coverage: this.#tap === undefined ? this.#options.coverage : 'exact',
        deliver: () => this.#deliver(report),
      })
      await this.#deliver(report)
    } finally {
      await feed.close()
    }
    report.bytes = feed.bytesRead
    if (report.framing === 'flows') this.#flowReport = report
    if (feed.failure !== undefined) report.fail(feed.failure)
    return report.seal()
  }

  async #fillHead(feed: ByteFeed): Promise<number> {
    let filled = 0
    while (filled < HEAD_BYTES) {
      const bytes = await feed.read(this.#bytes.subarray(filled, HEAD_BYTES))
      if (bytes === 0) break
      filled += bytes
    }
    return filled
  }

  async #deliver(report: InputReport): Promise<void> {
    const { realm } = this.#context
    const facts = report.takeFacts().map((fact) => ({ ...fact, id: factIdInRealm(fact.id, realm) }))
    for (let at = 0; at < facts.length; at += BATCH_FACTS)
      await this.#options.onFacts(facts.slice(at, at + BATCH_FACTS))
  }
}
