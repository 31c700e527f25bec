import assert from 'node:assert/strict'
import { type SpawnSyncReturns, spawn, spawnSync } from 'node:child_process'
import { once } from 'node:events'
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { after, test } from 'node:test'

const project = join(import.meta.dirname, '..', '..')
const root = mkdtempSync(join(tmpdir(), 'tapwarden-build-'))
after(() => rmSync(root, { recursive: true }))

const main = `import { setTimeout as pause } from 'node:timers/promises'
import { answer } from './answer.ts'
export async function main(argv: readonly string[]): Promise<number> {
  if (argv[0] === 'wait') process.once('SIGTERM', () => process.exit(7))
  console.log(JSON.stringify({ argv, node: process.versions.node, pid: process.pid }))
  if (argv[0] === 'fail') throw new Error('fault of ours')
  if (argv[0] === 'wait') await pause(20_000)
  return answer
}
`
for (const file of ['tsconfig.json', 'tsconfig.build.json', 'bin/launcher.mjs']) put(file)
put('package.json', '{ "type": "module" }')
put('src/cli/main.ts', main)
put('src/cli/answer.ts', 'export const answer: number = 3')
put('src/cli/answer.test.ts', '')
put('src/cli/_testing/sample.ts', '')
put('src/attack/objects.json', '{}')
put('src/attack/README.md', '')
put('src/dialects/junos/cases/a/input.json', '{}')
symlinkSync(join(project, 'node_modules'), join(root, 'node_modules'))
const built = build()

function put(path: string, text?: string): void {
  mkdirSync(dirname(join(root, path)), { recursive: true })
  if (text === undefined) cpSync(join(project, path), join(root, path))
  else writeFileSync(join(root, path), text)
}

function build(...flags: readonly string[]): SpawnSyncReturns<string> {
  return spawnSync(process.execPath, [join(project, 'tools/build.ts'), '--root', root, ...flags], { encoding: 'utf8' })
}

function launch(...parameters: readonly string[]): SpawnSyncReturns<string> {
  return spawnSync(process.execPath, [join(root, 'dist/cli.js'), ...parameters], { encoding: 'utf8' })
}

test('dist/ holds code, declarations, maps and data, but no tests and documents', () => {
  assert.equal(built.status, 0, built.stderr)
  const files = readdirSync(join(root, 'dist'), { recursive: true, withFileTypes: true }).filter((entry) =>
    entry.isFile(),
  )
  assert.deepEqual(files.map(({ name }) => name).sort(), [
    ...['answer.d.ts', 'answer.js', 'answer.js.map', 'cli.js', 'main.d.ts', 'main.js', 'main.js.map', 'objects.json'],
  ])
  assert.equal(statSync(join(root, 'dist/cli.js')).mode & 0o111, 0o111)
})

test('the launcher hands arguments to main and returns its exit code', () => {
  const { status, stdout } = launch('scan', '--json', 'a b')

  assert.equal(status, 3)
  assert.deepEqual(JSON.parse(stdout).argv, ['scan', '--json', 'a b'])
})

test('a fault of ours is shown and ends with 2', () => {
  const { status, stderr } = launch('fail')

  assert.equal(status, 2)
  assert.match(stderr, /fault of ours/)
})

test('type errors fail a checked build only, syntax errors both', () => {
  put('src/cli/answer.ts', `export const answer: number = '3'`)
  assert.match(build().stderr, /^src\/cli\/answer\.ts:1:14: Type 'string' is not assignable/)
  assert.equal(build('--no-check').status, 0)

  put('src/cli/answer.ts', 'export const = 3')
  assert.equal(build('--no-check').status, 1)
  assert.ok(existsSync(join(root, 'dist/cli.js')), 'the last good build stays')

  put('tools/outside.ts', 'export const outside = 3')
  put('src/cli/answer.ts', `export { outside as answer } from '../../tools/outside.ts'`)
  assert.match(build('--no-check').stderr, /^tools\/outside\.ts: imported by src from outside/)
  assert.ok(!existsSync(join(root, 'tools/outside.js')), 'nothing is written outside dist/')

  put('src/cli/answer.ts', 'export const answer: number = 3')
  assert.equal(build().status, 0)
})

/** A Node.js of the machine that is too old for the product; the launcher must get round it. */
const oldNode = ['/usr/bin/node', '/usr/local/bin/node'].find((path) => {
  const { stdout } = spawnSync(path, ['--version'], { encoding: 'utf8' })
  return /^v(1\d|20|21)\./.test(stdout ?? '')
})
const skip = oldNode === undefined && 'no older Node.js on this machine'

test('an older Node.js hands over to the pinned one: arguments, exit code, signals', { skip }, async () => {
  const passed = spawnSync(oldNode!, [join(root, 'dist/cli.js'), 'scan', '--json'], { encoding: 'utf8' })
  assert.equal(passed.status, 3, passed.stderr)
  assert.deepEqual(JSON.parse(passed.stdout).argv, ['scan', '--json'])
  assert.match(JSON.parse(passed.stdout).node, /^24\./)

  const waiting = spawn(oldNode!, [join(root, 'dist/cli.js'), 'wait'], { stdio: ['ignore', 'pipe', 'inherit'] })
  await once(waiting.stdout, 'data')
  waiting.kill('SIGTERM')
  assert.deepEqual(await once(waiting, 'exit'), [7, null])
})

test('an older Node.js without a pinned one says what to do', { skip }, () => {
  const alone = join(root, 'alone')
  mkdirSync(alone)
  writeFileSync(join(alone, 'package.json'), '{ "type": "module" }')
  cpSync(join(root, 'dist'), join(alone, 'dist'), { recursive: true })
  rmSync(join(root, 'node_modules'))

  const { status, stderr } = spawnSync(oldNode!, [join(alone, 'dist/cli.js')], { encoding: 'utf8' })

  assert.equal(status, 2)
  assert.match(stderr, /^TW_CLI_NODE_TOO_OLD: .*\n {2}what to do: /)
})
