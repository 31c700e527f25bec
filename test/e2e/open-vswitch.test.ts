/**
 * A real switch in network namespaces copies the packets of a host into ERSPAN and VXLAN, and exports NetFlow, sFlow and IPFIX:
 * its configuration and what was seen on the wire are one finding, and without the configuration the copy shows all the same.
 */
import assert from 'node:assert/strict'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, before, describe, test } from 'node:test'
import type { ScanReport } from '../../src/findings/report/report.ts'
import { judgeAnswers } from '../../tools/proofs/open-vswitch/judge-answers.ts'
import { Lab } from '../../tools/proofs/open-vswitch/lab.ts'
import { missingParts } from '../../tools/proofs/open-vswitch/missing-parts.ts'
import { CARRIERS, recordMirror } from '../../tools/proofs/open-vswitch/record-mirror.ts'
import { tapwardenJson } from './_testing/tapwarden.ts'

const missing = missingParts()
const isRequired = process.env['TAPWARDEN_REQUIRE_COMPONENTS'] === '1'
const skip = missing.length > 0 && !isRequired ? `no Open vSwitch here: ${missing.join(', ')}` : false

test('Open vSwitch can be run here', { skip }, () => assert.deepEqual(missing, []))

describe('a mirror of a real switch', { skip: skip !== false || missing.length > 0 }, () => {
  const folder = mkdtempSync(join(tmpdir(), 'tapwarden-open-vswitch-test-'))
  let lab: Lab | undefined
  before(() => {
    lab = new Lab()
  })
  after(() => {
    lab?.close()
    rmSync(folder, { recursive: true })
  })

  for (const carrier of CARRIERS) {
    test(`into ${carrier.name} is one finding of configuration and flows`, { timeout: 60_000 }, async () => {
      assert.ok(lab !== undefined)
      const recorded = await recordMirror(lab, carrier, join(folder, carrier.name))

      const scan = async (...parameters: readonly string[]) => tapwardenJson<ScanReport>('scan', ...parameters)
      assert.deepEqual(await judgeAnswers(carrier, recorded, scan), [])
    })
  }
})
