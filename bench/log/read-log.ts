/** The measured program: reads one log with all dialects and prints its counts as JSON, facts counted and let go. */
import { dialects } from '../../src/dialects/registry.generated.ts'
import { readInputs } from '../../src/engine/reading/read-inputs.ts'
import { source } from '../../src/sources/files/index.ts'

const [path = ''] = process.argv.slice(2)
const summary = await readInputs({
  inputs: source.inputs(path, (failure) => console.error(failure.message)),
  dialects,
  realm: 'bench',
  reference: '2026-11-14T00:00:00.000Z',
  coverage: 'sampled',
  onFacts: () => undefined,
})
console.log(JSON.stringify({ counts: summary.counts, facts: summary.facts, escapes: summary.escapes }))
