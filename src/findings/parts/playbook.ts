/** What to do now, in the order that keeps evidence: preserve → scope → coordinate → contain → verify → roll back. */

import type { Verdict } from '../../detections/contract.ts'
import type { PlaybookCommands } from '../../facts/playbook.ts'
import { nearOf } from '../../inventory/near-approval.ts'
import type { Approval } from '../../inventory/schema.ts'
import { sayInstant } from '../../kit/say-instant.ts'
import { describeDestinations } from '../../timeline/describe-session.ts'
import { accountNumber, nameSubject } from '../../timeline/describe-subject.ts'
import type { AssessedSetup, CompositionContext } from '../assessed-setup.ts'
import type { PlaybookStep } from '../finding.ts'
import type { PresentCopy } from '../present-copy.ts'
import { ghostSteps } from '../wire/ghost-steps.ts'
import { type AllowedCopy, allowedCopyOf } from './allowed-copy.ts'

/** The finding that the steps are for. */
export interface PlaybookInput {
  readonly assessed: AssessedSetup
  readonly verdict: Verdict
  /** Accounts that made the copy what it is, as far as known. */
  readonly accounts: readonly string[]
  readonly context: Pick<CompositionContext, 'inventory' | 'now' | 'playbooks'>
}

const NO_COMMANDS: PlaybookCommands = { preserve: [], scope: [], contain: [], verify: [], rollback: [] }

/**
 * The steps for one finding; none for an approved copy. Commands are absent until the platform is certain, and where there is
 * nothing to undo (ended, or only attempted).
 */
export function writePlaybook(input: PlaybookInput): readonly PlaybookStep[] {
  const { assessed, verdict, context } = input
  if (verdict === 'approved') return []
  if (assessed.setup.key.setupClass === 'ghost') return ghostSteps(assessed, tellCoordination(input))
  const allowed = assessed.session.enabled === false ? undefined : allowedCopyOf(assessed, context)
  const commands = commandsFor(input, allowed)
  const withheld =
    commands === NO_COMMANDS
      ? ` Commands are withheld until the platform of ${nameSubject(assessed.timeline.subject)} is certain.`
      : ''
  const before: readonly PlaybookStep[] = [
    { stage: 'preserve', text: tellPreservation(assessed) + withheld, commands: commands.preserve },
    { stage: 'scope', text: tellScope(input), commands: commands.scope },
    { stage: 'coordinate', text: tellCoordination(input), commands: [] },
  ]
  return [...before, ...undoingSteps(assessed, commands, allowed)]
}

function tellPreservation({ setup }: AssessedSetup): string {
  if (setup.key.setupClass === 'attempt') return 'Save the records of the attempt: nothing else is left of it.'
  if (setup.status === 'ended') return 'Save the records of the session: nothing else is left of it.'
  return 'Save the session as it stands and the records below before anything is touched.'
}

function undoingSteps(
  { setup, episode, session }: AssessedSetup,
  commands: PlaybookCommands,
  allowed: AllowedCopy | undefined,
): readonly PlaybookStep[] {
  if (setup.key.setupClass === 'attempt') {
    return [{ stage: 'verify', text: 'Nothing was set up; make sure that it stayed so.', commands: commands.verify }]
  }
  if (setup.status === 'ended') {
    const text = `The session ended${episode.until === undefined ? '' : ` ${sayInstant(episode.until)}`}; make sure that it has not come back.`
    return [{ stage: 'verify', text, commands: commands.verify }]
  }
  const { contain, verify } = tellContainment(session, allowed)
  const undone: PlaybookStep = {
    stage: 'roll-back',
    text: 'If the copy turns out to be wanted, put it back as it was found.',
    commands: commands.rollback,
  }
  return [
    { stage: 'contain', text: contain, commands: commands.contain },
    { stage: 'verify', text: verify, commands: commands.verify },
    ...(session.enabled === false ? [] : [undone]),
  ]
}

function tellContainment({ enabled }: AssessedSetup['session'], allowed: AllowedCopy | undefined) {
  if (enabled === false)
    return {
      contain: 'It copies nothing as it stands: keep it so until its owner has answered.',
      verify: 'Make sure that nothing is copied.',
    }
  if (allowed === undefined)
    return {
      contain: 'Stop the copy once its owner had a chance to answer.',
      verify: 'Make sure that nothing is copied any more.',
    }
  return {
    contain: `Take the copy back to what approval ${allowed.approval} allows once its owner had a chance to answer.`,
    verify: `Make sure that nothing is copied but what approval ${allowed.approval} allows.`,
  }
}

/** The platform's commands; the shared constant when evidence disagrees about the platform or nobody knows it. */
function commandsFor({ assessed, context }: PlaybookInput, allowed: AllowedCopy | undefined): PlaybookCommands {
  const { setup, timeline, session } = assessed
  const { playbooks } = context
  const playbook =
    playbooks.get(timeline.platform) ?? (timeline.platform === '' ? undefined : playbooks.get(setup.platform))
  if (playbook === undefined) return NO_COMMANDS
  const account = accountNumber(timeline.subject)
  return playbook({
    address: setup.key.address,
    session,
    ...(allowed === undefined ? {} : { allowed: allowed.session }),
    ...(account === undefined ? {} : { account }),
  })
}

function tellScope({ assessed, accounts }: PlaybookInput): string {
  const { timeline, session, match, present } = assessed
  const who = accounts.length === 0 ? 'was changed' : `${accounts.join(', ')} changed`
  const what = `Find what else ${who} on ${nameSubject(timeline.subject)}${tellWhen(present)}`
  if (session.destinations.length === 0) return `${what}.`
  const names = { collectors: match.collectors, account: accountNumber(timeline.subject) }
  return `${what}, and what else is copied to ${describeDestinations(session, names)}.`
}

/** What was only seen became so at some time before: between two snapshots, or before the first. */
function tellWhen({ since, basis, unlogged }: PresentCopy): string {
  if (unlogged !== undefined)
    return ` between the snapshots of ${sayInstant(unlogged.since)} and ${sayInstant(unlogged.until)}`
  if (since === undefined) return ''
  return basis === 'change' ? ` around ${sayInstant(since)}` : ` before ${sayInstant(since)}`
}

function tellCoordination({ assessed, accounts }: PlaybookInput): string {
  const { match, timeline } = assessed
  const approval = match.approvedBy ?? match.outOfTime?.approval ?? nearOf(match)?.approval ?? match.unreviewed
  const who = accounts.length === 0 ? '' : ` and account ${accounts.join(', ')}`
  if (approval === undefined)
    return `No approval names an owner: ask who answers for ${nameSubject(timeline.subject)}${who}.`
  return `Ask ${approval.owner} (owner of ${describeApproval(approval)})${who}.`
}

function describeApproval({ id, ticket, approvers }: Approval): string {
  const details = [
    ...(ticket === undefined ? [] : [`ticket ${ticket}`]),
    ...(approvers.length === 0 ? [] : [`approved by ${approvers.join(', ')}`]),
  ]
  return [id, ...details].join(', ')
}
