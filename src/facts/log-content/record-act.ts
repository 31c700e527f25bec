/** What one record of a log shows somebody doing: the words in which platforms offer signatures and content asks for them. */
import { SignalKind } from '../fact.ts'

/**
 * Acts upon mirrors and captures themselves. `session-set` makes, changes or switches on what copies; `session-repointed` is one that
 * by itself says a new destination for a session that was there; `part-…` is about what sessions share (targets, filters, rules);
 * `session-refused` was denied or failed; `mirror-rights-granted` gives somebody the right to do the others.
 */
export const MIRROR_ACTS = [
  'session-set',
  'session-repointed',
  'session-removed',
  'session-refused',
  'part-set',
  'part-removed',
  'capture-set',
  'capture-removed',
  'mirror-rights-granted',
] as const

/** An act upon a mirror, or a related act that facts call a signal. */
export type RecordAct = (typeof MIRROR_ACTS)[number] | SignalKind

/** All acts, mirrors first. */
export const RECORD_ACTS: readonly RecordAct[] = [...MIRROR_ACTS, ...SignalKind.options]
