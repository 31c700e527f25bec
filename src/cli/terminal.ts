/** Where a command speaks: data on stdout, talk on stderr. */
import { createColors } from 'picocolors'
import { printable } from './printable.ts'

/** One run's two streams and what they can show. */
export interface Terminal {
  /** Data: what scripts read. */
  out(text: string): void
  /** Talk: what people read beside it. */
  say(text: string): void
  /** Whether a person watches stderr, so that a progress bar makes sense. */
  readonly watched: boolean
  readonly widthColumns: number
  readonly colors: ReturnType<typeof createColors>
}

/** The process's own terminal. Colours follow NO_COLOR, FORCE_COLOR and whether stdout is a terminal. */
export function processTerminal(): Terminal {
  const { stdout, stderr, env } = process
  leaveWhenUnheard()
  const wantsColor = env['NO_COLOR'] === undefined && (env['FORCE_COLOR'] !== undefined || stdout.isTTY === true)
  return {
    out: (text) => void stdout.write(toLines(text)),
    say: (text) => void stderr.write(toLines(text)),
    watched: stderr.isTTY === true,
    widthColumns: Math.max(60, Math.min(stdout.columns ?? 120, 160)),
    colors: createColors(wantsColor),
  }
}

function toLines(text: string): string {
  return printable(text.endsWith('\n') ? text : `${text}\n`)
}

/** `tapwarden scan … | head` closes the pipe early: that is no error. */
function leaveWhenUnheard(): void {
  process.stdout.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code === 'EPIPE') process.exit(0)
    throw error
  })
}
