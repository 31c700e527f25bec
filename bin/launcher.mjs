#!/usr/bin/env node
// The `tapwarden` command, copied to dist/cli.js. Under a Node.js that is new enough it runs the program; under an older
// one it starts the pinned one. It must parse under Node.js 12, hence the old-fashioned language.
import { spawn } from 'child_process'
import { existsSync } from 'fs'
import { createRequire } from 'module'
import { dirname, join } from 'path'
import { fileURLToPath } from 'url'
import { setFlagsFromString } from 'v8'

const OLDEST = [22, 13]

if (isNewEnough(process.versions.node)) {
  keepHeapSmall()
  import('./cli/main.js').then(start).catch(crash)
} else {
  const node = findPinnedNode()
  if (node === undefined) refuse()
  else hand(node)
}

/**
 * A scan makes many short-lived objects and keeps few: left alone, the young generation grows until a log of a gibibyte
 * holds twice the memory for a tenth less time.
 */
function keepHeapSmall() {
  setFlagsFromString('--semi-space-growth-factor=1')
  setFlagsFromString('--heap-growing-percent=30')
}

function isNewEnough(version) {
  const parts = version.split('.').map(Number)
  return parts[0] > OLDEST[0] || (parts[0] === OLDEST[0] && parts[1] >= OLDEST[1])
}

function start(program) {
  return program.main(process.argv.slice(2)).then(function (code) {
    process.exitCode = code
  })
}

function crash(error) {
  console.error(error)
  process.exitCode = 2
}

/** The package `node` carries a Node.js of its own; it is a neighbour here or wherever npm hoisted it. */
function findPinnedNode() {
  try {
    const manifest = createRequire(import.meta.url).resolve('node/package.json')
    const node = join(dirname(manifest), 'bin', process.platform === 'win32' ? 'node.exe' : 'node')
    return existsSync(node) ? node : undefined
  } catch (_) {
    return undefined
  }
}

function hand(node) {
  const parameters = [fileURLToPath(import.meta.url)].concat(process.argv.slice(2))
  const child = spawn(node, process.execArgv.concat(parameters), { stdio: 'inherit' })
  child.on('error', crash)
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) {
    process.on(signal, function () {
      // A terminal sends Ctrl-C to both processes; twice would mean "at once" to the program.
      if (signal !== 'SIGINT' || !process.stdin.isTTY) child.kill(signal)
    })
  }
  child.on('exit', function (code, signal) {
    if (signal === null) process.exit(code)
    process.removeAllListeners(signal)
    process.kill(process.pid, signal)
  })
}

function refuse() {
  console.error(
    'TW_CLI_NODE_TOO_OLD: tapwarden needs Node.js ' + OLDEST.join('.') + ' or newer, this is ' + process.versions.node,
  )
  console.error('  what to do: install a newer Node.js, or put one beside tapwarden: npm install node@24')
  process.exitCode = 2
}
