/** Ties acts to the logins under which they were done: the command log names an account, the login says from where it came. */
import type { SignalFact } from '../../facts/fact.ts'
import { HOUR_MS, MINUTE_MS } from '../../kit/durations.ts'
import { gapMs, type Instant } from '../../kit/instant.ts'
import type { Login } from '../episode.ts'
import { byText } from '../setup-id.ts'
import { effectiveTime } from '../skew.ts'
import type { Skew } from '../subject-timeline.ts'
import type { DraftChange } from './draft-change.ts'

/** The longest a login is taken to last: a working shift and its overtime. */
const LONGEST_LOGIN_MS = 12 * HOUR_MS
/** How long after a command the device may say who configured it: when configuration mode is left. */
const CONFIGURED_AFTER_MS = 30 * MINUTE_MS

/**
 * Gives each change without an address the login of the same account (and line, where both name one) that it fits best: the
 * last one before it, else the device's own word just after. Several logins from different addresses at once settle nothing:
 * then the last one before it is taken only when it is the only address. Order of input does not matter.
 */
export function attachLogins(
  changes: readonly DraftChange[],
  signals: readonly SignalFact[],
  skews: readonly Skew[],
): readonly DraftChange[] {
  const logins = Map.groupBy(
    signals.flatMap((signal) => toLogin(signal, skews)).sort((a, b) => byText(a.at, b.at) || byText(a.fact, b.fact)),
    ({ account }) => account.toLowerCase(),
  )
  return changes.map((draft) => {
    const own = logins.get(draft.change.actor.account?.toLowerCase() ?? '')
    const login = own === undefined ? undefined : loginOf(draft, own)
    return login === undefined ? draft : withLogin(draft, login)
  })
}

/** A login with what only the search needs. */
interface SeenLogin extends Login {
  readonly line?: string | undefined
  readonly opens: boolean
}

function toLogin(signal: SignalFact, skews: readonly Skew[]): readonly SeenLogin[] {
  const { account, from, line } = signal.actor
  const { at } = effectiveTime(signal.time, signal.leg, skews)
  const tells = signal.signal === 'logged-in' || signal.signal === 'configuration-edited'
  if (!tells || signal.outcome !== 'accepted' || account === undefined || from === undefined || at === undefined)
    return []
  return [{ fact: signal.id, leg: signal.leg, at, account, from, line, opens: signal.signal === 'logged-in' }]
}

function loginOf({ change }: DraftChange, own: readonly SeenLogin[]): SeenLogin | undefined {
  const { at, actor } = change
  if (at === undefined || actor.from !== undefined) return undefined
  const fits = own.filter((login) => fitsTime(login, at) && sameLine(login.line, actor.line))
  if (new Set(fits.map(({ from }) => from)).size !== 1) return undefined
  return fits.findLast((login) => login.at <= at) ?? fits[0]
}

function fitsTime({ at: loginAt, opens }: SeenLogin, at: Instant): boolean {
  const sinceMs = gapMs(loginAt, at)
  return opens ? sinceMs >= 0 && sinceMs <= LONGEST_LOGIN_MS : Math.abs(sinceMs) <= CONFIGURED_AFTER_MS
}

function sameLine(a: string | undefined, b: string | undefined): boolean {
  return a === undefined || b === undefined || a === b
}

function withLogin(draft: DraftChange, { fact, leg, at, account, from }: SeenLogin): DraftChange {
  return { ...draft, change: { ...draft.change, login: { fact, leg, at, account, from } } }
}
