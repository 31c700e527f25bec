/** What another reader of log messages made of the same messages: system, host and time. */
import { dialects } from '../../../src/app/plug-ins.ts'
import type { Heard } from '../../../src/dialects/contract.ts'
import { corpusFiles, corpusText } from '../_shared/corpus.ts'
import { CONTEXT } from './verdict.ts'

/** Systems that the other reader names, and the dialects that read them; a system that is not here is nobody's. */
const DIALECTS: Readonly<Record<string, string>> = {
  ios: 'cisco-ios',
  nxos: 'cisco-nxos',
  eos: 'arista-eos',
  junos: 'junos',
}

/** A message and what the other reader says of it. */
export interface Golden {
  readonly file: string
  readonly text: string
  readonly says: Readonly<{ os: string; host: string; timestamp: number }>
}

/** All messages that have such a golden beside them. */
export function goldens(): readonly Golden[] {
  return corpusFiles('syslog')
    .filter((file) => file.endsWith('.msg'))
    .map((file) => ({
      file,
      text: corpusText(file).trimEnd(),
      says: JSON.parse(corpusText(file.replace(/\.msg$/, '.expected.json'))),
    }))
}

/** Where the reading here and there differ; empty when they agree. */
export function goldenDifferences({ text, says }: Golden): readonly string[] {
  const heard = dialects.flatMap(({ id, line }) => {
    const said = line?.hear({ text, place: { path: 'corpus', line: 1 } }, CONTEXT)
    return said === undefined ? [] : [{ id, said }]
  })
  const expected = DIALECTS[says.os]
  const owners = heard.map(({ id }) => id)
  if (expected === undefined) return owners.length === 0 ? [] : [`${says.os} was read by ${owners.join(', ')}`]
  const own = heard.find(({ id }) => id === expected)
  if (own === undefined) return [`${says.os} was read by ${owners.join(', ') || 'nobody'}`]
  return [...hostDifference(own.said, says.host), ...timeDifference(own.said, says.timestamp)]
}

/** The other reader cuts the routing engine off: `re0.edge01` is `edge01` to it. */
function hostDifference({ ref }: Heard, host: string): readonly string[] {
  const names = ref.names.map(({ value }) => value)
  const agrees = names.some((name) => name === host || (/^re[01]\./.test(name) && name.slice(4) === host))
  return agrees ? [] : [`host ${names.join(', ')} instead of ${host}`]
}

/**
 * Minutes and seconds: the other reader takes the year of its own clock and looks at no zone. Where it found no time it gives its
 * own clock in milliseconds, which says nothing of the message.
 */
function timeDifference({ at }: Heard, timestamp: number): readonly string[] {
  if (timestamp > 1e11) return []
  const golden = new Date(timestamp * 1000).toISOString()
  const agrees = at.slice(14, 19) === golden.slice(14, 19)
  return agrees ? [] : [`time ${at} instead of ${golden}`]
}
