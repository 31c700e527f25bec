/** Writes the text of one registry. Pure: folder names in, TypeScript out. */
import type { Room } from './rooms.ts'

const banner = '// Written by tools/gen-registries.ts from the folders beside it. Do not edit; git ignores it.'

/**
 * The registry of a room as TypeScript source.
 *
 * `render(dialects, ['cisco-ios'])` → `import { dialect as ciscoIosDialect } from './cisco-ios/index.ts' …`
 */
export function render(room: Room, plugIns: readonly string[]): string {
  const names = [...plugIns].sort()
  const lines = room.lazy ? lazyLines(room, names) : eagerLines(room, names)
  return `${banner}\n${lines.join('\n')}\n`
}

function eagerLines(room: Room, names: readonly string[]): readonly string[] {
  const aliases = names.map((name) => `${camelCase(name)}${room.type}`)
  const imports = names.map((name, index) => `import { ${room.member} as ${aliases[index]} } from './${name}/index.ts'`)
  return [
    `import type { ${room.type} } from './contract.ts'`,
    ...imports,
    '',
    `/** Every plug-in of src/${room.folder}, sorted by folder name. */`,
    ...block(`export const ${room.list}: readonly ${room.type}[] = `, '[]', aliases),
  ]
}

function lazyLines(room: Room, names: readonly string[]): readonly string[] {
  const entries = names.map((name) => `'${name}': async () => (await import('./${name}/index.ts')).${room.member}`)
  return [
    `import type { ${room.type} } from './contract.ts'`,
    '',
    `/** Opens a plug-in of src/${room.folder} by folder name; nothing is loaded before that. */`,
    ...block(`export const ${room.list}: Readonly<Record<string, () => Promise<${room.type}>>> = `, '{}', entries),
  ]
}

function block(head: string, brackets: string, entries: readonly string[]): readonly string[] {
  if (entries.length === 0) return [`${head}${brackets}`]
  return [`${head}${brackets[0]}`, ...entries.map((entry) => `  ${entry},`), `${brackets[1]}`]
}

function camelCase(folder: string): string {
  const joined = folder.replace(/-+([a-z0-9])/g, (_, letter: string) => letter.toUpperCase())
  return /^\d/.test(joined) ? `n${joined}` : joined
}
