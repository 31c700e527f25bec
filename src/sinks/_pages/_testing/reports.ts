/** Reports for tests of the page formats: one finding of every part, and what stands around it. */
import type { Finding } from '../../../findings/finding.ts'
import type { ScanReport, SubjectCoverage } from '../../../findings/report/report.ts'
import { summariseFindings } from '../../../findings/summary.ts'

export const AT = '2026-11-16T09:00:00.000Z'
const SINCE = '2026-11-14T03:12:03.000Z'

/** One line of evidence. */
export function evidence(changes: Partial<Finding['evidence'][number]> = {}): Finding['evidence'][number] {
  return { fact: 'fact-1', leg: 'aaa', at: SINCE, excerpt: 'cmd=monitor session 66 type erspan-source', ...changes }
}

const SESSION: Finding['session'] = {
  name: '66',
  kind: 'encapsulated',
  sources: [{ interface: 'TenGigabitEthernet0/0/0', direction: 'both' }],
  destinations: [{ ip: '198.51.100.200', encapsulation: 'erspan' }],
  enabled: true,
  details: { erspanId: 66 },
}

const FINDING: Finding = {
  id: '00ba7f0afeffeecc',
  aliases: [],
  kind: 'mirror',
  subject: 'edge-rtr-1',
  platform: 'cisco-ios',
  setup: {
    subject: 'edge-rtr-1',
    setupClass: 'mirror',
    address: { scope: '', namespace: 'monitor-session', id: '66' },
  },
  sentence: 'edge-rtr-1 sends a copy of Te0/0/0 to 198.51.100.200 by ERSPAN; no approval in inventory 9a51 covers it.',
  verdict: 'unapproved',
  conduct: ['no-ticket', 'not-an-admin'],
  status: 'live',
  asOf: '2026-11-16T08:19:50.000Z',
  since: SINCE,
  sinceBasis: 'change',
  severity: 'critical',
  severityBasis: ['destination D4 × source S1 → high'],
  confidence: {
    existence: 'high',
    existenceBasis: '2 independent witnesses',
    existenceScore: 90,
    authorisation: 'high',
    authorisationBasis: 'reviewed approvals declare edge-rtr-1 in scope',
  },
  session: SESSION,
  before: { ...SESSION, destinations: [{ ip: '192.0.2.140', encapsulation: 'erspan' }] },
  actor: {
    accounts: ['netops-3'],
    from: ['203.0.113.9'],
    acts: [{ account: 'netops-3', from: '203.0.113.9', line: 'tty4', role: 'operator', session: 'run-1', mfa: true }],
    conflicts: ['AAA says netops-3, the log netops-4'],
    roles: ['operator'],
    privilegeSince: SINCE,
    legs: ['aaa'],
  },
  changes: [
    {
      at: SINCE,
      operation: 'monitor session 66 type erspan-source',
      via: 'cli',
      outcome: 'accepted',
      error: 'none told',
      actor: { account: 'netops-3', from: '203.0.113.9' },
      legs: ['aaa'],
      comment: 'night work',
      login: { from: '203.0.113.9', at: SINCE, leg: 'aaa' },
    },
  ],
  ticket: null,
  tickets: [{ number: 'CHG-1', state: 'closed', permits: false, device: 'other', window: 'outside' }],
  approval: {
    nearest: 'APR-6',
    differences: [{ dimension: 'destination', approved: 'ndr-1', found: '198.51.100.200' }],
    answer: 'No approval in inventory 9a51 covers it (nearest: APR-6, other destination).',
  },
  reasons: [
    {
      detection: 'destination-not-approved',
      statement: 'Session 66 of edge-rtr-1 points to 198.51.100.200.',
      evidence: [evidence(), evidence({ fact: 'fact-2', leg: 'log', excerpt: 'no logging host 192.0.2.50' })],
      moreEvidence: 2,
    },
  ],
  evidence: [
    evidence({ dataComponent: 'Command: Command Execution', places: [{ path: 'aaa/accounting.log', line: 53 }] }),
    evidence({ fact: 'fact-3', leg: 'config', at: undefined, excerpt: 'monitor session 66\n destination' }),
  ],
  moreEvidence: 1,
  legs: { config: 'seen', log: 'not-available', aaa: 'seen', flow: 'not-seen', audit: 'not-available' },
  witnesses: ['device', 'aaa-server'],
  exposure: {
    sources: ['interface TenGigabitEthernet0/0/0'],
    sensitivity: 'normal',
    statement: 'A reader of the copy can see the traffic of Te0/0/0.',
    observed: [
      {
        observer: 'a sensor',
        channel: 'packets',
        bytesAtLeast: 6_500_000_000,
        packetsAtLeast: 16,
        bytesEstimated: 6_500_000_000,
        from: SINCE,
        until: '2026-11-16T08:00:00.000Z',
      },
    ],
  },
  episodes: [
    {
      ordinal: 0,
      from: '2026-11-10T00:00:00.000Z',
      until: '2026-11-11T00:00:00.000Z',
      basis: 'change',
      session: SESSION,
    },
    { ordinal: 1, from: SINCE, basis: 'change', session: SESSION },
  ],
  coverage: { statement: 'edge-rtr-1: config heard.', gaps: ['flow not configured'] },
  playbook: [{ stage: 'contain', text: 'Stop the copy.', commands: ['configure terminal', 'end'] }],
  investigation: [
    {
      ask: 'Who did it?',
      state: 'answered',
      answer: 'account netops-3',
      next: 'Ask them.',
      commands: ['show users'],
    },
    { ask: 'Does its owner know of it?', state: 'open', commands: [] },
  ],
  claim: {
    episode: 0,
    sources: [],
    direction: [],
    destinations: [],
    filter: '',
    actors: [],
    reasons: [],
    ended: '',
  },
  case: 'case-1',
  attack: ['T1020.001', 'DET0403', 'AN1132'],
  changesAt: '2026-12-01T00:00:00.000Z',
}

/** An unapproved copy of edge-rtr-1 with every part filled. */
export function finding(changes: Partial<Finding> = {}): Finding {
  return { ...FINDING, ...changes }
}

/** An approved copy of another device. */
export function approvedFinding(changes: Partial<Finding> = {}): Finding {
  const subject = changes.subject ?? 'dist-sw-1'
  return finding({
    id: 'a1',
    subject,
    sentence: `${subject} sends a copy of Te1/0/1 to ids-1; approval APR-1 covers it.`,
    verdict: 'approved',
    severity: 'info',
    conduct: [],
    reasons: [],
    ticket: 'CHG-1102',
    approval: { id: 'APR-1', differences: [], answer: 'Approval APR-1 covers it.' },
    case: `case of ${subject}`,
    ...changes,
  })
}

/** How edge-rtr-1 is watched: its log fell silent. */
export function coverageRow(changes: Partial<SubjectCoverage> = {}): SubjectCoverage {
  const heard = { state: 'heard', first: '2026-11-14T00:00:00.000Z', last: AT, basis: 'exact' } as const
  return {
    subject: 'edge-rtr-1',
    kind: 'device',
    platform: 'cisco-ios',
    inInventory: true,
    legs: [
      { ...heard, leg: 'config', commands: false },
      { ...heard, leg: 'log', last: '2026-11-14T03:08:00.000Z', commands: true },
      { ...heard, leg: 'aaa', commands: true },
      { leg: 'flow', state: 'not-declared', commands: false, basis: 'exact' },
      { leg: 'audit', state: 'not-declared', commands: false, basis: 'exact' },
    ],
    newestConfiguration: AT,
    quiet: [{ leg: 'log', since: '2026-11-14T03:08:00.000Z' }],
    skew: [],
    unjoinedCommands: 1,
    ambiguousCommands: 0,
    ...changes,
  }
}

/** A report of these findings, counted as a scan counts them. */
export function report(findings: readonly Finding[], changes: Partial<ScanReport> = {}): ScanReport {
  return {
    at: AT,
    inventory: '9a51fed0a4ec5c77',
    findings,
    coverage: [coverageRow()],
    figures: {
      denominator: 'inventory',
      config: { heard: 1, of: 1 },
      commands: { heard: 1, of: 1 },
      audit: { heard: 0, of: 0 },
      flow: { heard: 0, of: 1 },
    },
    counts: { subjects: 1, sessions: findings.length, ...summariseFindings(findings) },
    conflicts: [{ realm: 'default', name: '192.0.2.1', candidates: ['edge-rtr-1', 'edge-rtr-2'] }],
    changesAt: null,
    acts: [
      {
        finding: '00ba7f0afeffeecc',
        at: '2026-11-15T03:12:03.000Z',
        by: 'soc-1',
        does: 'acknowledge',
        reason: 'asked netops',
        holds: true,
      },
    ],
    newSinceLastScan: null,
    ...changes,
  }
}

/** What whoever writes to a log would try on a page. */
export const HOSTILE =
  '"><script>alert(1)</script><img src=x onerror=alert(1)>\'|`code`|[link](javascript:x) <!-- **b** https://evil.example.com \u0000\u001b[31m\u009b\u202e\u2066\u200b\ud800 & &lt; \r\n# heading\n```\n'

/** Members whose words are a closed list, which a reader of files has checked. */
const CLOSED: ReadonlySet<string> = new Set(
  'kind setupClass verdict conduct status sinceBasis severity existence authorisation direction via outcome leg legs state stage does denominator device dimension basis enabledReason role'.split(
    ' ',
  ),
)
const TIMES: ReadonlySet<string> = new Set(
  'at since until from first last asOf privilegeSince changesAt newestConfiguration'.split(' '),
)

/** The same value with `text` in place of every text that evidence, the inventory or a person can fill; keys of records stay. */
export function fillTexts<Value>(value: Value, text: string, withTimes: boolean): Value {
  const fill = (one: unknown, key: string): unknown => {
    if (typeof one === 'string') return CLOSED.has(key) || (TIMES.has(key) && !withTimes) ? one : text
    if (Array.isArray(one)) return one.map((item) => fill(item, key))
    if (typeof one !== 'object' || one === null) return one
    const isClosed = key === 'legs'
    return Object.fromEntries(
      Object.entries(one).map(([name, item]) => [name, isClosed ? fill(item, 'legs') : fill(item, name)]),
    )
  }
  return fill(value, '') as Value
}
