/** Says on standard error how far a long run is, at most every few seconds. */

const EVERY_MS = 5_000

/** A line for each call that comes late enough behind the last. `any-order: 40 of 300 filings`. */
export function progressOf(name: string): (says: string) => void {
  let last = performance.now()
  return (says) => {
    if (performance.now() - last < EVERY_MS) return
    last = performance.now()
    console.error(`  ${name}: ${says}`)
  }
}
