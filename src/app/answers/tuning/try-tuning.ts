/** Tries other tuning on stored facts before anyone applies it: which findings would be gained and which lost. */
import { assess } from '../../../engine/assess.ts'
import { Tuning } from '../../../inventory/schema.ts'
import { assessmentParts } from '../../plug-ins.ts'
import type { ScanOutcome } from '../../scan.ts'
import { compareFindings, type FindingsDifference } from '../history/compare-findings.ts'
import { badKnob } from './errors.ts'

/** What would be tried, and what would come of it. */
export interface TuningTrial extends FindingsDifference {
  readonly knobs: Readonly<Partial<Tuning>>
  readonly before: number
  readonly after: number
}

/** Reads `DeviceRole=edge,core`, `TimeWindow=60`, `MirrorDestinationCIDR=`; throws `TW_TUNE_KNOB`. */
export function readKnobs(settings: readonly string[]): Readonly<Partial<Tuning>> {
  const entries = settings.map((text): readonly [string, unknown] => {
    const [, knob = '', value = ''] = /^(\w+)=(.*)$/s.exec(text) ?? []
    if (!Object.hasOwn(Tuning.shape, knob)) throw badKnob(text, 'there is no such knob')
    return [knob, toValue(knob, value)]
  })
  const parsed = Tuning.partial().safeParse(Object.fromEntries(entries))
  if (!parsed.success) throw badKnob(settings.join(' '), parsed.error.issues.map(({ message }) => message).join('; '))
  const given = new Set(entries.map(([knob]) => knob))
  return Object.fromEntries(Object.entries(parsed.data).filter(([knob]) => given.has(knob)))
}

const LISTS: ReadonlySet<string> = new Set([
  'ConfigChangeType',
  'MirrorDestinationPort',
  'DeviceRole',
  'MirrorDestinationCIDR',
  'UserIdentity',
])

function toValue(knob: string, value: string): unknown {
  if (!LISTS.has(knob)) return Number(value)
  if (value === '') return undefined
  const items = value.split(',').map((item) => item.trim())
  return knob === 'MirrorDestinationPort' ? items.map(Number) : items
}

/** Assesses the same facts again with some knobs turned. */
export function tryTuning({ evidence, assessment }: ScanOutcome, knobs: Readonly<Partial<Tuning>>): TuningTrial {
  const { facts, inventory, now, coverageBasis } = evidence
  const tuned = { ...inventory, tuning: { ...inventory.tuning, ...knobs } }
  const after = assess({ facts, inventory: tuned, now, coverageBasis, withPlaces: false }, assessmentParts()).findings
  const isOpen = ({ verdict }: (typeof after)[number]): boolean => verdict !== 'approved'
  return {
    knobs,
    before: assessment.findings.filter(isOpen).length,
    after: after.filter(isOpen).length,
    ...compareFindings(assessment.findings, after),
  }
}
