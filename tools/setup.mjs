/**
 * Makes a clone runnable: dependencies, registries, dist/. npm runs it before `start` and `test`, when nothing may be
 * installed yet, so it is plain JavaScript for Node 18 and needs no package. Quick and silent when all is current.
 */
import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

const root = join(dirname(fileURLToPath(import.meta.url)), '..')
const modules = join(root, 'node_modules')
const pinnedNode = join(modules, 'node', 'bin', process.platform === 'win32' ? 'node.exe' : 'node')
const stampFile = join(modules, '.cache', 'tapwarden', 'setup-stamp')

const done = []
if (!dependenciesAreCurrent()) install()
if (!buildIsCurrent()) build()
if (done.length > 0) console.error(`setup: ${done.join(', ')}`)

/** The copy of the lockfile that npm leaves in node_modules says what is really there. */
function dependenciesAreCurrent() {
  const wanted = packagesOf(join(root, 'package-lock.json'))
  const present = packagesOf(join(modules, '.package-lock.json'))
  if (wanted === undefined)
    fail('LOCKFILE_MISSING', 'package-lock.json cannot be read', 'restore it: git checkout package-lock.json')
  if (present === undefined || !existsSync(pinnedNode)) return false
  return Object.keys(wanted).every((path) => {
    if (path === '') return true
    const found = present[path]
    return found === undefined ? wanted[path].optional === true : found.version === wanted[path].version
  })
}

function packagesOf(lockfile) {
  try {
    return JSON.parse(readFileSync(lockfile, 'utf8')).packages
  } catch {
    return undefined
  }
}

function install() {
  const options = ['ci', '--include=dev', '--no-audit', '--no-fund', '--loglevel=error']
  const npm = process.env.npm_execpath
  const ran = /npm-cli\.c?js$/.test(npm ?? '') ? run(process.execPath, [npm, ...options]) : run('npm', options)
  if (!ran.ok) {
    const start = ran.output.split('\n').slice(0, 12).join('\n')
    fail('INSTALL_FAILED', `npm ci did not finish: ${start}`, 'check the network and npm settings, then run: npm ci')
  }
  if (!existsSync(pinnedNode)) {
    fail(
      'NODE_MISSING',
      `the pinned Node.js is not at ${pinnedNode}`,
      'install scripts must be allowed: npm ci --ignore-scripts=false',
    )
  }
  done.push('dependencies installed')
}

function buildIsCurrent() {
  return (
    existsSync(join(root, 'dist', 'cli.js')) && existsSync(stampFile) && readFileSync(stampFile, 'utf8') === stamp()
  )
}

function build() {
  const registries = run(pinnedNode, [join(root, 'tools', 'gen-registries.ts')])
  if (!registries.ok) fail('REGISTRIES_FAILED', registries.output, 'run: npm run gen')
  const before = stamp()
  const built = run(pinnedNode, [join(root, 'tools', 'build.ts'), '--no-check'])
  if (built.ok) {
    mkdirSync(dirname(stampFile), { recursive: true })
    writeFileSync(stampFile, before)
    done.push('dist/ built')
    return
  }
  // `npm test` reports the same error once more, beside everything else it finds, so it may go on.
  if (process.env.npm_lifecycle_event === 'pretest') console.error(`TW_SETUP_BUILD_FAILED: ${built.output}`)
  else fail('BUILD_FAILED', built.output, 'mend the source, then run: npm run build')
}

/** One hash over names, sizes and times of all that dist/ is made of. Test data is left out. */
function stamp() {
  const hash = createHash('sha256')
  for (const entry of [
    'package-lock.json',
    'tsconfig.json',
    'tsconfig.build.json',
    'bin',
    'src',
    'tools/build',
    'tools/build.ts',
  ]) {
    addToStamp(hash, join(root, entry))
  }
  return hash.digest('hex')
}

function addToStamp(hash, path) {
  if (!existsSync(path)) return
  const { mtimeMs, size } = statSync(path)
  const entries = statSync(path).isDirectory() ? readdirSync(path, { withFileTypes: true }) : undefined
  if (entries === undefined) hash.update(`${path}\0${size}\0${mtimeMs}\n`)
  for (const entry of entries ?? []) {
    if (entry.name !== 'cases' && !entry.name.endsWith('.test.ts')) addToStamp(hash, join(path, entry.name))
  }
}

function run(command, parameters) {
  const ran = spawnSync(command, parameters, { cwd: root, encoding: 'utf8', stdio: ['ignore', 'pipe', 'pipe'] })
  const output = ran.error === undefined ? `${ran.stdout}${ran.stderr}`.trim() : ran.error.message
  return { ok: ran.status === 0, output }
}

function fail(code, message, help) {
  console.error(`TW_SETUP_${code}: ${message}\n  what to do: ${help}`)
  process.exit(2)
}
