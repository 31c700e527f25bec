/**
 * Compiles the OCSF classes that tapwarden writes to one JSON Schema: `node tools/ocsf-schema/write-schema.ts CHECKOUT` with a checkout of the
 * ocsf-schema repository at a release. Prints the file and its SHA-256, which `third-party/ocsf/README.md` states.
 */
import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { sha256Hex } from '../../src/kit/hash.ts'
import { readCheckout } from './checkout.ts'
import { compile } from './compile.ts'

const [folder] = process.argv.slice(2)
if (folder === undefined) {
  console.error('usage: node tools/ocsf-schema/write-schema.ts CHECKOUT')
  process.exitCode = 2
} else {
  const checkout = readCheckout(folder)
  const schema = compile(checkout, {
    classes: ['detection_finding', 'compliance_finding'],
    profiles: ['cloud', 'incident', 'security_control'],
  })
  const target = join(import.meta.dirname, '..', 'third-party', 'ocsf')
  const file = join(target, `findings-${checkout.version}.schema.json`)
  const text = `${JSON.stringify(schema)}\n`
  mkdirSync(target, { recursive: true })
  writeFileSync(file, text)
  console.log(`${file} ${sha256Hex(text)}`)
}
