/** What the daemons of the family say in sentences, in their log file or over syslog: logins, privileges, authorisations. */
import { known, type TimedText } from './columns.ts'
import type { Decision } from './record.ts'

/** Only so much of a sentence is read. A name of a user may hold anything, so what follows it is tied to the end. */
const MAX_SENTENCE_LENGTH = 2048

type Words = Readonly<Record<string, string | undefined>>

/** One kind of sentence. Named groups are members of a decision. */
interface Sentence {
  readonly form: RegExp
  readonly about: (words: Words) => Decision['about']
}

/** The device speaks behind `from`: the peer of the connection. @source tac_plus default_fn.c, enable.c, author.c */
const QUERY: Sentence = {
  form: /^(?<action>(?:[a-z]{2,8}-)?login|enable|authorization) query for '(?<user>.{0,256})' (?:port )?(?<port>\S{1,64}) from (?<device>\S{1,255}) (?<result>accepted|rejected|succeeded|failed)$/,
  about: ({ action }) => (action === 'enable' ? 'privilege' : action === 'authorization' ? 'session' : 'login'),
}

/** @source facebook/tac_plus default_fn.c */
const LOGIN: Sentence = {
  form: /^login (?<result>success|failure): user=(?<user>.{0,256}) device=(?<deviceName>\S{1,255}) (?:ip=(?<device>\S{1,64}) )?port=(?<port>\S{0,64})(?: client=(?<from>\S{0,64}))?$/,
  about: () => 'login',
}

/** @source tac_plus (Shrubbery) default_fn.c */
const LOGIN_FAILURE: Sentence = {
  form: /^login (?<result>failure): (?<user>.{0,256}) (?<deviceName>\S{1,255}) \((?<device>\S{1,64})\) (?<port>\S{1,64})$/,
  about: () => 'login',
}

/** @source facebook/tac_plus do_author.c */
const AUTHORISATION: Sentence = {
  form: /^(?<shown>authorization user=(?<user>.{0,256}?) (?:cmd='))(?<command>.{0,1500})' client=(?<from>\S{1,64}) device=(?<device>\S{1,255}) result=(?<result>accepted|rejected)$/,
  about: () => 'command',
}

/** @source facebook/tac_plus do_author.c */
const SESSION_AUTHORISATION: Sentence = {
  form: /^authorization user=(?<user>.{0,256}) (?:cmd=exec|svc=\S{1,64}) client=(?<from>\S{1,64}) device=(?<device>\S{1,255}) result=(?<result>accepted|rejected)$/,
  about: () => 'session',
}

/** The device stands first, and the client behind `from`. @source event-driven-servers tac_plus authen.c, report.c */
const REPORT: Sentence = {
  form: /^(?<device>[\w.:%-]{1,64}) (?<action>(?:[a-z][\w-]{0,15} ){0,2}?(?:login|enable(?: \d{1,2}| login)?)) for '(?<user>.{0,256})'(?: \(realm: [^)]{1,64}\))?(?: from (?<from>[\w.:%-]{1,64}))?(?: \(realm: [^)]{1,64}\))?(?: on (?<port>[\w./:-]{1,64}))? (?<result>succeeded|failed|denied|error)(?<hint>[^']{0,200})$/,
  about: ({ action = '' }) => (action.startsWith('enable') ? 'privilege' : 'login'),
}

const SENTENCES: readonly Sentence[] = [QUERY, LOGIN, LOGIN_FAILURE, AUTHORISATION, SESSION_AUTHORISATION, REPORT]
const ACCEPTED: ReadonlySet<string> = new Set(['accepted', 'succeeded', 'success'])

/** Reads a sentence; undefined when it decides nothing. `login query for 'netops-1' port tty2 from 192.0.2.7 accepted` → a login. */
export function readMessage({ writtenTime, text }: TimedText): Decision | undefined {
  const sentence = text.slice(0, MAX_SENTENCE_LENGTH).trimEnd()
  for (const { form, about } of SENTENCES) {
    const words = form.exec(sentence)?.groups
    if (words !== undefined) return toDecision({ writtenTime, text: sentence }, words, about(words))
  }
  return undefined
}

function toDecision({ writtenTime, text }: TimedText, words: Words, about: Decision['about']): Decision {
  const { result = '', command, shown } = words
  return {
    writtenTime,
    ...whoOf(words),
    about,
    accepted: ACCEPTED.has(result),
    said: `${words['action'] ?? 'login'} ${result}${words['hint'] ?? ''}`,
    ...(command === undefined ? {} : { command }),
    shown: `${writtenTime === undefined ? '' : `${writtenTime} `}${shown ?? text}`,
  }
}

function whoOf({ device, deviceName, user, port, from }: Words) {
  const name = known(deviceName ?? '')
  return {
    device: known(device ?? '') ?? name,
    ...(name === undefined || device === undefined || name === device ? {} : { deviceName: name }),
    user: known(user ?? ''),
    port: known(port ?? ''),
    from: known(from ?? ''),
  }
}
