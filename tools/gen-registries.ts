/**
 * Writes `src/<room>/registry.generated.ts` for every room with plug-ins, so that adding a plug-in is one new folder, and the guides
 * of the detections out of their pages.
 * `--check` writes nothing and fails when a registry is missing or stale. `--root <dir>` works on another tree (tests).
 */
import { existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { renderGuides } from './gen-registries/guides.ts'
import { render } from './gen-registries/render.ts'
import { type Room, rooms } from './gen-registries/rooms.ts'

const { values } = parseArgs({ options: { check: { type: 'boolean' }, root: { type: 'string' } } })
const root = resolve(values.root ?? join(import.meta.dirname, '..'))

const generated = [
  ...rooms.map((room) => ({ path: join('src', room.folder, 'registry.generated.ts'), text: registryOf(room) })),
  { path: join('src', 'detections', 'guides.generated.ts'), text: guidesOf() },
]
const stale = generated.filter(({ path, text }) => readIfPresent(join(root, path)) !== text)
if (values.check === true) report(stale.map(({ path }) => path))
else for (const file of stale) write(file)

function registryOf(room: Room): string | undefined {
  const folder = join(root, 'src', room.folder)
  return existsSync(join(folder, 'contract.ts')) ? render(room, plugInsIn(folder)) : undefined
}

function guidesOf(): string | undefined {
  const folder = join(root, 'src', 'detections')
  if (!existsSync(join(folder, 'contract.ts'))) return undefined
  const pages = plugInsIn(folder).flatMap((id) => {
    const page = readIfPresent(join(folder, id, 'README.md'))
    return page === undefined ? [] : [[id, page] as const]
  })
  return renderGuides(pages)
}

function plugInsIn(folder: string): readonly string[] {
  return readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isDirectory() && !entry.name.startsWith('_'))
    .map((entry) => entry.name)
    .filter((name) => existsSync(join(folder, name, 'index.ts')))
}

function write({ path, text }: { readonly path: string; readonly text: string | undefined }): void {
  if (text === undefined) rmSync(join(root, path))
  else writeFileSync(join(root, path), text)
}

function report(paths: readonly string[]): void {
  for (const path of paths) console.error(`${path} is stale: run \`npm run gen\``)
  if (paths.length > 0) process.exitCode = 1
}

function readIfPresent(path: string): string | undefined {
  return existsSync(path) ? readFileSync(path, 'utf8') : undefined
}
