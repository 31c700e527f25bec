/** What is said on stderr about inputs with flows: how much was decoded, and how much of it matters. */
import type { Evidence } from '../../app/evidence/gather-evidence.ts'
import { formatCount, plural } from './quantities.ts'

type InputSummary = Evidence['reading']['inputs'][number]
type FlowSummary = NonNullable<InputSummary['flows']>

/** Inputs that are said one by one before the rest is only added up. */
const MAX_INPUTS = 5

/** `edge.pcap: 1 204 flow records of 2 exporters, 31 kept; 3 sets without a template`, one line each. */
export function flowTalk(inputs: readonly InputSummary[]): readonly string[] {
  const flows = inputs.flatMap(({ path, flows }) => (flows === undefined ? [] : [{ path, flows }]))
  const said = flows.slice(0, MAX_INPUTS).map(({ path, flows }) => `${path}: ${sayFlows(flows)}`)
  const rest = flows.slice(MAX_INPUTS)
  if (rest.length === 0) return said
  const rows = rest.reduce((sum, { flows: { kept, dropped } }) => sum + kept + dropped, 0)
  const kept = rest.reduce((sum, { flows }) => sum + flows.kept, 0)
  return [
    ...said,
    `… and ${plural(rest.length, 'more input')} with flows: ${plural(rows, 'record')}, ${formatCount(kept)} kept`,
  ]
}

function sayFlows({ decoded, observers, kept }: FlowSummary): string {
  const records = [...some(decoded.record, 'flow record'), ...some(decoded['flow-sample'], 'sampled packet')].join(', ')
  const of = observers === 0 ? '' : ` of ${plural(observers, 'exporter')}`
  const packets = some(decoded.packet, 'captured packet')
  const rows = [...(records === '' ? [] : [`${records}${of}`]), ...packets]
  const missed = [
    ...some(decoded['set-without-template'], 'set without a template', 'sets without a template'),
    ...some(decoded.malformed, 'damaged part'),
    ...some(decoded.unsupported, 'unsupported part'),
  ]
  return [`${rows.join(', ') || 'no flow records'}, ${formatCount(kept)} kept`, ...missed].join('; ')
}

function some(count: number, one: string, many = `${one}s`): readonly string[] {
  return count === 0 ? [] : [plural(count, one, many)]
}
