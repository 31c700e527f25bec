/** What to do now, in the order that keeps evidence: preserve → scope → coordinate → contain → verify → roll back. */

import type { Verdict } from '../../detections/contract.ts'
import type { Approval } from '../../inventory/schema.ts'
import { sayInstant } from '../../kit/say-instant.ts'
import { describeDestinations } from '../../timeline/describe-session.ts'
import { nameSubject } from '../../timeline/describe-subject.ts'
import type { AssessedSetup } from '../assessed-setup.ts'
import type { PlaybookStep } from '../finding.ts'
import type { Playbook, PlaybookCommands } from './platform-playbook.ts'

/** The finding that the steps are for. */
export interface PlaybookInput {
  readonly assessed: AssessedSetup
  readonly verdict: Verdict
  /** Accounts that acted, as far as known. */
  readonly accounts: readonly string[]
  readonly playbooks: ReadonlyMap<string, Playbook>
}

const NO_COMMANDS: PlaybookCommands = { preserve: [], scope: [], contain: [], verify: [], rollback: [] }

/**
 * The steps for one finding; none for an approved copy. Commands are absent until the platform is certain, and where there is
 * nothing to undo (ended, or only attempted).
 */
export function writePlaybook(input: PlaybookInput): readonly PlaybookStep[] {
  const { assessed, verdict } = input
  if (verdict === 'approved') return []
  const commands = commandsFor(input)
  const withheld =
    commands === NO_COMMANDS
      ? ` Commands are withheld until the platform of ${nameSubject(assessed.timeline.subject)} is certain.`
      : ''
  const before: readonly PlaybookStep[] = [
    {
      stage: 'preserve',
      text: `Save the session as it stands and the records below before anything is touched.${withheld}`,
      commands: commands.preserve,
    },
    { stage: 'scope', text: tellScope(input), commands: commands.scope },
    { stage: 'coordinate', text: tellCoordination(input), commands: [] },
  ]
  return [...before, ...undoingSteps(assessed, commands)]
}

function undoingSteps({ setup, episode }: AssessedSetup, commands: PlaybookCommands): readonly PlaybookStep[] {
  if (setup.key.setupClass === 'attempt') {
    return [{ stage: 'verify', text: 'Nothing was set up; make sure that it stayed so.', commands: commands.verify }]
  }
  if (setup.status === 'ended') {
    const text = `The session ended${episode.until === undefined ? '' : ` ${sayInstant(episode.until)}`}; make sure that it has not come back.`
    return [{ stage: 'verify', text, commands: commands.verify }]
  }
  return [
    { stage: 'contain', text: 'Stop the copy once its owner had a chance to answer.', commands: commands.contain },
    { stage: 'verify', text: 'Make sure that nothing is copied any more.', commands: commands.verify },
    {
      stage: 'roll-back',
      text: 'If the copy turns out to be wanted, put it back as it was.',
      commands: commands.rollback,
    },
  ]
}

/** The platform's commands; the shared constant when evidence disagrees about the platform or nobody knows it. */
function commandsFor({ assessed, playbooks }: PlaybookInput): PlaybookCommands {
  const { setup, timeline, session, before } = assessed
  const playbook =
    playbooks.get(timeline.platform) ?? (timeline.platform === '' ? undefined : playbooks.get(setup.platform))
  if (playbook === undefined) return NO_COMMANDS
  return playbook({ address: setup.key.address, session, ...(before === undefined ? {} : { before }) })
}

function tellScope({ assessed, accounts }: PlaybookInput): string {
  const { timeline, session, match, episode } = assessed
  const who = accounts.length === 0 ? 'was changed' : `${accounts.join(', ')} changed`
  const since = episode.from === undefined ? '' : ` around ${sayInstant(episode.from)}`
  const what = `Find what else ${who} on ${nameSubject(timeline.subject)}${since}`
  if (session.destinations.length === 0) return `${what}.`
  return `${what}, and what else is copied to ${describeDestinations(session, { collectors: match.collectors })}.`
}

function tellCoordination({ assessed, accounts }: PlaybookInput): string {
  const { match, timeline } = assessed
  const approval = match.approvedBy ?? match.outOfTime?.approval ?? match.nearest?.approval ?? match.unreviewed
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
