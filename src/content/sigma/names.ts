/** Names that stay the same from build to build: ids, file names, names by which correlations refer to rules. */
import { sha256Hex } from '../../kit/hash.ts'

/**
 * A UUID in the form of version 4, made of what it names: `toUuid('rule', 'session-not-approved', 'aws-cloudtrail')`.
 *
 * @source RFC 9562, 5.4 (the places of version and variant); Sigma asks for version 4, which nobody can tell from a hash
 */
export function toUuid(...parts: readonly string[]): string {
  const hex = sha256Hex(['tapwarden', 'sigma', ...parts].join('\u0000'))
  const variant = ((Number.parseInt(hex.charAt(16), 16) & 0x3) | 0x8).toString(16)
  const bits = `${hex.slice(0, 12)}4${hex.slice(13, 16)}${variant}${hex.slice(17, 32)}`
  return [bits.slice(0, 8), bits.slice(8, 12), bits.slice(12, 16), bits.slice(16, 20), bits.slice(20)].join('-')
}

/** The longest name without `.yml` and a prefix such as `mr_`. @source Sigma rules specification 2.1.0, "Yaml File": 10 to 70 characters */
const MAX_LENGTH = 63

/** `aws_cloudtrail_session_not_approved.yml`; what would be too long ends with a part of its hash. */
export function toFileName(...parts: readonly string[]): string {
  const name = toRuleName(...parts)
  const short = `${name.slice(0, MAX_LENGTH - 7).replace(/_$/, '')}_${sha256Hex(name).slice(0, 6)}`
  return `${name.length > MAX_LENGTH ? short : name}.yml`
}

/** `aws_cloudtrail_session_not_approved`: unique among all that is built. */
export function toRuleName(...parts: readonly string[]): string {
  return parts
    .join('_')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '_')
}
