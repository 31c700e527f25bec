import assert from 'node:assert/strict'
import { type SpawnSyncReturns, spawnSync } from 'node:child_process'
import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { type TestContext, test } from 'node:test'

const project = join(import.meta.dirname, '..', '..')
const lockfile = JSON.stringify({
  packages: { '': {}, 'node_modules/a': { version: '1.0.0' }, 'node_modules/b': { optional: true } },
})

/** Stands in for npm: notes how it was called and lays out what `npm ci` would, with real tools behind links. */
const workingNpm = `
const { appendFileSync, mkdirSync, rmSync, symlinkSync, writeFileSync } = require('node:fs')
appendFileSync('npm-calls', process.argv.slice(2).join(' ') + '\\n')
rmSync('node_modules', { recursive: true, force: true })
mkdirSync('node_modules/node/bin', { recursive: true })
symlinkSync(${JSON.stringify(process.execPath)}, 'node_modules/node/bin/node')
symlinkSync(${JSON.stringify(join(project, 'node_modules/typescript'))}, 'node_modules/typescript')
symlinkSync(${JSON.stringify(join(project, 'node_modules/@types'))}, 'node_modules/@types')
writeFileSync('node_modules/.package-lock.json', require('node:fs').readFileSync('package-lock.json'))
`

/** A clone of the project with one module, where nothing is installed. */
class Clone {
  readonly root = mkdtempSync(join(tmpdir(), 'tapwarden-setup-'))

  constructor(t: TestContext) {
    t.after(() => rmSync(this.root, { recursive: true }))
    const tools = ['setup.mjs', 'gen-registries', 'gen-registries.ts', 'build', 'build.ts'].map(
      (name) => `tools/${name}`,
    )
    for (const path of [...tools, 'bin', 'tsconfig.json', 'tsconfig.build.json']) {
      cpSync(join(project, path), join(this.root, path), { recursive: true })
    }
    this.put('package.json', '{ "type": "module" }')
    this.put('package-lock.json', lockfile)
    this.put('src/kit/a.ts', 'export const a = 1')
    this.put('npm-cli.cjs', workingNpm)
  }

  put(path: string, text: string): void {
    mkdirSync(dirname(join(this.root, path)), { recursive: true })
    writeFileSync(join(this.root, path), text)
  }

  setUp(event = 'prestart'): SpawnSyncReturns<string> {
    const env = { ...process.env, npm_execpath: join(this.root, 'npm-cli.cjs'), npm_lifecycle_event: event }
    return spawnSync(process.execPath, [join(this.root, 'tools/setup.mjs')], { cwd: tmpdir(), env, encoding: 'utf8' })
  }

  get npmCalls(): number {
    return readFileSync(join(this.root, 'npm-calls'), 'utf8').trim().split('\n').length
  }
}

test('set-up installs and builds once, from any folder, and again only when something changed', (t) => {
  const clone = new Clone(t)

  const first = clone.setUp()
  assert.equal(first.status, 0, first.stderr)
  assert.equal(first.stderr, 'setup: dependencies installed, dist/ built\n')
  assert.ok(existsSync(join(clone.root, 'dist/kit/a.js')))
  assert.match(readFileSync(join(clone.root, 'npm-calls'), 'utf8'), /^ci --include=dev /)

  assert.equal(clone.setUp().stderr, '', 'nothing to do')

  clone.put('src/kit/a.test.ts', '')
  assert.equal(clone.setUp().stderr, '', 'tests are not built')

  clone.put('src/kit/b.ts', 'export const b = 2')
  assert.equal(clone.setUp().stderr, 'setup: dist/ built\n')

  clone.put('package-lock.json', lockfile.replace('1.0.0', '1.0.1'))
  assert.equal(clone.setUp().stderr, 'setup: dependencies installed, dist/ built\n')
  assert.equal(clone.npmCalls, 2)
})

test('what cannot be set up says what to do', (t) => {
  const clone = new Clone(t)

  clone.put('npm-cli.cjs', `console.error('registry unreachable'); process.exit(1)`)
  assertFails(clone.setUp(), /^TW_SETUP_INSTALL_FAILED: .*registry unreachable\n {2}what to do: .*npm ci$/m)

  clone.put('npm-cli.cjs', '')
  assertFails(clone.setUp(), /^TW_SETUP_NODE_MISSING: [\s\S]*\n {2}what to do: .*--ignore-scripts=false$/m)

  rmSync(join(clone.root, 'package-lock.json'))
  assertFails(clone.setUp(), /^TW_SETUP_LOCKFILE_MISSING: [\s\S]*\n {2}what to do: /)
})

test('a syntax error stops a start, but not the tests, which report it too', (t) => {
  const clone = new Clone(t)
  clone.put('src/kit/a.ts', 'export const = 1')

  assertFails(clone.setUp(), /^TW_SETUP_BUILD_FAILED: src\/kit\/a\.ts:1:14: /)

  const beforeTests = clone.setUp('pretest')
  assert.equal(beforeTests.status, 0)
  assert.match(beforeTests.stderr, /^TW_SETUP_BUILD_FAILED: src\/kit\/a\.ts:1:14: /)
})

function assertFails({ status, stderr }: SpawnSyncReturns<string>, message: RegExp): void {
  assert.equal(status, 2)
  assert.match(stderr, message)
}
