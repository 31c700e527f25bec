/** Writes the mixed log that large-log measurements read: the same size, density and seed give the same bytes. */
import { closeSync, openSync, writeSync } from 'node:fs'
import { below, type Random, seededRandom } from '../../tools/proofs/_shared/random.ts'
import { commandLines, mirrorCommands, ordinaryLines, typedCommands } from './lines.data.ts'

/** What to write. */
export interface LogOptions {
  readonly sizeBytes: number
  /** One line out of this many records a typed command. */
  readonly linesPerCommand: number
  readonly seed: number
}

/** What was written. */
export interface WrittenLog {
  readonly bytes: number
  readonly lines: number
  readonly commands: number
}

/** When the log begins; it covers a day, whatever its size. */
const START_MS = Date.parse('2026-11-13T00:00:00Z')
const DAY_MS = 86_400_000

/** Of so many typed commands one is about a mirror. */
const COMMANDS_PER_MIRROR = 200

const WRITE_BYTES = 4 * 1024 * 1024
const DEVICES = 200

/** Each platform has devices of its own name. */
const DEVICE_PREFIXES: Readonly<Record<string, string>> = {
  ios: 'edge-rtr-',
  nxos: 'core-sw-',
  junos: 'pe-',
  asa: 'fw-',
}

const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec']

/** Writes a log of at least `sizeBytes`; the last line is whole. Some 10 s for a gibibyte. */
export function writeLog(path: string, options: LogOptions): WrittenLog {
  const lines = new LogLines(options.seed)
  const descriptor = openSync(path, 'w')
  const written = { bytes: 0, lines: 0, commands: 0 }
  try {
    while (written.bytes < options.sizeBytes) {
      let block = ''
      while (block.length < WRITE_BYTES && written.bytes + block.length < options.sizeBytes) {
        written.lines += 1
        const isCommand = written.lines % options.linesPerCommand === 0
        if (isCommand) written.commands += 1
        const atMs = START_MS + Math.floor(((written.bytes + block.length) / options.sizeBytes) * DAY_MS)
        block += lines.next(isCommand, { atMs, sequence: written.lines })
      }
      written.bytes += writeSync(descriptor, block, null, 'latin1')
    }
  } finally {
    closeSync(descriptor)
  }
  return written
}

/** A template cut at its fields: text, field, text, field, … text. */
type Template = readonly string[]

class LogLines {
  readonly #random: Random
  readonly #ordinary = ordinaryLines.map(cut)
  readonly #commands = withCommands(typedCommands)
  readonly #mirrorCommands = withCommands(mirrorCommands)
  #clock = { second: 0, text: '', day: '' }

  constructor(seed: number) {
    this.#random = seededRandom(seed)
  }

  next(isCommand: boolean, at: { readonly atMs: number; readonly sequence: number }): string {
    const template = this.#pick(isCommand ? this.#pickCommands() : this.#ordinary)
    const second = Math.floor(at.atMs / 1000)
    if (second !== this.#clock.second) this.#clock = { second, ...clock(new Date(second * 1000)) }
    let line = template[0] ?? ''
    for (let part = 1; part < template.length; part += 2) {
      line += this.#field(template[part] ?? '', at.sequence) + (template[part + 1] ?? '')
    }
    return `${line}\n`
  }

  #field(name: string, sequence: number): string | number {
    const prefix = DEVICE_PREFIXES[name]
    if (prefix !== undefined) return prefix + this.#number(100, DEVICES)
    if (name === 'n') return this.#number(1, 250)
    if (name === 'd') return this.#number(1, 9)
    if (name === 'p') return this.#number(1000, 9000)
    if (name === 'state') return this.#number(0, 2) === 0 ? 'up' : 'down'
    if (name === 'seq') return sequence
    if (name === 'epoch') return this.#clock.second
    return name === 'day' ? this.#clock.day : this.#clock.text
  }

  #pickCommands(): readonly Template[] {
    return below(this.#random, COMMANDS_PER_MIRROR) === 0 ? this.#mirrorCommands : this.#commands
  }

  #number(from: number, count: number): number {
    return from + below(this.#random, count)
  }

  #pick(templates: readonly Template[]): Template {
    return templates[below(this.#random, templates.length)] ?? []
  }
}

function withCommands(commands: readonly string[]): readonly Template[] {
  return commandLines.flatMap((line) => commands.map((command) => cut(line.replace('{command}', command))))
}

function cut(template: string): Template {
  return template.split(/\{(\w+)\}/)
}

/** `Nov 13 02:14:07` and `2026-11-13 02:14:07`. */
function clock(at: Date): { readonly text: string; readonly day: string } {
  const iso = at.toISOString()
  const month = MONTHS[at.getUTCMonth()]
  return { text: `${month} ${iso.slice(8, 10)} ${iso.slice(11, 19)}`, day: iso.slice(0, 19).replace('T', ' ') }
}
