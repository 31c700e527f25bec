/**
 * Preloaded into a measured program: when it ends, writes the most memory it held, in bytes, to a file. Plain JavaScript,
 * because loading the means to run TypeScript would itself take 16 MiB.
 */
import { writeFileSync } from 'node:fs'

process.on('exit', () => {
  const file = process.env['TAPWARDEN_PEAK_FILE']
  if (file !== undefined) writeFileSync(file, String(process.resourceUsage().maxRSS * 1024))
})
