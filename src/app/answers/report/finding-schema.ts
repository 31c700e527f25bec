/** A finding as `scan --json` prints it: what a report must have so that every format can be made of it. Members beside these are kept. */
import { z } from 'zod'
import { VERDICTS } from '../../../detections/contract.ts'
import { MirrorSession, SessionAddress } from '../../../facts/mirror-session.ts'
import { Actor, Leg, Place } from '../../../facts/schema-parts.ts'
import { FINDING_KINDS, type Finding, SEVERITIES } from '../../../findings/finding.ts'
import { parseInstant } from '../../../kit/instant.ts'

/** `2026-11-14T03:12:07.000Z` and nothing else: formats reckon with it. */
export const InstantText = z
  .string()
  .refine((text) => parseInstant(text) === text, 'a time like 2026-11-14T03:12:07.000Z is expected')

const texts = z.array(z.string())
const Label = z.enum(['low', 'medium', 'high'])

const EvidenceItem = z.object({
  fact: z.string(),
  leg: z.union([Leg, z.literal('ticket')]),
  dataComponent: z.string().optional(),
  at: InstantText.optional(),
  excerpt: z.string(),
  places: z.array(Place).optional(),
})

const FindingReason = z.object({
  detection: z.string(),
  statement: z.string(),
  evidence: z.array(EvidenceItem),
  moreEvidence: z.number().optional(),
})

const FindingChange = z.object({
  at: InstantText.optional(),
  operation: z.string(),
  via: z.enum(['cli', 'netconf', 'snmp', 'api', 'console', 'copy', 'unknown']),
  outcome: z.enum(['accepted', 'denied', 'failed']),
  error: z.string().optional(),
  actor: Actor,
  legs: z.array(Leg),
  comment: z.string().optional(),
  login: z.object({ from: z.string(), at: InstantText, leg: Leg }).optional(),
})

const FindingTicket = z.object({
  number: z.string(),
  state: z.string(),
  permits: z.boolean(),
  device: z.enum(['same', 'other', 'none']),
  window: z.string(),
})

const ApprovalDifference = z.object({
  dimension: z.enum([
    'sources',
    'direction',
    'destination',
    'carrier',
    'filter',
    'session',
    'count',
    'duration',
    'time',
  ]),
  approved: z.string(),
  found: z.string(),
})

const ObservedCopy = z.object({
  observer: z.string(),
  channel: z.string(),
  bytesAtLeast: z.number(),
  packetsAtLeast: z.number(),
  bytesEstimated: z.number(),
  from: InstantText,
  until: InstantText,
})

const EpisodeSummary = z.object({
  ordinal: z.number(),
  from: InstantText.optional(),
  until: InstantText.optional(),
  basis: z.string(),
  session: MirrorSession,
})

const PlaybookStep = z.object({
  stage: z.enum(['preserve', 'scope', 'coordinate', 'contain', 'verify', 'roll-back']),
  text: z.string(),
  commands: texts,
})

const InvestigationStep = z.object({
  ask: z.string(),
  state: z.enum(['answered', 'partly', 'open']),
  answer: z.string().optional(),
  next: z.string().optional(),
  commands: texts,
})

const Claim = z.object({
  episode: z.number(),
  sources: texts,
  direction: texts,
  destinations: texts,
  filter: z.string(),
  actors: texts,
  reasons: texts,
  ended: z.string(),
})

/** One finding. */
export const FindingShape = z.object({
  id: z.string(),
  aliases: texts,
  kind: z.enum(FINDING_KINDS),
  subject: z.string(),
  platform: z.string(),
  setup: z.object({
    subject: z.string(),
    setupClass: z.enum(['mirror', 'attempt', 'object', 'redirect', 'ghost']),
    address: SessionAddress,
  }),
  sentence: z.string(),
  verdict: z.enum(VERDICTS),
  conduct: z.array(
    z.enum(['no-ticket', 'outside-window', 'not-an-admin', 'self-approved', 'approved-afterwards', 'logging-cut']),
  ),
  status: z.enum(['live', 'configured', 'never-live', 'ended', 'unknown']),
  asOf: InstantText.optional(),
  since: InstantText.optional(),
  sinceBasis: z.enum(['change', 'seen']).optional(),
  until: InstantText.optional(),
  severity: z.enum(SEVERITIES),
  severityBasis: texts,
  confidence: z.object({
    existence: Label,
    existenceBasis: z.string(),
    existenceScore: z.number(),
    authorisation: Label,
    authorisationBasis: z.string(),
  }),
  session: MirrorSession,
  before: MirrorSession.optional(),
  actor: z.object({
    accounts: texts,
    from: texts,
    acts: z.array(Actor),
    conflicts: texts,
    roles: texts,
    privilegeSince: InstantText.optional(),
    legs: z.array(Leg),
  }),
  changes: z.array(FindingChange),
  ticket: z.string().nullable(),
  tickets: z.array(FindingTicket),
  approval: z.object({
    id: z.string().optional(),
    nearest: z.string().optional(),
    differences: z.array(ApprovalDifference),
    answer: z.string(),
  }),
  reasons: z.array(FindingReason),
  evidence: z.array(EvidenceItem),
  moreEvidence: z.number().optional(),
  legs: z.record(Leg, z.enum(['seen', 'not-seen', 'not-available'])),
  witnesses: z.array(z.enum(['device', 'aaa-server', 'cloud-control-plane', 'neighbour', 'sensor'])),
  exposure: z.object({
    sources: texts,
    sensitivity: z.string(),
    statement: z.string(),
    observed: z.array(ObservedCopy),
  }),
  episodes: z.array(EpisodeSummary),
  coverage: z.object({ statement: z.string(), gaps: texts }),
  playbook: z.array(PlaybookStep),
  investigation: z.array(InvestigationStep),
  claim: Claim,
  case: z.string(),
  attack: texts,
  changesAt: InstantText.optional(),
}) satisfies z.ZodType<Finding>
