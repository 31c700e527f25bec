/** Flows decoded and matched, beside an object for every record and node-netflowv9, in one run. */
import { DENSITIES, decodeFlows, KINDS } from '../../bench/decode-flows.ts'
import type { Compared } from '../../bench/flows/compare-decoders.ts'
import type { Proof, ProofResult } from './contract.ts'

const FULL = { datagrams: 100_000, rounds: 7 } as const
const SLICE = { datagrams: 2000, rounds: 1 } as const

const OURS = 'ours'

/** How many times as fast as others ours is to read NetFlow version 9, of which hardly any flow is kept. */
const LEAST_RATIOS = { 'object per record': 5, 'node-netflowv9': 60 } as const
const JUDGED = `netflow-v9 1 in ${DENSITIES[0]}`

/** Millions of records for each second of processor time, and how many times that ours is. */
function figuresOf(what: string, { measured }: Compared): ProofResult['figures'] {
  const best = measured[OURS]?.speed.median ?? Number.NaN
  const figures = Object.entries(measured).flatMap(([name, { speed }]) => {
    const { median, least, greatest } = speed
    const spread = `${median.toFixed(2)} (${least.toFixed(2)}–${greatest.toFixed(2)})`
    const ratio = name === OURS ? [] : [[`${what}: ours to ${name}`, Number((best / median).toFixed(2))] as const]
    return [[`${what}: ${name} millionRecordsPerCpuSecond`, spread] as const, ...ratio]
  })
  return Object.fromEntries(figures)
}

function tooSlow(figures: ProofResult['figures']): readonly string[] {
  return Object.entries(LEAST_RATIOS).flatMap(([name, least]) => {
    const ratio = figures[`${JUDGED}: ours to ${name}`]
    if (ratio === undefined) return [`${name} is not installed: nothing to compare with`]
    return Number(ratio) >= least ? [] : [`${JUDGED}: ${ratio} times as fast as ${name}, not ${least}`]
  })
}

export const proof: Proof = {
  title:
    'Flows are decoded and matched five times as fast as with an object for every record, sixty times as fast as by node-netflowv9',

  async run({ slice, seed }) {
    const { compared } = decodeFlows({ ...(slice ? SLICE : FULL), seed })
    const entries = Object.entries(compared)
    // A slice is too short to be timed: it shows that all found the same.
    const figures: ProofResult['figures'] = slice
      ? {}
      : Object.assign({}, ...entries.map(([what, one]) => figuresOf(what, one)))
    const disagreements = entries.flatMap(([what, { failures }]) => failures.map((failure) => `${what}: ${failure}`))
    const failures = [...disagreements, ...(slice ? [] : tooSlow(figures))]
    const records = entries.reduce((sum, [, one]) => sum + one.records, 0)
    const found = `${records} records of four formats, the same found by all.`
    const summary = slice ? found : `${found} ${ratiosIn(figures)}`
    return { passed: failures.length === 0, summary, figures, failures }
  },
}

function ratiosIn(figures: ProofResult['figures']): string {
  const ratios = KINDS.map((kind) => {
    const ratio = (name: string): string => String(figures[`${kind} 1 in ${DENSITIES[0]}: ours to ${name}`] ?? 'none')
    return `${kind} ${ratio('object per record')} and ${ratio('node-netflowv9')}`
  })
  return `Times as fast as an object for every record, and as node-netflowv9: ${ratios.join('; ')}.`
}
