/** What all exporters of a run may hold together: addresses of senders are easily forged, so that bounds for each are not enough. */
import type { ExporterMemory } from '../contract.ts'

/** Waiting data, and templates: two thousand routers with some hundred each do not come near. */
const MAX_WAITING_BYTES = 64 * 1024 * 1024
const MAX_TEMPLATES = 250_000

/** What is left to take. */
export class RunBudget {
  waitingBytes = MAX_WAITING_BYTES
  templates = MAX_TEMPLATES
}

/** The budget of an exporter's run; one of its own where there is no run. */
export function budgetOf({ run }: ExporterMemory): RunBudget {
  return run?.of('templates', () => new RunBudget()) ?? new RunBudget()
}
