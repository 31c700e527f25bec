/** What lint can say of a rule. Codes are stable; titles and advice are for people. */

/** One kind of problem. */
export interface LintCodeText {
  /** An error means that it cannot work as written; a note, what no rule of its kind does. */
  readonly grade: 'error' | 'warning' | 'note'
  readonly title: string
  /** What to do about it. */
  readonly help: string
}

export const LINT_CODES = {
  unreadable: {
    grade: 'error',
    title: 'It cannot be read',
    help: 'Mend what the line says; nothing behind it was looked at.',
  },
  'unknown-name': { grade: 'error', title: 'It names what is not there', help: 'Use the columns that the table has.' },
  'wrong-log': {
    grade: 'error',
    title: 'It looks for events in a log that never has them',
    help: 'Ask the log in which the platform records its own events.',
  },
  'dead-column': {
    grade: 'error',
    title: 'It rests on a column that holds nothing',
    help: 'Use the column that replaced it.',
  },
  'field-never-there': {
    grade: 'error',
    title: 'It asks for a field that no record of this log has',
    help: 'Look at a record: names are nested, and their case counts.',
  },
  'no-such-operation': {
    grade: 'error',
    title: 'It waits for an event that does not exist',
    help: 'Take it out, and ask for what does the same.',
  },
  'case-counts': {
    grade: 'warning',
    title: 'It knows one spelling of a name that is written in several',
    help: 'Compare without case: `=~`, `in~`, or Sigma without `cased` and with `re|i`.',
  },
  'prefix-missing': {
    grade: 'warning',
    title: 'It leaves out what stands before the name',
    help: 'Compare the end of the name: records carry a version in front of it.',
  },
  'reads-counted': {
    grade: 'warning',
    title: 'It counts reads',
    help: 'Leave out what only reads: inventory tools do it every hour.',
  },
  'harmless-counted': {
    grade: 'warning',
    title: 'It counts what is no mirroring',
    help: 'Narrow the words that it looks for.',
  },
  'refused-counted': {
    grade: 'warning',
    title: 'It takes refused calls for done ones',
    help: 'Look at error and status: an attempt deserves a rule of its own.',
  },
  'removals-counted': {
    grade: 'warning',
    title: 'It tells removals like creations',
    help: 'Ask for removals in a rule of their own, or not at all.',
  },
  'alert-per-step': {
    grade: 'warning',
    title: 'It alerts several times for one set-up',
    help: 'Alert on the session and keep target, filter and rules as context, or group by who did it.',
  },
  'act-missed': {
    grade: 'warning',
    title: 'It misses acts in a log that it reads',
    help: 'Add what is missed, or say in the rule that it is left out.',
  },
  'log-unread': {
    grade: 'note',
    title: 'It does not read logs in which mirroring is recorded',
    help: 'Use a rule for each of these logs beside it.',
  },
  'never-fires': {
    grade: 'warning',
    title: 'It fires on none of the records',
    help: 'Mend what stands above; as it is, its silence says nothing.',
  },
  'approvals-ignored': {
    grade: 'note',
    title: 'It compares with nothing that was approved',
    help: 'Leave out what is approved by a watchlist or filter: `tapwarden rules build … --inventory`.',
  },
} as const satisfies Record<string, LintCodeText>

/** One of {@link LINT_CODES}. */
export type LintCode = keyof typeof LINT_CODES
