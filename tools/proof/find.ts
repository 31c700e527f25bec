/** Finds the proofs: every module in `tools/proofs/` but the contract. */
import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import type { Proof } from '../proofs/contract.ts'

const folder = join(import.meta.dirname, '..', 'proofs')

/** Names of all proofs, sorted. */
export function proofNames(): readonly string[] {
  return readdirSync(folder)
    .filter((file) => file.endsWith('.ts') && !file.endsWith('.test.ts') && file !== 'contract.ts')
    .map((file) => file.slice(0, -'.ts'.length))
    .sort()
}

/** Loads one proof. */
export async function openProof(name: string): Promise<Proof> {
  const module: { readonly proof: Proof } = await import(pathToFileURL(join(folder, `${name}.ts`)).href)
  return module.proof
}
