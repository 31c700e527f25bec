/** What configurations written in Cisco's way say of the device itself: its names, addresses and bundles. */
import type { DeclaredLegs, IdentityFact } from '../../../facts/fact.ts'
import { canonicalInterfaceName } from '../../../kit/interface-name.ts'
import type { LineOutcome } from '../../contract.ts'
import type { ConfigLine } from '../text/config-text.ts'

/** Facts about one device, with the lines that say them. */
export interface DeviceFacts {
  readonly hostname: string | undefined
  readonly names: IdentityFact['names']
  readonly declares: DeclaredLegs
  /** Port-channel → members, canonical names. */
  readonly bundles: Readonly<Record<string, readonly string[]>>
  readonly outcomes: readonly LineOutcome[]
}

/** The first value (group 1) of a top-level command. */
export function findValue(commands: readonly ConfigLine[], pattern: RegExp): string | undefined {
  return commands
    .filter((line) => line.parent === undefined)
    .map((line) => pattern.exec(line.text)?.[1])
    .find(Boolean)
}

/** `sw1#show run` → `sw1`. */
export function promptName(prompts: readonly string[]): string | undefined {
  return prompts.map((prompt) => /^[\w.-]+/.exec(prompt)?.[0]).find(Boolean)
}

/** The hostname, alone and with its domain where there is one. */
export function hostnames(hostname: string | undefined, domain: string | undefined): IdentityFact['names'] {
  if (hostname === undefined) return []
  const full = domain === undefined ? [] : [{ by: 'hostname', value: `${hostname}.${domain}` } as const]
  return [{ by: 'hostname', value: hostname }, ...full]
}

/** The interface in whose block a command stands, as it is written there. */
export function interfaceOf({ parent }: ConfigLine): string | undefined {
  return /^interface\s+(\S.*)$/i.exec(parent?.text ?? '')?.[1]
}

/** Own addresses, as `ip address A MASK` or `A/24` of an interface has them; link-local ones name nobody. */
export function addressOf(line: ConfigLine): readonly string[] {
  if (interfaceOf(line) === undefined) return []
  const ipv4 = /^ip address (\d{1,3}(?:\.\d{1,3}){3})(?: \d|\/\d)/i.exec(line.text)?.[1]
  const ipv6 = /^ipv6 address ([0-9a-f:]{2,39})\/\d{1,3}/i.exec(line.text)?.[1]
  const address = ipv4 ?? ipv6?.toLowerCase()
  return address === undefined || address.startsWith('fe80:') ? [] : [address]
}

/** Members of each bundle; `display` is how the platform prints a bundle (`Port-channel`). */
export function readBundles(
  commands: readonly ConfigLine[],
  display: string,
): Readonly<Record<string, readonly string[]>> {
  const members = new Map<string, string[]>()
  for (const line of commands) {
    const group = /^channel-group (\d{1,4})\b/i.exec(line.text)?.[1]
    const port = canonicalInterfaceName(interfaceOf(line) ?? '')
    if (group === undefined || port === undefined) continue
    const bundle = `${display}${group}`
    members.set(bundle, [...(members.get(bundle) ?? []), port])
  }
  return Object.fromEntries(members)
}

/** Lines used for a fact other than a session are modelled too: `useOf` says for what. */
export function outcomesOf(
  commands: readonly ConfigLine[],
  useOf: (line: ConfigLine) => string | undefined,
): readonly LineOutcome[] {
  return commands.flatMap((line) => {
    const because = useOf(line)
    return because === undefined ? [] : [{ line: line.number, outcome: 'modelled', because } as const]
  })
}
