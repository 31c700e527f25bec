/** What is known of one release without opening its bytes: the files it was imported from and every object in them. */
import { z } from 'zod'

/** A hash that a source names for something, kept as said: which algorithm over which bytes is often not stated. */
export const ClaimedHash = z.strictObject({ hash: z.string(), by: z.string() })
/** `{ hash: '0e0b6f11260a1b43', by: 'an annotated page' }`. */
export type ClaimedHash = z.infer<typeof ClaimedHash>

/** Something that an object says of another one; `to` is a STIX id, or the short name of a tactic. */
export const StixLink = z.strictObject({ relation: z.string(), to: z.string(), says: z.string().optional() })
/** `{ relation: 'log source', to: 'x-mitre-data-component--a7f2…', says: 'networkdevice:syslog: …' }`. */
export type StixLink = z.infer<typeof StixLink>

/** What an object says of itself. */
export const StixObject = z.strictObject({
  stixId: z.string(),
  type: z.string(),
  attackId: z.string().optional(),
  name: z.string().optional(),
  /** Short name of a tactic: `exfiltration`. */
  shortName: z.string().optional(),
  /** `x_mitre_version`, the object's own. */
  version: z.string().optional(),
  /** `x_mitre_attack_spec_version`. */
  specVersion: z.string().optional(),
  created: z.string().optional(),
  modified: z.string().optional(),
  status: z.enum(['current', 'deprecated', 'revoked']),
  links: z.array(StixLink),
  /** Of a relationship: what it ties. */
  ties: z.strictObject({ relation: z.string(), from: z.string(), to: z.string() }).optional(),
})
/** `{ stixId: 'x-mitre-analytic--0729dd54-…', type: 'x-mitre-analytic', attackId: 'AN1132', version: '1.0', … }`. */
export type StixObject = z.infer<typeof StixObject>

/** An object and where its exact bytes stand: in file number `file`, from `offset`. */
export const IndexedObject = StixObject.extend({
  file: z.int().nonnegative(),
  offset: z.int().nonnegative(),
  bytes: z.int().positive(),
  /** SHA-256 of exactly these bytes. */
  sha256: z.string(),
  claimed: ClaimedHash.optional(),
})
/** An object of a release as its index has it. */
export type IndexedObject = z.infer<typeof IndexedObject>

/** A file as it was given. */
export const ImportedFile = z.strictObject({
  path: z.string(),
  bytes: z.int().nonnegative(),
  sha256: z.string(),
  /** The pack that keeps it, by its SHA-256, and where the file begins there. */
  pack: z.string().regex(/^[0-9a-f]{64}$/),
  offset: z.int().nonnegative(),
  /** STIX version of the bundle, where it says one. */
  stixVersion: z.string().optional(),
  /** Where it was obtained, by the operator's word. */
  source: z.string().optional(),
  importedAt: z.string(),
  claimed: ClaimedHash.optional(),
})
/** `{ path: 'enterprise-attack.json', bytes: 48903321, sha256: '…', pack: '…', offset: 0, importedAt: '…' }`. */
export type ImportedFile = z.infer<typeof ImportedFile>

/** The index of one release. Objects are sorted by STIX id. */
export const ReleaseIndex = z.strictObject({
  tapwardenAttackIndex: z.literal(1),
  release: z.string(),
  /** Goes with every copy of MITRE's words, and names are words. */
  notice: z.string(),
  files: z.array(ImportedFile),
  objects: z.array(IndexedObject),
})
/** The index of one release. */
export type ReleaseIndex = z.infer<typeof ReleaseIndex>
