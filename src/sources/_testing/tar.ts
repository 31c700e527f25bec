/** Writes tape archives for tests, right or wrong in just the way that a test wants. */

/** A member: its name, content and type flag (`0`, a file, unless given). */
export interface TarEntry {
  readonly name: string
  readonly content: string | Uint8Array
  readonly type?: string
}

/** A ustar archive with its end mark. */
export function tarOf(entries: readonly TarEntry[]): Buffer {
  return Buffer.concat([...entries.map(blocksOf), Buffer.alloc(1024)])
}

function blocksOf({ name, content, type = '0' }: TarEntry): Buffer {
  const bytes = Buffer.from(content)
  const header = Buffer.alloc(512)
  header.write(name, 0, 100)
  header.write('0000644\u00000000000\u00000000000\u0000', 100)
  header.write(bytes.length.toString(8).padStart(11, '0'), 124)
  header.write('00000000000\u0000        ', 136)
  header.write(`${type}`, 156)
  header.write('ustar\u000000', 257)
  const sum = header.reduce((total, byte) => total + byte, 0)
  header.write(`${sum.toString(8).padStart(6, '0')}\u0000 `, 148)
  return Buffer.concat([header, bytes, Buffer.alloc((512 - (bytes.length % 512)) % 512)])
}
