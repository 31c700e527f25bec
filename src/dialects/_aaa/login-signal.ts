/** What a server's decision about a login or a privilege is called. */
import type { AaaSignal } from './aaa-record.ts'

/** Who decided what. */
export interface LoginDecision {
  /** The privilege was asked for, by somebody who is in already. */
  readonly isEnable: boolean
  readonly accepted: boolean
  /** `TACACS+`, `RADIUS` */
  readonly by: string
}

/** `logged-in`, `login-refused`, `privilege-gained` or `privilege-refused`, with the reason for a refusal. */
export function loginSignal({ isEnable, accepted, by }: LoginDecision, reason?: string): AaaSignal {
  const [signal, refused] = isEnable
    ? (['privilege-gained', 'privilege-refused'] as const)
    : (['logged-in', 'login-refused'] as const)
  const what = isEnable ? 'enable' : 'login'
  if (accepted) return { signal, outcome: 'accepted', detail: `${what} accepted by ${by}` }
  const why = reason === undefined ? '' : `: ${reason}`
  return { signal: refused, outcome: 'denied', detail: `${what} refused by ${by}${why}` }
}
