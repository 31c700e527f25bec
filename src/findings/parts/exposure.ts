/** What a reader of the copy can learn, as far as the evidence says; never that anyone did. */
import type { Fact } from '../../facts/fact.ts'
import type { MirrorSession } from '../../facts/mirror-session.ts'
import type { Classified, SourceClass } from '../../inventory/classify-ends.ts'
import type { Sensitivity } from '../../inventory/schema.ts'
import { describeCarrier, describeDestinations, describeSources } from '../../timeline/describe-session.ts'
import { byText } from '../../timeline/setup-id.ts'
import type { AssessedSetup } from '../assessed-setup.ts'
import { sourceText } from '../claims/claim.ts'
import type { Finding } from '../finding.ts'
import { observedCopies, tellObserved } from '../wire/observed.ts'

const SENSITIVITY_OF: Readonly<Record<SourceClass, (typeof Sensitivity.options)[number]>> = {
  S1: 'normal',
  S2: 'sensitive',
  S3: 'critical',
}

/** The copy and how sensitive its sources are. */
export interface ExposureInput {
  readonly main: AssessedSetup
  /** Far ends of the same copy on other subjects. */
  readonly members: readonly AssessedSetup[]
  readonly source: Classified<SourceClass>
  readonly facts: ReadonlyMap<string, Fact>
}

/** Sources in full names, their sensitivity, and one statement: whose traffic, what limits it, who else can read it on the way. */
export function tellExposure({ main, members, source, facts }: ExposureInput): Finding['exposure'] {
  const { session, setup, episode, timeline } = main
  const wire = { ids: episode.facts, timeline, facts }
  const observed = observedCopies(wire)
  const sensitivity = SENSITIVITY_OF[source.class]
  const sources = [...new Set(session.sources.map(sourceText))].sort(byText)
  if (setup.key.setupClass === 'attempt')
    return { sources, sensitivity, observed, statement: 'Nothing was copied by a refused act.' }
  if (session.incomplete === true)
    return {
      sources,
      sensitivity,
      observed,
      statement: 'Nothing can be copied before a source and a destination are set.',
    }
  const sentences = [
    `A reader of the copy can see the traffic of ${describeSources(session)} (${source.because}).`,
    ...tellLimits(session),
    ...tellWay(session),
    ...tellObserved(wire),
    ...members.map(tellFarEnd),
  ]
  return { sources, sensitivity, observed, statement: sentences.join(' ') }
}

function tellLimits({ filter, details }: MirrorSession): readonly string[] {
  return [
    ...(filter === undefined ? [] : [`Only what filter ${filter} lets through is copied.`]),
    ...(details?.truncateBytes === undefined
      ? []
      : [`Of each packet, the first ${details.truncateBytes} bytes are copied.`]),
    ...(details?.ingress === undefined ? [] : ['The destination port also lets its reader send into the network.']),
  ]
}

/** None of the carriers encrypts, so the ends are not the only ones who can read. */
function tellWay(session: MirrorSession): readonly string[] {
  const carrier = describeCarrier(session)
  if (carrier === undefined) return []
  return [`${carrier} does not encrypt: whoever is on the way can read it as well.`]
}

function tellFarEnd({ session, timeline, match }: AssessedSetup): string {
  const where = describeDestinations(session, { collectors: match.collectors })
  return session.role === 'transit'
    ? `It passes ${timeline.subject.id}.`
    : `On ${timeline.subject.id} it goes on to ${where}.`
}
