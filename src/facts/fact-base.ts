/** What every kind of fact has. */
import { z } from 'zod'
import { FactTime, Leg, Place, Ref, Trust } from './schema-parts.ts'

/** Members of every fact, to be spread into its schema. */
export const factBase = {
  /** 64 hex digits, from the content alone; see `fact-id.ts`. */
  id: z.string(),
  ref: Ref,
  time: FactTime,
  leg: Leg,
  trust: Trust,
  dialect: z.string(),
  dialectVersion: z.int().positive(),
  /** Every place where this very record was seen; a set, kept sorted. */
  places: z.array(Place).readonly(),
  /** The proving text, redacted, at most 400 characters. */
  excerpt: z.string(),
}
