/** AAA records of servers of all kinds, through reading and timelines: every line of the corpus ends as listed, and several records of one act are one. */
import assert from 'node:assert/strict'
import { createHash } from 'node:crypto'
import { existsSync, readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { describe, it } from 'node:test'
import { assessmentParts } from '../../../src/app/plug-ins.ts'
import { dialects } from '../../../src/dialects/registry.generated.ts'
import { readBytes } from '../../../src/engine/reading/_testing/read-bytes.ts'
import type { Fact } from '../../../src/facts/fact.ts'
import { parseInventory } from '../../../src/inventory/parse-inventory.ts'
import { buildTimelines } from '../../../src/timeline/build-timelines.ts'

const corpus = resolve(process.env['TAPWARDEN_CORPUS'] ?? join(import.meta.dirname, '../../../../shared/corpus'))
const skip = existsSync(corpus) ? false : `no corpus at ${corpus}`
const context = { realm: 'default', trust: 'authenticated', reference: '2026-11-20T00:00:00.000Z' } as const
const now = '2026-11-20T00:00:00.000Z'

interface Row {
  readonly file: string
  readonly line: number
  readonly hash: string
  readonly verdict: string
}

const rows = readFileSync(join(import.meta.dirname, 'expected.tsv'), 'utf8')
  .trimEnd()
  .split('\n')
  .slice(1)
  .map((row): Row => {
    const [file = '', line, hash = '', verdict = ''] = row.split('\t')
    return { file, line: Number(line), hash, verdict }
  })

describe('the corpus, line by line', { skip }, () => {
  for (const [file, expected] of Map.groupBy(rows, ({ file }) => file)) {
    it(`${file}: ${expected.length} lines`, () => {
      const lines = readFileSync(join(corpus, file), 'utf8').trimEnd().split('\n')

      const found = lines.map((text, index) => ({
        file,
        line: index + 1,
        hash: hashOf(text),
        verdict: verdictOn(text),
      }))

      assert.deepEqual(
        found,
        expected.map((row) => ({ ...row, verdict: row.verdict.split(':')[0] })),
      )
    })
  }
})

function hashOf(text: string): string {
  return createHash('sha256').update(text).digest('hex').slice(0, 16)
}

/** The dialect that reads a line and how it ends; `nobody` where none does. */
function verdictOn(text: string): string {
  for (const { id, line } of dialects) {
    const reading = line?.read({ text, place: { path: 'corpus', line: 1 } }, context)
    if (reading !== undefined) return `${id} ${reading.outcome}`
  }
  return 'nobody'
}

const device =
  '<189>77: edge-rtr-07: May  3 2026 13:55:35 UTC: %PARSER-5-CFGLOG_LOGGEDCMD: User:netops-1 logged command:'
const columns = '192.0.2.7\tnetops-1\ttty2\t198.51.100.23'
const command = 'monitor session 4 source interface GigabitEthernet1/0/5 tx'
const ise = (time: string, text: string) =>
  `<181>May  3 13:55:36 ise1 CISE_TACACS 7 1 0 2026-05-03 ${time} +00:00 18415781 3300 NOTICE Tacacs: ${text}, Device IP Address=192.0.2.7, CmdSet=[ CmdAV=${command} <cr> ], NetworkDeviceName=edge-rtr-07, Protocol=Tacacs, User=netops-1, Port=tty2, Remote-Address=198.51.100.23`

const authorised = `2026-05-03 13:55:34 +0000 ${columns}\toperators\tpermit\tshell\t${command} <cr>`
const refused = `2026-05-03 13:55:34 +0000 ${columns}\toperators\tdeny\tshell\t${command} <cr>`
const accounted = `2026-05-03 13:55:36 +0000 ${columns}\tstop\tshell\t${command} <cr>`
const iseAuthorised = ise('13:55:34.101', 'Command Authorization succeeded')
const iseAccounted = ise('13:55:35.101', 'TACACS+ Accounting with Command')

const inventory = parseInventory([
  { path: 'devices.yaml', text: 'devices:\n  - { name: edge-rtr-07, platform: cisco-ios, addresses: [192.0.2.7] }\n' },
])

async function changesOf(lines: readonly string[]) {
  const { facts } = await readBytes(`${lines.join('\n')}\n`, {
    dialects,
    realm: 'default',
    trust: 'authenticated',
    reference: now,
  })
  const { subjects } = buildTimelines({
    facts,
    inventory,
    now,
    grammars: assessmentParts().grammars,
    coverageBasis: 'exact',
  })
  const acts = subjects.flatMap(({ setups }) =>
    setups.flatMap(({ episodes, attempts }) => [...episodes.flatMap(({ changes }) => changes), ...attempts]),
  )
  // An attempt stands in an episode of its own as well.
  return [...new Map(acts.map((act) => [act.facts.join(), `${act.outcome} ${act.facts.length}`])).values()]
}

describe('one command', () => {
  for (const [what, lines, changes] of [
    ['authorised and accounted for', [authorised, accounted], ['accepted 2']],
    ['in the other order', [accounted, authorised], ['accepted 2']],
    ['authorised only', [authorised], ['accepted 1']],
    ['by ISE, authorised and accounted for', [iseAuthorised, iseAccounted], ['accepted 2']],
    [
      'authorised, accounted for and logged by the device',
      [authorised, accounted, `${device}${command}`],
      ['accepted 3'],
    ],
    ['refused', [refused], ['denied 1']],
  ] as const) {
    it(`${what} is one act`, async () => {
      assert.deepEqual(await changesOf(lines), changes)
    })
  }
})

describe('a detail file', () => {
  const record = (seconds: number, text: string) =>
    `Sun May  3 13:55:${seconds} 2026\n\tUser-Name = "netops-1"\n\tNAS-IP-Address = 192.0.2.8\n\tAcct-Status-Type = Interim-Update\n\tHP-Command-String = "${text}"\n\tTimestamp = ${1_777_816_500 + seconds}\n\n`
  const text = record(35, 'show version') + record(36, 'mirror 1 port 24')

  it('is read record by record', async () => {
    const { input, facts } = await readBytes(text, { dialects })

    assert.equal(input.framing, 'blocks')
    assert.deepEqual(input.counts, { modelled: 1, irrelevant: 1, unsupported: 0, unrecognised: 0, 'not-selected': 0 })
    assert.deepEqual(
      facts.filter(isFragment).map(({ command: typed, places }) => [typed, places[0]?.line]),
      [['mirror 1 port 24', 8]],
    )
  })

  it('tells the story of a line inside a record', async () => {
    const { summary } = await readBytes(text, { dialects, traceLine: { path: 'input', line: 12 } })

    const said = summary.trace?.map(({ stage, says }) => `${stage}: ${says}`) ?? []
    assert.ok(
      said.some((stage) => stage.startsWith('framing: record at lines 8 to 13, offset ')),
      said.join('\n'),
    )
    assert.ok(said.includes('outcome: modelled: a command that may belong to a mirror'))
  })
})

function isFragment(fact: Fact): fact is Extract<Fact, { kind: 'fragment' }> {
  return fact.kind === 'fragment'
}
