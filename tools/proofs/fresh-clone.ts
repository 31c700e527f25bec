/** A stranger's first minutes: clone, `npm start`, `npm test`, with an empty npm cache. */
import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { delimiter, join } from 'node:path'
import { ROOT } from './_shared/command.ts'
import type { Proof } from './contract.ts'

/** How long the product's own work on the example may take, set-up apart. */
const OWN_WORK_SECONDS = 5

interface Step {
  readonly status: number | null
  readonly seconds: number
  readonly output: string
}

/** What npm and this checkout put into the environment of their scripts; a stranger's shell has none of it. */
const OURS =
  /^(npm_(package|lifecycle|execpath|node_execpath|command|config_(cache|local_prefix))|NODE_OPTIONS$|TAPWARDEN_|INIT_CWD$)/i

/** Runs a command as a stranger would, with an empty npm cache. */
function step(command: string, args: readonly string[], cwd: string): Step {
  const started = performance.now()
  const foreign = Object.fromEntries(Object.entries(process.env).filter(([name]) => !OURS.test(name)))
  const path = (process.env['PATH'] ?? '').split(delimiter).filter((folder) => !folder.includes('node_modules'))
  const env = { ...foreign, PATH: path.join(delimiter), npm_config_cache: join(cwd, '..', 'npm-cache') }
  const { status, stdout, stderr } = spawnSync(command, args, {
    cwd,
    env,
    encoding: 'utf8',
    maxBuffer: 256 * 1024 * 1024,
  })
  return { status, seconds: Math.round((performance.now() - started) / 100) / 10, output: `${stdout}${stderr}` }
}

export const proof: Proof = {
  title: 'A fresh clone starts and passes its tests with npm alone',

  async run({ slice }) {
    const folder = mkdtempSync(join(tmpdir(), 'tapwarden-clone-'))
    try {
      const clone = join(folder, 'clone')
      const cloned = step('git', ['clone', '--quiet', ROOT, clone], folder)
      const first = step('npm', ['start', '--silent'], clone)
      const again = step('npm', ['start', '--silent'], clone)
      const own = step(join(clone, 'node_modules', '.bin', 'node'), ['dist/cli.js', 'scan', 'examples/estate'], clone)
      const tests = slice ? undefined : step('npm', ['test', '--silent'], clone)
      const failures = [
        ...(cloned.status === 0 ? [] : [`git clone ended with ${cloned.status}: ${cloned.output.slice(-400)}`]),
        ...(first.status === 0 ? [] : [`npm start ended with ${first.status}: ${first.output.slice(-400)}`]),
        ...(first.output.includes('tapwarden explain') ? [] : ['npm start shows no finding']),
        ...(own.seconds <= OWN_WORK_SECONDS ? [] : [`own work took ${own.seconds} s`]),
        ...(tests === undefined || tests.status === 0
          ? []
          : [`npm test ended with ${tests.status}: ${tests.output.slice(-800)}`]),
      ]
      return {
        passed: failures.length === 0,
        summary: `npm start ${first.seconds} s with all set-up, ${again.seconds} s again, ${own.seconds} s of own work; npm test ${tests === undefined ? 'not run in a slice' : `${tests.seconds} s`}.`,
        figures: {
          startSeconds: first.seconds,
          startAgainSeconds: again.seconds,
          ownWorkSeconds: own.seconds,
          ...(tests === undefined ? {} : { testSeconds: tests.seconds }),
        },
        failures,
      }
    } finally {
      rmSync(folder, { recursive: true, force: true })
    }
  },
}
