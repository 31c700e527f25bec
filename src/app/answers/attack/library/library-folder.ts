/** Where releases of ATT&CK are kept, and how files come there whole or not at all. */
import { randomUUID } from 'node:crypto'
import { closeSync, fsyncSync, mkdirSync, openSync, renameSync, rmSync, writeSync } from 'node:fs'
import { homedir } from 'node:os'
import { dirname, join } from 'node:path'

type Environment = Readonly<Record<string, string | undefined>>

/**
 * The folder that was named, else `attack` below `TAPWARDEN_HOME`, else below the user's data home:
 * `$XDG_DATA_HOME/tapwarden/attack`, `~/.local/share/tapwarden/attack`.
 *
 * @source XDG Base Directory Specification 0.8: XDG_DATA_HOME, which counts only as an absolute path
 */
export function libraryFolder(named: string | undefined, env: Environment = process.env): string {
  if (named !== undefined) return named
  const { TAPWARDEN_HOME: home, XDG_DATA_HOME: data } = env
  if (home !== undefined && home !== '') return join(home, 'attack')
  const base = data?.startsWith('/') === true ? data : join(homedir(), '.local', 'share')
  return join(base, 'tapwarden', 'attack')
}

/** Files as they were imported, one after the other; the name is the SHA-256 of the whole. */
export function packPath(library: string, sha256: string): string {
  return join(library, 'packs', sha256)
}

/** The index of one release; its name holds digits and a dot. */
export function indexPath(library: string, release: string): string {
  return join(library, 'releases', `${release}.json`)
}

/** A file that nobody sees before it is whole. */
export class UnfinishedFile {
  readonly #path: string
  readonly #file: number

  /** Opens it in `folder`, which is made where it is not there. */
  constructor(folder: string) {
    mkdirSync(folder, { recursive: true })
    this.#path = join(folder, `.${randomUUID()}.tmp`)
    this.#file = openSync(this.#path, 'wx', 0o644)
  }

  write(bytes: Uint8Array): void {
    for (let at = 0; at < bytes.length; ) at += writeSync(this.#file, bytes, at)
  }

  /** On the disk under its name; one that was there is replaced. */
  finish(path: string): void {
    fsyncSync(this.#file)
    closeSync(this.#file)
    renameSync(this.#path, path)
    const folder = openSync(dirname(path), 'r')
    fsyncSync(folder)
    closeSync(folder)
  }

  /** As if it had never been there. */
  abandon(): void {
    closeSync(this.#file)
    rmSync(this.#path, { force: true })
  }
}

/** Writes a whole file at once. */
export function writeWhole(path: string, text: string): void {
  const file = new UnfinishedFile(dirname(path))
  try {
    file.write(Buffer.from(text))
  } catch (error) {
    file.abandon()
    throw error
  }
  file.finish(path)
}
