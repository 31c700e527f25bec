/** The investigation of one finding as questions, in the order an analyst asks them, each with what the evidence already answers. Pure. */
import type { DetectionGuide } from '../../detections/contract.ts'
import type { Classified, DestinationClass } from '../../inventory/classify-ends.ts'
import { sayInstant } from '../../kit/say-instant.ts'
import { quote } from '../../kit/text/shell-words.ts'
import type { Finding } from '../finding.ts'
import type { InvestigationStep } from './investigation-step.ts'

/** A finding but for its investigation. */
export type Investigated = Omit<Finding, 'investigation'>

/** What a finding does not hold itself. */
export interface InvestigationContext {
  readonly guides: ReadonlyMap<string, DetectionGuide>
  /** The worst end of the copy. */
  readonly destination: Classified<DestinationClass>
}

/**
 * First what is asked of every finding, then what the pages of its detections ask, each question once. Empty for an approved copy.
 * Answers repeat what the finding says elsewhere and claim nothing beyond it.
 */
export function investigate(finding: Investigated, context: InvestigationContext): readonly InvestigationStep[] {
  if (finding.verdict === 'approved') return []
  return [...GENERAL.map((ask) => ask(finding, context)), ...asksOfDetections(finding, context.guides)]
}

const GENERAL: readonly ((finding: Investigated, context: InvestigationContext) => InvestigationStep)[] = [
  isItThere,
  whoDidIt,
  wasItAllowed,
  whoseDestination,
  whatCanBeRead,
  whatWasSeenLeaving,
  whatElse,
  whatIsUnseen,
]

function isItThere({ confidence, status, asOf, witnesses, playbook }: Investigated): InvestigationStep {
  const when = asOf === undefined ? '' : ` as of ${sayInstant(asOf)}`
  const sure = confidence.existence === 'high'
  return {
    ask: 'Is the copy there, and does it run?',
    state: sure ? 'answered' : 'partly',
    answer: `It is ${status}${when}: ${confidence.existenceBasis}.`,
    ...(sure ? {} : { next: `A witness other than ${witnesses.join(', ') || 'these records'} would make it surer.` }),
    commands: commandsOf(playbook, 'preserve'),
  }
}

function whoDidIt({ actor, since, subject }: Investigated): InvestigationStep {
  const ask = 'Who made it what it is, and from where?'
  const look = `tapwarden timeline ${quote(subject)} PATH`
  if (actor.accounts.length === 0 && actor.from.length === 0)
    return { ask, state: 'open', next: 'No record names an account: look at logins of that time.', commands: [look] }
  const who = actor.accounts.length === 0 ? 'an unnamed account' : `account ${actor.accounts.join(', ')}`
  const from = actor.from.length === 0 ? '' : ` from ${actor.from.join(', ')}`
  const when = since === undefined ? '' : `, ${sayInstant(since)}`
  const whole = actor.accounts.length > 0 && actor.from.length > 0 && actor.conflicts.length === 0
  return {
    ask,
    state: whole ? 'answered' : 'partly',
    answer: `It was ${who}${from}${when} (by ${actor.legs.join(', ') || 'no leg'}).${actor.conflicts.map((one) => ` ${one}`).join('')}`,
    next: 'Ask the holder of the account whether it was they, by a way that does not cross this device.',
    commands: [look],
  }
}

function wasItAllowed({ approval, conduct, tickets, confidence }: Investigated): InvestigationStep {
  const breaches = conduct.length === 0 ? '' : ` Conduct: ${conduct.join(', ')}.`
  const told = tickets.length === 0 ? ' No ticket speaks of it.' : ''
  const known = confidence.authorisation === 'high'
  return {
    ask: 'Was it allowed, and was the act proper?',
    state: known ? 'answered' : 'partly',
    answer: `${approval.answer}${told}${breaches}`,
    ...(known ? {} : { next: `Whether it was meant cannot be told from here: ${confidence.authorisationBasis}.` }),
    commands: [],
  }
}

function whoseDestination(_: Investigated, { destination }: InvestigationContext): InvestigationStep {
  const isKnown = destination.class === 'D0' || destination.class === 'D1'
  return {
    ask: 'Where does it go, and whose is that?',
    state: isKnown ? 'answered' : 'partly',
    answer: `${destination.because}.`,
    ...(isKnown ? {} : { next: 'Find out who runs the destination, and who can log in to it.' }),
    commands: [],
  }
}

function whatCanBeRead({ exposure }: Investigated): InvestigationStep {
  return { ask: 'What can be read in the copy?', state: 'answered', answer: exposure.statement, commands: [] }
}

function whatWasSeenLeaving({ legs, exposure, kind }: Investigated): InvestigationStep {
  const ask = 'Was copied traffic seen leaving?'
  if (kind === 'attempt') return { ask, state: 'answered', answer: 'Nothing was set up.', commands: [] }
  if (exposure.observed.length > 0)
    return { ask, state: 'answered', answer: 'Yes; what was seen, and by whom, stands under exposure.', commands: [] }
  if (legs.flow === 'not-seen')
    return { ask, state: 'partly', answer: 'Flow records were heard and show none of it.', commands: [] }
  return {
    ask,
    state: 'open',
    next: 'No flow records that could show it were read.',
    commands: ['tapwarden coverage PATH'],
  }
}

function whatElse({ case: caseId, actor }: Investigated): InvestigationStep {
  const who = actor.accounts.length === 0 ? 'on this subject' : `by ${actor.accounts.join(', ')}`
  return {
    ask: 'What else did the same hands do?',
    state: 'open',
    next: `Look at every act ${who} around that time, and at the other findings of case ${caseId}.`,
    commands: ['tapwarden hunt --since 7d PATH'],
  }
}

function whatIsUnseen({ coverage }: Investigated): InvestigationStep {
  const gaps = coverage.gaps.length === 0 ? '' : ` Not seen: ${coverage.gaps.join('; ')}.`
  return {
    ask: 'What could not be seen?',
    state: coverage.gaps.length === 0 ? 'answered' : 'partly',
    answer: `${coverage.statement}${gaps}`,
    commands: ['tapwarden coverage PATH'],
  }
}

function commandsOf(playbook: Finding['playbook'], stage: Finding['playbook'][number]['stage']): readonly string[] {
  return playbook.filter((step) => step.stage === stage).flatMap(({ commands }) => commands)
}

/** The evidence of a reason answers that it speaks, never what its page asks next: those are for a person. */
function asksOfDetections(
  { reasons }: Investigated,
  guides: ReadonlyMap<string, DetectionGuide>,
): readonly InvestigationStep[] {
  const asks = reasons.flatMap(({ detection }) => guides.get(detection)?.triage ?? [])
  return [...new Set(asks)].map((ask) => ({ ask, state: 'open', commands: [] }))
}
