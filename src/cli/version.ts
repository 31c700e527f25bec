/** The version of this installation. */
import { readFileSync } from 'node:fs'

/** The version in the package's own manifest: `0.1.0`. Works from `src/` and from `dist/`, which lie equally deep. */
export function version(): string {
  const manifest: unknown = JSON.parse(readFileSync(new URL('../../package.json', import.meta.url), 'utf8'))
  const found =
    typeof manifest === 'object' && manifest !== null && 'version' in manifest ? manifest.version : undefined
  return typeof found === 'string' ? found : 'unknown'
}
