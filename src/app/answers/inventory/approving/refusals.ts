/** Why an approval is not written. */
import { TapwardenError } from '../../../../kit/errors.ts'

/** `TW_APPROVE_NOTHING`: a finding that no approval can answer. */
export function nothingToApprove(id: string, because: string, help: string): TapwardenError {
  return new TapwardenError('TW_APPROVE_NOTHING', `Finding ${id.slice(0, 8)} cannot be approved: ${because}.`, help)
}

/** `TW_APPROVE_SELF`: somebody approves what the same account set up. */
export function selfApproval(account: string): TapwardenError {
  return new TapwardenError(
    'TW_APPROVE_SELF',
    `Account ${account} set this copy up and must not approve it.`,
    'Have another account approve it. Where there is none: --force REASON, which stays in the approval and is shown with it.',
  )
}

/** `TW_APPROVE_SILENCES`: the approval would hide what nobody meant to approve. */
export function wouldSilence(findings: readonly string[]): TapwardenError {
  return new TapwardenError(
    'TW_APPROVE_SILENCES',
    `This approval would also silence ${findings.length === 1 ? 'a finding' : `${findings.length} findings`}:\n${findings.join('\n')}`,
    'Nothing was written. Narrow the pattern, or approve a whole case with --case where these belong to it.',
  )
}

/** `TW_APPROVE_NO_EFFECT`: the finding would stand with the approval as without. */
export function withoutEffect(sentences: readonly string[]): TapwardenError {
  return new TapwardenError(
    'TW_APPROVE_NO_EFFECT',
    `With this approval the verdict would still not be approved:\n${sentences.join('\n')}`,
    'Nothing was written. What the sentence names must be settled first: a far end, a record that anyone could have sent, a change that nobody logged.',
  )
}

/** `TW_APPROVE_OUTPUT`: an inventory that is one file has no folder for a new one. */
export function needsOutput(location: string): TapwardenError {
  return new TapwardenError(
    'TW_APPROVE_OUTPUT',
    `The inventory ${location} is one file, which is never changed.`,
    'Say where the approval goes with --output FILE, and give the folder that holds both as --inventory.',
  )
}
