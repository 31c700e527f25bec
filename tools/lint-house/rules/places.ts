/** Where files and folders stand and what they are called. These rules see paths only. */
import type { Problem } from '../problem.ts'

const limits = { filesPerFolder: 14, depth: 4 } as const
const plugInParents: ReadonlySet<string> = new Set([
  'src/sources',
  'src/dialects',
  'src/detections',
  'src/sinks',
  'src/store',
  'tools/proofs',
])

/** Checks the paths of all source files at once. */
export function places(paths: readonly string[]): readonly Problem[] {
  return [
    ...paths.flatMap(fileName),
    ...foldersOf(paths).flatMap(folderName),
    ...foldersOf(paths).flatMap(depth),
    ...crowded(paths),
  ]
}

/** Files are kebab-case: `mirror-session.ts`, `mirror-session.test.ts`. */
function fileName(path: string): readonly Problem[] {
  const name = path.slice(path.lastIndexOf('/') + 1)
  if (/^[a-z0-9]+(-[a-z0-9]+)*(\.[a-z0-9-]+)*$/.test(name)) return []
  return [{ path, line: 1, rule: 'kebab-case', message: `${name}: lower case, words joined by -` }]
}

/** Folders are kebab-case too, and say what is in them. */
function folderName(folder: string): readonly Problem[] {
  const name = folder.slice(folder.lastIndexOf('/') + 1)
  if (/^(utils?|common|helpers?|misc)$/.test(name.replace(/^_/, ''))) {
    return [
      { path: folder, line: 1, rule: 'folder-name', message: `${name} says nothing: name it after what it holds` },
    ]
  }
  if (/^_?[a-z0-9]+(-[a-z0-9]+)*$/.test(name)) return []
  return [{ path: folder, line: 1, rule: 'kebab-case', message: `${name}: lower case, words joined by -` }]
}

/** At most four folders below `src/`. */
function depth(folder: string): readonly Problem[] {
  const below = folder.split('/').length - 1
  if (!folder.startsWith('src/') || below <= limits.depth) return []
  return [{ path: folder, line: 1, rule: 'depth', message: `${below} folders below src, at most ${limits.depth}` }]
}

/** At most 14 files in a folder, tests not counted. */
function crowded(paths: readonly string[]): readonly Problem[] {
  const counted = paths.filter((path) => !path.endsWith('.test.ts'))
  return foldersOf(paths).flatMap((folder) => {
    const count = counted.filter((path) => path.slice(0, path.lastIndexOf('/')) === folder).length
    if (count <= limits.filesPerFolder || plugInParents.has(folder)) return []
    return [
      { path: folder, line: 1, rule: 'crowded-folder', message: `${count} files, at most ${limits.filesPerFolder}` },
    ]
  })
}

function foldersOf(paths: readonly string[]): readonly string[] {
  const folders = paths.flatMap((path) => {
    const parts = path.split('/').slice(0, -1)
    return parts.map((_, index) => parts.slice(0, index + 1).join('/'))
  })
  return [...new Set(folders)].sort()
}
