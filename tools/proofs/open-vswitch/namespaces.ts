/** Network namespaces of this process alone, by `ip netns`, and commands in them. */
import { type ChildProcess, spawn, spawnSync } from 'node:child_process'
import { once } from 'node:events'
import { createInterface } from 'node:readline'

/** Runs a program to its end and hands back what it printed; throws with what it said when it fails. */
export function call(command: string, ...words: readonly string[]): string {
  const { status, stdout, stderr, error } = spawnSync(command, words, { encoding: 'utf8', timeout: 20_000 })
  if (error !== undefined || status !== 0)
    throw new Error(`${command} ${words.join(' ')}: ${error?.message ?? stderr.trim()}`)
  return stdout
}

/** Namespaces whose names carry the process id, so that runs beside each other do not meet. Close them in any case. */
export class Namespaces {
  readonly #names = new Set<string>()
  readonly #started: ChildProcess[] = []

  /** `nameOf('sw')` → `tw4711-sw`, as `ip netns` lists it. */
  nameOf(short: string): string {
    return `tw${process.pid}-${short}`
  }

  /** A namespace with its loopback up. */
  add(short: string): void {
    call('ip', 'netns', 'add', this.nameOf(short))
    this.#names.add(short)
    this.ip(short, 'link', 'set', 'lo', 'up')
  }

  /** A cable from `port` in one namespace to `eth0` in another, both ends up. */
  connect(from: string, port: string, to: string): void {
    const ends = ['netns', this.nameOf(from), 'type', 'veth', 'peer', 'name', 'eth0', 'netns', this.nameOf(to)]
    call('ip', 'link', 'add', port, ...ends)
    this.ip(from, 'link', 'set', port, 'up')
    this.ip(to, 'link', 'set', 'eth0', 'up')
  }

  ip(short: string, ...words: readonly string[]): void {
    call('ip', '-n', this.nameOf(short), ...words)
  }

  /** Runs a program inside to its end. */
  exec(short: string, ...words: readonly string[]): string {
    return call('ip', 'netns', 'exec', this.nameOf(short), ...words)
  }

  /** Starts a program inside and waits until it says on its error output that it is ready. */
  async start(short: string, words: readonly string[], ready: RegExp): Promise<ChildProcess> {
    const started = spawn('ip', ['netns', 'exec', this.nameOf(short), ...words], {
      stdio: ['ignore', 'ignore', 'pipe'],
    })
    this.#started.push(started)
    for await (const line of createInterface({ input: started.stderr })) if (ready.test(line)) break
    started.stderr.resume()
    return started
  }

  /** Ends what is left in the namespaces, and the namespaces. */
  close(): void {
    for (const child of this.#started) child.kill('SIGKILL')
    for (const short of this.#names) {
      const name = this.nameOf(short)
      for (const pid of call('ip', 'netns', 'pids', name).split('\n').filter(Boolean)) endProcess(Number(pid))
      call('ip', 'netns', 'del', name)
    }
    this.#names.clear()
  }
}

/** Ends a process that was started here; one that is gone already is no matter. */
function endProcess(pid: number): void {
  try {
    process.kill(pid, 'SIGKILL')
  } catch {
    // It ended by itself.
  }
}

/** Interrupts a program and waits for its end. */
export async function interrupt(child: ChildProcess): Promise<void> {
  const ended = once(child, 'exit')
  child.kill('SIGINT')
  await ended
}
