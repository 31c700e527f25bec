/** Where a result points: the lines that prove it, else the set-up by name. */
import type { Finding } from '../../findings/finding.ts'
import { shown } from '../../kit/text/obeyed-characters.ts'

type Place = NonNullable<Finding['evidence'][number]['places']>[number]

/** Places of one result; viewers list them all, and its first is where they open. */
const MAX_PLACES = 100

/** A location object. @source SARIF 2.1.0, 3.28 */
export type SarifLocation = Readonly<Record<string, unknown>>

/**
 * The places of the records, if the report has them, each once; otherwise the session on its subject, which no file stands for.
 * `edge-rtr-1/monitor-session/66`
 */
export function locationsOf({ evidence, reasons, setup, subject, session }: Finding): readonly SarifLocation[] {
  const items = [...evidence, ...reasons.flatMap((reason) => reason.evidence)]
  const places = items.flatMap((item) => item.places ?? [])
  const physical = new Map(places.map((place) => [JSON.stringify(place), physicalLocation(place)]))
  if (physical.size > 0) return [...physical.values()].slice(0, MAX_PLACES)
  const { scope, namespace, id } = setup.address
  const path = [subject, scope, namespace, id].filter((part) => part !== '').map(shown)
  return [
    {
      logicalLocations: [
        { name: shown(session.name), fullyQualifiedName: path.join('/'), kind: 'resource' },
        { name: shown(subject), fullyQualifiedName: shown(subject), kind: 'module' },
      ],
    },
  ]
}

function physicalLocation({ path, line, offset }: Place): SarifLocation {
  return {
    physicalLocation: {
      artifactLocation: { uri: toUri(path) },
      region: line === undefined ? byteRegion(offset) : { startLine: line },
    },
  }
}

/** @source SARIF 2.1.0, 3.30.11 */
function byteRegion(offset: number | undefined): Readonly<Record<string, number>> | undefined {
  return offset === undefined ? undefined : { byteOffset: offset, byteLength: 0 }
}

/** A path as a URI reference: relative where the path is, so that it holds on another machine too. @source RFC 3986 4.2, 4.1 */
function toUri(path: string): string {
  const encoded = path.toWellFormed().split('/').map(encodeURIComponent).join('/')
  if (encoded.startsWith('//')) return `file://${encoded.slice(1)}`
  return encoded.startsWith('/') ? `file://${encoded}` : encoded
}
