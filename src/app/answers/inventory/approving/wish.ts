/** What a person asks to approve, checked before and beside the evidence. */
import { PATTERN_KEYS, type PatternKey } from '../../../../inventory/approving/draft-approval.ts'
import type { Inventory } from '../../../../inventory/inventory.ts'
import { matchesPattern } from '../../../../inventory/matching/pattern.ts'
import { Purpose } from '../../../../inventory/schema/permission.ts'
import { type Instant, parseInstant } from '../../../../kit/instant.ts'
import { sayBound } from '../../../../kit/say-instant.ts'
import { badTime } from '../../../evidence/errors.ts'
import { badEnd, badPattern, lawfulApproval, unknownPurpose, unknownTicket } from './wish-errors.ts'

/** The words of the command line. */
export interface ApprovalWish {
  readonly id?: string | undefined
  readonly ticket: string
  readonly owner: string
  readonly purpose: string
  readonly until?: string | undefined
  readonly approvers: readonly string[]
  /** The account that writes the approval. */
  readonly by?: string | undefined
  /** Why an account may approve what it set up itself. */
  readonly force?: string | undefined
  readonly pattern: ReadonlyMap<PatternKey, string>
}

/** A wish whose words are checked. */
export interface CheckedWish extends Omit<ApprovalWish, 'purpose' | 'until'> {
  readonly purpose: Purpose
  readonly until?: Instant | undefined
}

/** Copies for these come to an end: an approval without one would outlive them. */
const TEMPORARY: ReadonlySet<Purpose> = new Set(['troubleshooting', 'migration'])

/** Checks what can be checked before anything is read. Throws `TW_APPROVE_LAWFUL`, `…_PURPOSE`, `…_UNTIL` and `TW_CLI_TIME`. */
export function checkWish({ purpose: word, until: end, ...wish }: ApprovalWish): CheckedWish {
  if (word === 'lawful') throw lawfulApproval()
  const purpose = Purpose.safeParse(word).data
  if (purpose === undefined) throw unknownPurpose(word, Purpose.options)
  if (end === undefined && TEMPORARY.has(purpose))
    throw badEnd(`A copy for ${purpose} is temporary, and no end was given.`)
  const until = end === undefined ? undefined : parseInstant(end)
  if (end !== undefined && until === undefined) throw badTime('--until', end)
  return { ...wish, purpose, until }
}

/** Reads `role=edge`; throws `TW_APPROVE_PATTERN`. */
export function readPattern(texts: readonly string[]): ReadonlyMap<PatternKey, string> {
  return new Map(
    texts.map((text) => {
      const [, word, value = ''] = /^(\w+)=(.+)$/s.exec(text) ?? []
      const key = PATTERN_KEYS.find((known) => known === word)
      if (key === undefined) throw badPattern(text, PATTERN_KEYS)
      return [key, value]
    }),
  )
}

/** An approval that has ended before it began approves nothing. Throws `TW_APPROVE_UNTIL`. */
export function checkEnd({ until }: CheckedWish, now: Instant): void {
  if (until !== undefined && until <= now) throw badEnd(`${sayBound(until)} is past: it is ${sayBound(now)}.`)
}

/** Where the inventory says how ticket numbers look, the ticket must look so. Throws `TW_APPROVE_TICKET`. */
export function checkTicket({ ticket }: CheckedWish, { ticketSystems }: Inventory): void {
  const numbers = ticketSystems.flatMap((system) => system.numbers)
  if (numbers.length > 0 && !numbers.some((pattern) => matchesPattern(pattern, ticket)))
    throw unknownTicket(ticket, numbers)
}
