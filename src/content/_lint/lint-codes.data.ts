/** What lint can say of a rule. Codes are stable; titles and advice are for people. */

/** One kind of problem. */
export interface LintCodeText {
  readonly title: string
  /** What to do about it. */
  readonly help: string
}

export const LINT_CODES = {
  unreadable: { title: 'It cannot be read', help: 'Mend what the line says; nothing behind it was looked at.' },
  'unknown-name': { title: 'It names what is not there', help: 'Use the columns that the table has.' },
  'wrong-log': {
    title: 'It looks for events in a log that never has them',
    help: 'Ask the log in which the platform records its own events.',
  },
  'dead-column': {
    title: 'It rests on a column that holds nothing',
    help: 'Use the column that replaced it.',
  },
  'field-never-there': {
    title: 'It asks for a field that no record of this log has',
    help: 'Look at a record: names are nested, and their case counts.',
  },
  'no-such-operation': {
    title: 'It waits for an event that does not exist',
    help: 'Take it out, and ask for what does the same.',
  },
  'case-counts': {
    title: 'It knows one spelling of a name that is written in several',
    help: 'Compare without case: `=~`, `in~`, or Sigma without `cased` and with `re|i`.',
  },
  'prefix-missing': {
    title: 'It leaves out what stands before the name',
    help: 'Compare the end of the name: records carry a version in front of it.',
  },
  'reads-counted': { title: 'It counts reads', help: 'Leave out what only reads: inventory tools do it every hour.' },
  'harmless-counted': { title: 'It counts what is no mirroring', help: 'Narrow the words that it looks for.' },
  'refused-counted': {
    title: 'It takes refused calls for done ones',
    help: 'Look at error and status: an attempt deserves a rule of its own.',
  },
  'removals-counted': {
    title: 'It tells removals like creations',
    help: 'Ask for removals in a rule of their own, or not at all.',
  },
  'alert-per-step': {
    title: 'It alerts several times for one set-up',
    help: 'Alert on the session and keep target, filter and rules as context, or group by who did it.',
  },
  'act-missed': {
    title: 'It misses acts in a log that it reads',
    help: 'Add what is missed, or say in the rule that it is left out.',
  },
  'log-unread': {
    title: 'It does not read logs in which mirroring is recorded',
    help: 'Use a rule for each of these logs beside it.',
  },
  'never-fires': {
    title: 'It fires on none of the records',
    help: 'Mend what stands above; as it is, its silence says nothing.',
  },
  'approvals-ignored': {
    title: 'It compares with nothing that was approved',
    help: 'Leave out what is approved by a watchlist or filter: `tapwarden rules build … --inventory`.',
  },
} as const satisfies Record<string, LintCodeText>

/** One of {@link LINT_CODES}. */
export type LintCode = keyof typeof LINT_CODES
