/**
 * Writes the part of the example estate that is made by rule: four sites of four vendors and three clouds over two weeks. What
 * happened at headquarters is written by hand. `node tools/gen-estate.ts` (needs git; the result is committed).
 */
import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { writeBundle } from './estate/bundle.ts'
import { awsTrail, azureLog, gcpLog } from './estate/clouds.ts'
import { flowFiles } from './estate/flows.ts'
import { sitesInventory, tickets } from './estate/governance.ts'
import { accountingFile, logFiles } from './estate/logs.ts'

const estate = join(import.meta.dirname, '..', 'examples', 'estate')
const files = new Map<string, string | Uint8Array>([
  ...[...flowFiles()].map(([name, content]) => [`flows/${name}`, content] as const),
  ...[...logFiles()].map(([name, text]) => [`logs/${name}`, text] as const),
  ['aaa/accounting-sites.log', accountingFile()],
  ['cloud/111122223333_CloudTrail_eu-west-1_2026-11-13.json', awsTrail()],
  ['cloud/azure-activity_2026-11.json', azureLog()],
  ['cloud/gcp-activity_2026-11.jsonl', gcpLog()],
  ['tickets/servicenow-changes.json', tickets()],
  ['inventory/sites.yaml', sitesInventory()],
])

for (const folder of ['tickets', 'flows']) mkdirSync(join(estate, folder), { recursive: true })
for (const [name, text] of files) writeFileSync(join(estate, name), text)
writeBundle(join(estate, 'backups.bundle'))
