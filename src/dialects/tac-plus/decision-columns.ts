/** Logins and authorisations in columns, as the event-driven servers write them: device, user, port, remote address, decision. */
import { known } from './columns.ts'
import type { Decision } from './record.ts'

/** How a login ended: `shell login succeeded`, `enable 15 failed (no such user)`, `pap login denied by ACL`. */
const LOGIN =
  /^((?:[a-z][\w-]{0,15} ){0,3}?(?:login|enable(?: \d{1,2}| login)?)) (succeeded|accepted|permitted|failed|denied|rejected|error)\b/i
const ACCEPTED: ReadonlySet<string> = new Set(['succeeded', 'accepted', 'permitted', 'permit'])
const RESULTS: ReadonlySet<string> = new Set(['permit', 'deny'])

/** Columns of one record, its time taken off, and what stood between them. */
export interface Columns {
  readonly writtenTime: string | undefined
  readonly columns: readonly string[]
  readonly separator: string
}

/**
 * Reads a decision; undefined when the columns hold none.
 *
 * - access log: device, user, port, remote address, `shell login succeeded`
 * - authorisation, tac_plus-ng: device, user, port, remote address, profile, `permit`, `shell`, `monitor session 1 <cr>`
 * - authorisation, tac_plus: device, user, port, remote address, `permit`, `monitor`, `session 1 <cr>`
 *
 * @source event-driven-servers, tac_plus-ng manual, "access format", "authorization format"; tac_plus author.c, log_author_cmd
 */
export function readDecisionColumns(record: Columns): Decision | undefined {
  return readLogin(record) ?? readAuthorisation(record)
}

function readLogin(record: Columns): Decision | undefined {
  const said = record.columns[4]?.trim().slice(0, 256) ?? ''
  const [, action = '', result = ''] = LOGIN.exec(said) ?? []
  if (action === '') return undefined
  return {
    ...whoOf(record),
    about: action.toLowerCase().startsWith('enable') ? 'privilege' : 'login',
    accepted: ACCEPTED.has(result.toLowerCase()),
    said,
    shown: shownUpTo(record, 5),
  }
}

function readAuthorisation(record: Columns): Decision | undefined {
  const { columns, separator } = record
  const withProfile = !RESULTS.has(columns[4]?.trim() ?? '')
  const result = columns[withProfile ? 5 : 4]?.trim() ?? ''
  if (!RESULTS.has(result)) return undefined
  const [service, from] = withProfile ? [columns[6]?.trim(), 7] : ['shell', 5]
  const command = columns
    .slice(from)
    .join(withProfile ? separator : ' ')
    .trim()
  const isCommand = service === 'shell' && command !== ''
  return {
    ...whoOf(record),
    about: isCommand ? 'command' : 'session',
    accepted: ACCEPTED.has(result),
    said: result,
    ...(isCommand ? { command } : {}),
    shown: `${shownUpTo(record, from)}${isCommand ? separator : ''}`,
  }
}

function whoOf({ writtenTime, columns }: Columns) {
  const [device = '', user = '', port = '', from = ''] = columns.map((column) => column.trim())
  return { writtenTime, device: known(device), user: known(user), port: known(port), from: known(from) }
}

function shownUpTo({ writtenTime, columns, separator }: Columns, end: number): string {
  return [...(writtenTime === undefined ? [] : [writtenTime]), ...columns.slice(0, end)].join(separator)
}
