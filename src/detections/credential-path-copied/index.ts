/** Asks whether passwords and keys are in what is copied. */
import type { MirrorSession } from '../../facts/mirror-session.ts'
import { interfaceKey } from '../../kit/interface-name.ts'
import { networkContains, parseNetwork } from '../../kit/ip-network.ts'
import { factsOf } from '../_approval/evidence.ts'
import { judgeCopy } from '../_approval/judge-copy.ts'
import { featuresIn, newestConfiguration } from '../_configuration/features-of-life.ts'
import { routeTo } from '../_configuration/route-to.ts'
import { capitalise, nameSetup } from '../_wording/names.ts'
import type { Detection, DetectionContext } from '../contract.ts'

/**
 * Ports and names under which credentials travel, as filters write them.
 *
 * @source RFC 8907 (TACACS+, 49), RFC 2865 and 2866 (RADIUS, 1812, 1813 and the older 1645, 1646), RFC 3411 (SNMP, 161, 162)
 */
const FILTER_WORDS =
  /\b(?:eq|port|destination-port|source-port) (?:49|tacacs|1812|1813|1645|1646|radius|161|162|snmp|snmptrap)\b/i
/** What the inventory's sensitive networks are spoken to for, where that carries credentials. */
const CREDENTIALS: ReadonlySet<string> = new Set(['tacacs', 'radius', 'snmp', 'identity'])

export const detection: Detection = {
  id: 'credential-path-copied',
  version: 1,
  title: 'Path of credentials copied',
  question: 'Does the copy cover the way by which the device or its users prove who they are?',
  attack: ['T1020.001', 'T1040', 'DET0403', 'AN1132'],
  needs: ['snapshot'],
  tuning: [],
  evaluate(setup, context) {
    const judged = judgeCopy(setup, context)
    if (judged === undefined || judged.judgement.answer === 'approved') return []
    const configuration = newestConfiguration(context)
    const found = [...byFilter(judged.state.session), ...byPath(judged.state.session, context)]
    if (found.length === 0) return []
    const statement = `${capitalise(nameSetup(setup, context))} covers credentials: ${[...new Set(found)].join('; ')}.`
    const shown = configuration === undefined ? [] : [configuration.fact]
    return [{ statement, evidence: [...new Set([...factsOf([judged.state]), ...shown])].sort(), sourceClass: 'S3' }]
  },
}

function byFilter({ filter = '', references = {} }: MirrorSession): readonly string[] {
  const entries = [filter, ...Object.values(references).flat()]
  return entries.filter((entry) => FILTER_WORDS.test(entry)).map((entry) => `its filter picks ${entry}`)
}

/** The copied port (or VLAN) is the one by which the configuration reaches a server. */
function byPath(session: MirrorSession, context: DetectionContext): readonly string[] {
  const configuration = newestConfiguration(context)
  if (configuration === undefined) return []
  const copied = new Set(
    session.sources
      .flatMap(({ interface: port, vlan }) => (vlan === undefined ? (port ?? []) : `Vlan${vlan}`))
      .map(interfaceKey),
  )
  return serversOf(context, configuration).flatMap(({ address, what }) => {
    const through = routeTo(address, configuration, '')?.through
    return through !== undefined && copied.has(interfaceKey(through)) ? [`${through} leads to ${what} ${address}`] : []
  })
}

interface Server {
  readonly address: string
  readonly what: string
}

/** The device's own AAA servers, and of the inventory's sensitive networks those that are one address. */
function serversOf(
  { inventory }: DetectionContext,
  configuration: Parameters<typeof featuresIn>[0],
): readonly Server[] {
  const own = featuresIn(configuration, 'aaa-server').flatMap(({ values }) =>
    values['address'] === undefined
      ? []
      : [{ address: values['address'], what: `${values['protocol'] ?? 'AAA'} server` }],
  )
  const listed = inventory.sensitiveNetworks
    .filter(({ carries }) => CREDENTIALS.has(carries))
    .flatMap(({ network, carries }) => {
      const parsed = parseNetwork(network)
      return parsed !== undefined && networkContains(parsed, parsed.base)
        ? [{ address: parsed.base, what: `${carries} network` }]
        : []
    })
  return [...own, ...listed]
}
