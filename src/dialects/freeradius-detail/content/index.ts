/** What detail files of FreeRADIUS show of mirrors on the devices it serves, for rules in other people's languages. */
import type { DialectContent } from '../../../facts/log-content/dialect-content.ts'
import type { LogSource, RecordSignature } from '../../../facts/log-content/log-source.ts'
import { ACCOUNTING_BLIND_SPOTS, BLOCK_BEFORE } from '../../_content/accounting-source.ts'
import { LINE_OF_TEXT } from '../../_content/device-log.ts'
import { examples } from './examples.data.ts'

const source: LogSource = {
  ...LINE_OF_TEXT,
  id: 'freeradius-detail-accounting',
  title: 'FreeRADIUS, detail files',
  sigma: {
    product: 'freeradius',
    service: 'detail',
    definition:
      'Devices account commands by RADIUS (an attribute of their vendor), FreeRADIUS writes them with its module detail, and a shipper keeps the lines of one record together.',
  },
  sentinel: { none: 'a record has several lines, and agents that read files make each line a row of its own' },
  commands: {
    of: 'any',
    // @source FreeRADIUS dictionaries: attributes that carry a command; `Cisco-AVPair = "cmd=C"`
    before: String.raw`(?:Cisco-AVPair\s=\s"cmd=|(?:Arista-Command|Juniper-(?:Interactive|Configuration)-Command|HP-Command-String|Aruba-Command-String)\s=\s")${BLOCK_BEFORE}`,
  },
  blindSpots: [
    ...ACCOUNTING_BLIND_SPOTS,
    'A vendor that FreeRADIUS has no dictionary of shows as numbers and hexadecimal digits.',
  ],
}

/** Records that show an act of the device or of somebody who logged in, without a typed command. */
const signatures: readonly RecordSignature[] = [
  {
    source: source.id,
    acts: ['aaa-fallback-local'],
    when: {
      all: [
        { field: 'message', contains: ['Acct-Status-Type = Start'] },
        { field: 'message', contains: ['Acct-Authentic = Local'] },
      ],
    },
  },
  {
    source: source.id,
    acts: ['privilege-gained'],
    when: {
      all: [
        { field: 'message', contains: ['Access-Accept'] },
        { field: 'message', contains: ['User-Name = "$enab'] },
      ],
    },
  },
]

export const content: DialectContent = {
  sources: [source],
  signatures,
  commandSignatures: [],
  examples: examples(source.id),
  exercises: [],
}
