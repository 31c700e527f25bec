/** The configuration history of the sites as one git bundle, laid out as Oxidized keeps it: a folder for each site, a file for each node. */
import { execFileSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { configurationOf } from './configurations.ts'
import { DEVICES } from './sites.ts'

/** The collector comes round at two each night. */
const DAYS = Array.from({ length: 15 }, (_, index) => index + 2)

/** Writes the bundle. The same bytes come out of the same git; its commits always have the same names. */
export function writeBundle(path: string): void {
  const repository = mkdtempSync(join(tmpdir(), 'estate-'))
  try {
    git(repository, ['init', '--quiet', '--initial-branch=main'], '2026-11-02T02:00:00Z')
    for (const day of DAYS) commitDay(repository, day)
    git(repository, ['-c', 'pack.threads=1', 'bundle', 'create', '--quiet', path, 'main'], '2026-11-16T02:00:00Z')
  } finally {
    rmSync(repository, { recursive: true })
  }
}

/** One commit for each site that changed, as the tool makes it: whoever saved it is the tool. */
function commitDay(repository: string, day: number): void {
  for (const device of DEVICES) {
    if (device.darkFrom !== undefined && day >= device.darkFrom) continue
    mkdirSync(join(repository, device.site), { recursive: true })
    writeFileSync(join(repository, device.site, device.name), configurationOf(device, day))
  }
  const when = `2026-11-${String(day).padStart(2, '0')}T02:00:00Z`
  git(repository, ['add', '--all'], when)
  git(repository, ['commit', '--quiet', '--allow-empty', '--message', `update of ${when.slice(0, 10)}`], when)
}

function git(repository: string, parameters: readonly string[], when: string): void {
  const identity = {
    GIT_AUTHOR_NAME: 'oxidized',
    GIT_AUTHOR_EMAIL: 'oxidized@example.net',
    GIT_COMMITTER_NAME: 'oxidized',
    GIT_COMMITTER_EMAIL: 'oxidized@example.net',
  }
  const env = {
    ...process.env,
    ...identity,
    GIT_AUTHOR_DATE: when,
    GIT_COMMITTER_DATE: when,
    GIT_CONFIG_GLOBAL: '/dev/null',
    GIT_CONFIG_SYSTEM: '/dev/null',
  }
  execFileSync('git', ['-C', repository, ...parameters], { env, stdio: ['ignore', 'ignore', 'inherit'] })
}
