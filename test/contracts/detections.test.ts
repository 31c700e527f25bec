/** What every detection promises: a name, a page, cases either way, ids of ATT&CK that can be looked up, known knobs. */
import assert from 'node:assert/strict'
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { test } from 'node:test'
import { detections } from '../../src/app/plug-ins.ts'
import { Tuning } from '../../src/inventory/schema.ts'
import { factExamples } from './fact-examples.ts'

const FOLDER = join(import.meta.dirname, '../../src/detections')
const HEADINGS = ['What it sees', 'What it misses', 'False positives', 'Triage', 'Tuning']
/** The tuning elements of DET0403: three of AN1132, three of AN1131. @source MITRE ATT&CK, DET0403, analytics AN1131 and AN1132 */
const KNOBS = [
  'ConfigChangeType',
  'MirrorDestinationPort',
  'DeviceRole',
  'TimeWindow',
  'MirrorDestinationCIDR',
  'UserIdentity',
]
const FACT_KINDS: readonly string[] = Object.keys(factExamples)

test('every folder is a detection of the same name', () => {
  const folders = readdirSync(FOLDER, { withFileTypes: true }).filter((entry) => entry.isDirectory())
  const names = folders.map(({ name }) => name).filter((name) => !name.startsWith('_'))

  assert.deepEqual(detections.map(({ id }) => id).sort(), names.sort())
})

test('the knobs of the inventory are those of ATT&CK', () => {
  assert.deepEqual(Object.keys(Tuning.shape).sort(), [...KNOBS].sort())
})

for (const { id, version, title, question, attack, needs, tuning } of detections) {
  test(`${id}: names itself in words, and what it needs by name`, () => {
    assert.ok(Number.isInteger(version) && version > 0)
    assert.match(title, /^[A-Z][^.?!]+$/)
    assert.match(question, /^[A-Z].*\?$/)
    assert.ok(needs.length > 0)
    for (const kind of needs) assert.ok(FACT_KINDS.includes(kind), kind)
    for (const knob of tuning) assert.ok(KNOBS.includes(knob), knob)
  })

  test(`${id}: points at techniques, strategies and analytics of ATT&CK`, () => {
    assert.ok(attack.length > 0)
    assert.equal(new Set(attack).size, attack.length)
    for (const name of attack) assert.match(name, /^(?:T\d{4}(?:\.\d{3})?|DET\d{4}|AN\d{4})$/)
    assert.ok(attack.some((name) => name.startsWith('T')))
  })

  test(`${id}: has a page that answers what an analyst asks, and names each of its knobs`, () => {
    const page = readFileSync(join(FOLDER, id, 'README.md'), 'utf8')
    const headings = [...page.matchAll(/^## (.+)$/gm)].map(([, heading]) => heading)

    assert.equal(page.split('\n')[0], `# ${title}`)
    assert.deepEqual(headings, HEADINGS)
    for (const section of page.split(/^## .+$/m).slice(1)) assert.match(section, /\S/)
    for (const knob of tuning) assert.ok(page.includes(knob), knob)
  })

  test(`${id}: speaks in one case at least, and is silent in another`, () => {
    const cases = readdirSync(join(FOLDER, id, 'cases'))

    assert.ok(cases.some((name) => name.startsWith('fires-')))
    assert.ok(cases.some((name) => name.startsWith('silent-')))
    for (const name of cases) {
      for (const part of ['case.yaml', 'expected.json', 'origin.yaml', 'evidence'])
        assert.ok(existsSync(join(FOLDER, id, 'cases', name, part)), `${name}/${part}`)
    }
  })
}
