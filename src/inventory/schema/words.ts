/** The single values that inventory files are made of. A rule's message is the noun that a sentence about it needs. */
import { z } from 'zod'
import { parseInstant } from '../../kit/instant.ts'
import { canonicalAddress, parseNetwork } from '../../kit/ip-network.ts'
import { readVlanList } from '../matching/vlan-list.ts'

/** Text that is not empty. */
export const name = z.string().min(1)
/** A list that may be left out. */
export const list = <T extends z.ZodType>(item: T) => z.array(item).readonly().default([])
export const realm = name
  .default('default')
  .describe('Tenant or site whose names and addresses are its own. Realms never mix.')

export const address = z
  .string()
  .refine((text) => canonicalAddress(text) !== undefined, 'an IP address such as 192.0.2.9')
/** An address or a network. */
export const network = z
  .string()
  .refine((text) => parseNetwork(text) !== undefined, 'an IP address or network such as 198.51.100.0/24')

/** One approved source. */
export const source = name.refine((text) => readVlanList(text)?.length !== 0, 'a list of VLANs such as vlan 10-20, 31')

/** A calendar day that exists, which `Date.parse` does not insist on (30 February). */
const hasRealDay = (text: string): boolean => parseInstant(text.slice(0, 10))?.startsWith(text.slice(0, 10)) === true
/** Any ISO 8601 text, kept as an {@link Instant}. */
export const time = z
  .string()
  .regex(/^\d{4}-\d{2}-\d{2}([T ]\d{2}:\d{2}(:\d{2}(\.\d{1,9})?)?(Z|[+-]\d{2}:?\d{2})?)?$/, {
    error: 'an ISO 8601 time such as 2026-11-14T03:00:00Z',
    abort: true,
  })
  .refine((text) => parseInstant(text) !== undefined && hasRealDay(text), 'an ISO 8601 time that exists')
  .transform((text) => parseInstant(text) ?? text)
  .describe('ISO 8601 date or time. A missing zone is UTC; a date alone is 00:00 of that day.')
export const duration = z
  .string()
  .regex(/^[1-9]\d{0,5}[mhd]$/, 'a duration such as 30m, 8h or 14d')
  .describe('30m, 8h or 14d.')
