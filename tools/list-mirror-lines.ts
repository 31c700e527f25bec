/**
 * Lists every line of a corpus that could belong to a mirror, by a plain word search and nothing cleverer, so that what a
 * dialect reads can be held against a list its grammar had no part in.
 *
 * `node tools/list-mirror-lines.ts ../shared/corpus configs/cisco_ios cli-transcripts` prints file, line number and a hash
 * of each such line, separated by tabs; never the line itself.
 */
import { createHash } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

const words =
  /monitor|span|mirror|captur|traffic-export|reflector|sniffer|analy[sz]er|tcpdump|pcap|switchport capture|cpu rp|port-monitor/i

/** A line of a file that could belong to a mirror: its number from 1 and 16 hex digits of the SHA-256 of its trimmed text. */
export interface MirrorLine {
  readonly line: number
  readonly hash: string
}

/**
 * The lines with one of the words, and those of the block below each: deeper lines of a configuration, or, in a transcript
 * (YAML map of typed commands), the commands listed after it in the same mode.
 */
export function listMirrorLines(text: string, isTranscript: boolean): readonly MirrorLine[] {
  const found: MirrorLine[] = []
  let blockIndent = Number.POSITIVE_INFINITY
  for (const [index, raw] of text.split(/\r?\n/).entries()) {
    const trimmed = raw.trim()
    const indent = raw.length - raw.trimStart().length
    const inBlock = isTranscript ? indent >= blockIndent : indent > blockIndent
    if (trimmed === '' || !inBlock) blockIndent = Number.POSITIVE_INFINITY
    const named = words.test(trimmed)
    if (named && !inBlock) blockIndent = indent
    if (named || (inBlock && trimmed !== '')) found.push({ line: index + 1, hash: hashLine(trimmed) })
  }
  return found
}

function hashLine(trimmed: string): string {
  return createHash('sha256').update(trimmed).digest('hex').slice(0, 16)
}

function printFolder(root: string, folder: string): void {
  for (const name of readdirSync(join(root, folder)).sort()) {
    const file = `${folder}/${name}`
    for (const { line, hash } of listMirrorLines(readFileSync(join(root, file), 'utf8'), name.endsWith('.yaml'))) {
      console.log([file, line, hash].join('\t'))
    }
  }
}

if (import.meta.main) {
  const [root = '../shared/corpus', ...folders] = process.argv.slice(2)
  for (const folder of folders) printFolder(root, folder)
}
