/**
 * Writes `src/<room>/registry.generated.ts` for every room with plug-ins, so that adding a plug-in is one new folder.
 * `--check` writes nothing and fails when a registry is missing or stale. `--root <dir>` works on another tree (tests).
 */
import { existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { render } from './gen-registries/render.ts'
import { type Room, rooms } from './gen-registries/rooms.ts'

const { values } = parseArgs({ options: { check: { type: 'boolean' }, root: { type: 'string' } } })
const root = resolve(values.root ?? join(import.meta.dirname, '..'))

const stale = rooms.filter((room) => readIfPresent(registryPath(room)) !== wanted(room))
if (values.check === true) report(stale)
else for (const room of stale) write(room)

function wanted(room: Room): string | undefined {
  const folder = join(root, 'src', room.folder)
  return existsSync(join(folder, 'contract.ts')) ? render(room, plugInsIn(folder)) : undefined
}

function plugInsIn(folder: string): readonly string[] {
  return readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isDirectory() && !entry.name.startsWith('_'))
    .map((entry) => entry.name)
    .filter((name) => existsSync(join(folder, name, 'index.ts')))
}

function write(room: Room): void {
  const text = wanted(room)
  if (text === undefined) rmSync(registryPath(room))
  else writeFileSync(registryPath(room), text)
}

function report(rooms: readonly Room[]): void {
  for (const room of rooms) console.error(`src/${room.folder}/registry.generated.ts is stale: run \`npm run gen\``)
  if (rooms.length > 0) process.exitCode = 1
}

function registryPath(room: Room): string {
  return join(root, 'src', room.folder, 'registry.generated.ts')
}

function readIfPresent(path: string): string | undefined {
  return existsSync(path) ? readFileSync(path, 'utf8') : undefined
}
