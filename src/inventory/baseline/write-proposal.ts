/** Patterns → the YAML text of an inventory file in which nothing is reviewed yet. */
import { stringify } from 'yaml'
import { canonicalJson, type JsonValue } from '../../kit/canonical-json.ts'
import { sha256Hex } from '../../kit/hash.ts'
import { localId } from '../matching/scope.ts'
import type { Pattern } from './cluster.ts'
import { toComment } from './comment.ts'
import { exactDestinations, exactDimensions } from './exact-dimensions.ts'
import { describeObserved, type GradedSetup } from './observed.ts'

/** An entry names at most this many of the sessions it stands for; the rest are counted. */
const MAX_NAMED = 10

const HEAD = [
  'A baseline proposed from what was observed. No entry approves anything yet: look at each, from the riskiest down, set',
  'owner and purpose, add a ticket and an end where there is one, then set reviewed: true. Delete what should not be there.',
]

/** Names of devices may hold line breaks: quoted, they cannot end the line they stand on. */
const YAML_STYLE = { lineWidth: 0, blockQuote: false } as const

/** The whole proposal. Devices that the inventory does not list yet are listed, so that a reviewed entry can name them. */
export function writeProposal(patterns: readonly Pattern[]): string {
  const setups = patterns.flatMap(({ members }) => members)
  const unlisted = setups.filter(({ subject }) => subject.kind === 'device' && subject.device === undefined)
  const devices = [...new Map(unlisted.map((setup) => [setup.subject.id, toDevice(setup)])).values()]
  const parts = [
    toComment(HEAD),
    ...(devices.length === 0 ? [] : ['', stringify({ devices }, YAML_STYLE).trimEnd()]),
    ...(patterns.length === 0 ? ['', 'approvals: []'] : ['', 'approvals:', ...patterns.map(writeEntry)]),
  ]
  return `${parts.join('\n')}\n`
}

function toDevice({ subject, platform }: GradedSetup): JsonValue {
  return {
    name: localId(subject),
    ...(subject.realm === 'default' ? {} : { realm: subject.realm }),
    ...(platform === '' ? {} : { platform }),
  }
}

function writeEntry({ scope, members }: Pattern): string {
  const [first] = members
  const named = members.slice(0, MAX_NAMED).map(describeObserved)
  const comment = toComment([
    `${first.destination.class} (${first.destination.because}) × ${first.source.class} (${first.source.because})`,
    ...named,
    ...(members.length > named.length ? [`and ${members.length - named.length} more`] : []),
  ])
  const entry = stringify([toEntry({ scope, members })], YAML_STYLE).trimEnd()
  return `${comment}\n${entry}`
    .split('\n')
    .map((line) => `  ${line}`)
    .join('\n')
}

/** Exactly what was seen and nothing beside it. The id is made from the content, so that proposals of two days do not clash. */
function toEntry({ scope, members }: Pattern): JsonValue {
  const [{ session, match }] = members
  const { sources, direction, carrier, filter } = exactDimensions(session)
  const content = {
    scope: { ...scope },
    session: members.length === 1 ? session.name : undefined,
    sources,
    direction,
    destinations: exactDestinations(session, match.collectors).map((end) => ({ ...end })),
    carrier,
    filter,
    purpose: 'netops',
    owner: 'unassigned',
    maxCount: members.length,
    reviewed: false,
  }
  return { id: `proposed-${sha256Hex(canonicalJson(content)).slice(0, 10)}`, ...content }
}
