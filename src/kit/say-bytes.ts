/** Amounts of bytes in words. */

const UNITS = ['kB', 'MB', 'GB', 'TB', 'PB'] as const

/** `1500 bytes`, `12.3 kB`, `1.2 MB`: decimal units, one digit behind the point, cut and never rounded up, for what is "at least". */
export function sayBytes(bytes: number): string {
  if (bytes < 10_000) return `${bytes} bytes`
  const power = Math.min(Math.floor(Math.log10(bytes) / 3), UNITS.length)
  return `${Math.floor((bytes / 1000 ** power) * 10) / 10} ${UNITS[power - 1] ?? 'bytes'}`
}
