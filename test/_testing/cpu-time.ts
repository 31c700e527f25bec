/** Bounds of tests are counted in this process's own time, so that a busy machine fails none. */

/** Milliseconds of processor time this process has used. */
export function cpuTimeMs(): number {
  const { user, system } = process.cpuUsage()
  return (user + system) / 1000
}
