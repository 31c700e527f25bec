/** The machine result of a scan as `scan --json` prints it. */
import { z } from 'zod'
import { VERDICTS } from '../../../detections/contract.ts'
import { Leg } from '../../../facts/schema-parts.ts'
import { SEVERITIES } from '../../../findings/finding.ts'
import type { ScanReport } from '../../../findings/report/report.ts'
import { FindingShape, InstantText } from './finding-schema.ts'

const Figure = z.object({ heard: z.number(), of: z.number() })

const Figures = z.object({
  denominator: z.enum(['inventory', 'evidence']),
  config: Figure,
  commands: Figure,
  audit: Figure,
  flow: Figure,
})

const SubjectCoverage = z.object({
  subject: z.string(),
  kind: z.enum(['device', 'account']),
  platform: z.string(),
  inInventory: z.boolean(),
  legs: z.array(
    z.object({
      leg: Leg,
      state: z.enum(['heard', 'silent', 'not-declared', 'never-heard']),
      first: InstantText.optional(),
      last: InstantText.optional(),
      commands: z.boolean(),
      basis: z.enum(['exact', 'sampled']),
    }),
  ),
  newestConfiguration: InstantText.optional(),
  quiet: z.array(z.object({ leg: z.string(), since: InstantText })),
  skew: z.array(
    z.object({ leg: Leg, day: z.string(), medianMs: z.number(), errorMs: z.number(), samples: z.number() }),
  ),
  unjoinedCommands: z.number(),
  ambiguousCommands: z.number(),
})

const ReportedAct = z.object({
  finding: z.string(),
  at: InstantText,
  by: z.string(),
  does: z.enum(['acknowledge', 'assign', 'suppress', 'resolve', 'reopen']),
  until: InstantText.optional(),
  reason: z.string(),
  holds: z.boolean(),
})

/** The whole of it. */
export const ReportShape = z.object({
  at: InstantText,
  inventory: z.string().nullable(),
  findings: z.array(FindingShape),
  coverage: z.array(SubjectCoverage),
  figures: Figures,
  counts: z.object({
    subjects: z.number(),
    sessions: z.number(),
    total: z.number(),
    byVerdict: z.record(z.enum(VERDICTS), z.number()),
    bySeverity: z.record(z.enum(SEVERITIES), z.number()),
    cases: z.number(),
  }),
  conflicts: z.array(z.object({ realm: z.string(), name: z.string(), candidates: z.array(z.string()) })),
  changesAt: InstantText.nullable(),
  acts: z.array(ReportedAct),
  newSinceLastScan: z.array(z.string()).nullable(),
}) satisfies z.ZodType<ScanReport>
