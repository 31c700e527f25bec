/** Preloaded into a measured program: when it ends, writes the most memory it held, in bytes, to a file. */
import { writeFileSync } from 'node:fs'

process.on('exit', () => {
  const file = process.env['TAPWARDEN_PEAK_FILE']
  if (file !== undefined) writeFileSync(file, String(process.resourceUsage().maxRSS * 1024))
})
