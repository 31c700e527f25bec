/** What shows it: the copy with its ends, each act upon it, and each record. */
import type { MirrorDestination } from '../../facts/mirror-session.ts'
import type { Finding } from '../../findings/finding.ts'
import { canonicalAddress } from '../../kit/ip-network.ts'
import { destinationName } from '../_shared/ends.ts'
import { affected, type Subjected } from './affected.ts'
import { filled, type OcsfObject } from './event.ts'

type Change = Finding['changes'][number]
type EvidenceItem = Finding['evidence'][number]

/** All of it; undefined where a finding has none of the three. */
export function evidencesOf(subjected: Subjected): readonly OcsfObject[] | undefined {
  const { finding } = subjected
  return filled([
    ...finding.session.destinations.flatMap((end) => copyEvidence(end, subjected)),
    ...finding.changes.map(changeEvidence),
    ...recordsOf(finding).map(recordEvidence),
  ])
}

/** Every record that the finding or one of its reasons rests on, once. */
export function recordsOf({ evidence, reasons }: Finding): readonly EvidenceItem[] {
  const items = [...evidence, ...reasons.flatMap((reason) => reason.evidence)]
  return [...new Map(items.map((item) => [item.fact, item])).values()]
}

/** An endpoint by an address where the text is one, else by name. @source OCSF 1.8.0: dictionary.json, `ip_t` */
export function endpoint(text: string): OcsfObject {
  const address = canonicalAddress(text)
  return address === undefined ? { name: text } : { ip: address }
}

function copyEvidence(end: MirrorDestination, subjected: Subjected): readonly OcsfObject[] {
  const name = destinationName(end)
  if (name === '') return []
  const { device } = affected(subjected)
  return [
    {
      name: 'copy',
      device,
      ...(end.file === undefined
        ? { dst_endpoint: destinationEndpoint(end, name, subjected.finding) }
        : { file: { name: end.file, path: end.file, type_id: 0 } }),
      data: end.encapsulation === undefined ? undefined : { encapsulation: end.encapsulation },
    },
  ]
}

function destinationEndpoint(
  { ip, resource, interface: port, vlan }: MirrorDestination,
  name: string,
  { subject }: Finding,
): OcsfObject {
  if (ip !== undefined) return endpoint(ip)
  if (resource !== undefined) return { uid: resource }
  if (port !== undefined) return { hostname: subject.slice(subject.lastIndexOf('/') + 1), interface_name: port }
  return { name, vlan_uid: vlan === undefined ? undefined : String(vlan) }
}

/** Who did what, by which way; `api` only where it came through one. */
function changeEvidence({ actor, operation, via, error, ...said }: Change): OcsfObject {
  const { account, role, session, issuer, mfa, invokedBy, agent, from } = actor
  const user = account === undefined ? undefined : { name: account, uid: role, has_mfa: mfa }
  const isNamed = user !== undefined || session !== undefined || invokedBy !== undefined
  return {
    name: 'change',
    actor: isNamed
      ? { user, session: session === undefined ? undefined : { uid: session, issuer }, invoked_by: invokedBy }
      : undefined,
    src_endpoint: from === undefined ? undefined : endpoint(from),
    api:
      via === 'api' ? { operation, response: error === undefined ? undefined : { error_message: error } } : undefined,
    data: { operation, via, agent, line: actor.line, error, ...said },
  }
}

function recordEvidence({ fact, ...said }: EvidenceItem): OcsfObject {
  return { name: 'record', uid: fact, data: said }
}
