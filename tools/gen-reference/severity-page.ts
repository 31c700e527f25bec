/** The page of severities: the printed table, and what raises and caps its cells, told by the code that does it. */
import { gradeSeverity, SEVERITY_TABLE, type SeverityInput } from '../../src/findings/severity.ts'
import type { DestinationClass, SourceClass } from '../../src/inventory/classify-ends.ts'
import { page, table } from './markdown.ts'

const DESTINATIONS: Readonly<Record<DestinationClass, string>> = {
  D0: 'an approval allows the copy',
  D1: 'a known collector, the destination of an approval, or a target of a partner account that an approval names; but not for this copy',
  D2: 'a local port that is no known collector, a file, a container or the CPU of the device, or none yet',
  D3: 'an unlisted internal address, a device, what lies inside `MirrorDestinationCIDR`, an RSPAN VLAN, a target of an own account or one whose owner no record names',
  D4: 'an external address, or a target of an account that the inventory calls neither own nor partner, or of a partner account that no approval names',
}

const SOURCES: Readonly<Record<SourceClass, string>> = {
  S1: '`sensitivity: normal`, which is what the inventory assumes',
  S2: '`sensitivity: sensitive`',
  S3: '`sensitivity: critical`: AAA, management, peering',
}

const PLAIN: SeverityInput = {
  destination: { class: 'D4', because: '203.0.113.66 is an external address' },
  source: { class: 'S2', because: 'Te0/0/1 is of sensitive sensitivity' },
  verdict: 'unapproved',
  status: 'live',
  attempted: false,
  aggravations: [],
}

const INTERNAL = { class: 'D3', because: '10.1.2.3 is an unlisted internal address' } as const

const EXAMPLES: readonly (readonly [string, SeverityInput])[] = [
  ['live, to an external address', PLAIN],
  ['the same, shown by a configuration only', { ...PLAIN, status: 'configured' }],
  ['live, to an internal address', { ...PLAIN, destination: INTERNAL }],
  [
    'the same, logging cut around the change',
    { ...PLAIN, destination: INTERNAL, aggravations: ['logging-impaired-around-change'] },
  ],
  ['nobody gave approvals for the device', { ...PLAIN, verdict: 'needs-review' }],
  ['set up, and never switched on', { ...PLAIN, status: 'never-live' }],
  ['refused', { ...PLAIN, status: 'never-live', verdict: 'attempted', attempted: true }],
  ['approved', { ...PLAIN, destination: { class: 'D0', because: 'approval APR-7 allows it' }, verdict: 'approved' }],
]

/** `docs/reference/severity.md`. */
export function writeSeverityPage(): string {
  const destinations = ['D0', 'D1', 'D2', 'D3', 'D4'] as const
  const sources = ['S1', 'S2', 'S3'] as const
  const cells = destinations.map((row) => [row, ...sources.map((column) => SEVERITY_TABLE[row][column])])
  return page('Severity', [
    'Severity is read from a table: where the copy goes, by what is copied. Of several destinations or sources the worst counts. ' +
      'The finding shows the cell and every step after it under `severityBasis`.',
    `## The table\n\n${table(['', ...sources], cells)}`,
    `## Rows: where the copy goes\n\n${table(
      ['class', 'destination'],
      destinations.map((row) => [row, DESTINATIONS[row]]),
    )}`,
    `## Columns: what is copied\n\n${table(
      ['class', 'source'],
      sources.map((column) => [column, SOURCES[column]]),
    )}`,
    'A port has the sensitivity that the inventory gives to it or to its bundle, else that of its device or account.',
    `## Steps\n\n${STEPS}`,
    `## Worked examples\n\n${table(['copy', 'arithmetic', 'severity'], EXAMPLES.map(toRow))}`,
  ])
}

const STEPS = [
  '1. The cell of the table.',
  '2. One step up if anything aggravates it, however much does: logging cut around the change (`logging-impaired-around-change`), an actor who is not listed (`admin-not-authorised`), a capture that was copied out (`capture-exported`), an approval by whoever set the copy up (`approval-tampering`).',
  '3. Then what caps it: see the examples. *Live* needs operational proof (the session’s own message) or the word of a cloud control plane; a configuration or a command alone is *configured*, and at most high.',
].join('\n')

function toRow([copy, input]: readonly [string, SeverityInput]): readonly string[] {
  const { severity, basis } = gradeSeverity(input)
  return [copy, basis.join('; '), `**${severity}**`]
}
