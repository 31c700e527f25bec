/** Ids of ATT&CK, what they name, and which STIX types hold such objects. */
import { badId } from '../errors.ts'

interface Family {
  readonly kind: string
  readonly pattern: RegExp
  /** STIX types of such objects. */
  readonly types: readonly string[]
}

/** @source ATT&CK data model, USAGE.md of mitre/cti: "Object and Relationship Types"; ids of 18: DET, AN, DC */
const FAMILIES: readonly Family[] = [
  { kind: 'technique', pattern: /^T\d{4}(?:\.\d{3})?$/, types: ['attack-pattern'] },
  { kind: 'tactic', pattern: /^TA\d{4}$/, types: ['x-mitre-tactic'] },
  { kind: 'mitigation', pattern: /^M\d{4}$/, types: ['course-of-action'] },
  { kind: 'detection strategy', pattern: /^DET\d{4}$/, types: ['x-mitre-detection-strategy'] },
  { kind: 'analytic', pattern: /^AN\d{4}$/, types: ['x-mitre-analytic'] },
  { kind: 'data component', pattern: /^DC\d{4}$/, types: ['x-mitre-data-component'] },
  { kind: 'data source', pattern: /^DS\d{4}$/, types: ['x-mitre-data-source'] },
  { kind: 'group', pattern: /^G\d{4}$/, types: ['intrusion-set'] },
  { kind: 'software', pattern: /^S\d{4}$/, types: ['malware', 'tool'] },
  { kind: 'campaign', pattern: /^C\d{4}$/, types: ['campaign'] },
]

/** @source STIX 2.1, section 2.9: identifier */
const STIX_ID = /^[a-z0-9][a-z0-9-]{1,248}--[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/

/** An id as somebody asked for it: `an1132` → `{ form: 'attack', id: 'AN1132', types: ['x-mitre-analytic'] }`. */
export type AskedId =
  | { readonly form: 'attack'; readonly id: string; readonly types: readonly string[] }
  | { readonly form: 'stix'; readonly id: string }

/** Throws `TW_ATTACK_ID` where it is neither an id of ATT&CK nor of STIX. */
export function parseAttackId(text: string): AskedId {
  const upper = text.toUpperCase()
  const family = FAMILIES.find(({ pattern }) => pattern.test(upper))
  if (family !== undefined) return { form: 'attack', id: upper, types: family.types }
  if (isStixId(text.toLowerCase())) return { form: 'stix', id: text.toLowerCase() }
  throw badId(text)
}

/** `attack-pattern--7c46b364-8496-4234-8a56-f7e6727e21e1`. */
export function isStixId(text: string): boolean {
  return STIX_ID.test(text)
}

/** `x-mitre-analytic` → `analytic`; a type that has no ids of its own is its own word: `relationship`. */
export function kindOfType(type: string): string {
  return FAMILIES.find(({ types }) => types.includes(type))?.kind ?? type
}

/** `AN1132` → `analytic`; text that is no id of ATT&CK → undefined. */
export function kindOfId(id: string): string | undefined {
  return FAMILIES.find(({ pattern }) => pattern.test(id))?.kind
}
