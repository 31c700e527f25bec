/** One question of an investigation guide, filled with what is known. */

/** One step of an investigation, with what the evidence already says. */
export interface InvestigationStep {
  /** `Who did it, and from where?` */
  readonly ask: string
  readonly state: 'answered' | 'partly' | 'open'
  /** What the evidence answers; absent when open. */
  readonly answer?: string | undefined
  /** What to do where it does not answer, or what decides; absent when nothing is left. */
  readonly next?: string | undefined
  /** What to run for it: tapwarden's own commands, or those of the platform. */
  readonly commands: readonly string[]
}
