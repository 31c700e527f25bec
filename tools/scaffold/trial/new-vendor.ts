/** The made-up vendor of `examples/new-vendor/`, put into a copy of the project as its author would. */
import { cpSync } from 'node:fs'
import { join } from 'node:path'
import type { Ended, TreeCopy } from './tree-copy.ts'

/** Its name, and where its folders lie in the project. */
export const NEW_VENDOR = { name: 'lumenwire-lwos', folder: 'examples/new-vendor' } as const

/** Lays the vendor's folders into the copy; nothing that is there is replaced unless it is the scaffold's. */
export function installNewVendor({ folder, run }: TreeCopy): Ended {
  for (const part of ['src', 'changelog.d'])
    cpSync(join(folder, NEW_VENDOR.folder, part), join(folder, part), { recursive: true })
  return run('tools/gen-registries.ts')
}

/** What `scan --json` says of one set-up. */
export interface FindingRow {
  readonly subject: string
  readonly setup: { readonly address: { readonly namespace: string; readonly id: string } }
  readonly verdict: string
  readonly severity: string
  readonly sentence: string
}

/** Findings of the vendor's evidence by the public command. Throws with what was said when it gives no JSON. */
export function scanNewVendor({ run }: TreeCopy): readonly FindingRow[] {
  const inventory = `${NEW_VENDOR.folder}/inventory.yaml`
  const options = ['--inventory', inventory, '--at', '2026-11-15T00:00:00Z', '--json']
  const { stdout, stderr } = run('src/cli/main.ts', 'scan', `${NEW_VENDOR.folder}/evidence`, ...options)
  if (stdout === '') throw new Error(`scan gave nothing: ${stderr}`)
  const report: { readonly findings: readonly FindingRow[] } = JSON.parse(stdout)
  return report.findings
}
