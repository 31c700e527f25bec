/** Entries as sources word them → entries with checked values; what cannot be kept is told. */
import { canonicalAddress } from '../../kit/ip-network.ts'
import { show } from '../parsing/wording.ts'
import { Sensitivity } from '../schema.ts'
import type { ImportedDevice, ImportNote, RawDevice } from './imported-device.ts'
import { findPlatform, type KnownPlatform } from './platform-names.ts'

/**
 * A device in one of these states is not on the network. What is only being taken down still is.
 *
 * @source NetBox 4, choices of a device's status; ServiceNow CMDB, install status
 */
const NOT_RUNNING = /^(?:planned|inventory|offline|retired|decommissioned|disposed|spare|in[ _-]?stock|on[ _-]?order)$/i

/** No device has a longer name. @source RFC 1035 section 2.3.4 */
const MAX_NAME = 255

/** Entries that were kept, and notes on everything that was not. */
export interface CleanedDevices {
  readonly devices: readonly ImportedDevice[]
  readonly notes: readonly ImportNote[]
}

/** Checks every entry: no name or a state in which it does not run leave it out; a value that is none is left out alone. */
export function cleanDevices(raw: readonly RawDevice[], platforms: readonly KnownPlatform[]): CleanedDevices {
  const cleaned = raw.map((device) => cleanDevice(device, platforms))
  return {
    devices: cleaned.flatMap(({ device }) => device ?? []),
    notes: cleaned.flatMap(({ notes }) => notes),
  }
}

interface Cleaned {
  readonly device?: ImportedDevice
  readonly notes: readonly ImportNote[]
}

function cleanDevice(raw: RawDevice, platforms: readonly KnownPlatform[]): Cleaned {
  const { path, at, name, status, role, site, layer2Domain } = raw
  const why = reasonToLeaveOut(name, status)
  if (why !== undefined) return { notes: [{ path, at, kind: 'device-left-out', message: why }] }
  const addresses = sortAddresses(raw)
  const platform = raw.platform === undefined ? undefined : findPlatform(raw.platform, platforms)
  const sensitivity = Sensitivity.safeParse(raw.sensitivity?.toLowerCase()).data
  const device: ImportedDevice = {
    name,
    platform,
    role,
    site,
    sensitivity,
    layer2Domain,
    hostnames: unique(addresses.hostNames).filter((host) => host.toLowerCase() !== name.toLowerCase()),
    addresses: unique(addresses.addresses),
    serials: unique(raw.serials.map((serial) => serial.toUpperCase())),
    tags: unique(raw.tags).toSorted(),
    from: [{ path, at }],
  }
  const lost = [
    ...addresses.neither.map((text) => `${show(text)} of ${name} is neither an address nor a host name`),
    ...unless(platform, raw.platform, (word) => `platform ${show(word)} of ${name} is none that tapwarden reads`),
    ...unless(
      sensitivity,
      raw.sensitivity,
      (word) => `sensitivity ${show(word)} of ${name} is not normal, sensitive or critical`,
    ),
  ]
  return { device, notes: lost.map((said) => ({ path, at, kind: 'value-left-out', message: `${said}: left out.` })) }
}

function reasonToLeaveOut(name: string, status: string | undefined): string | undefined {
  if (name === '') return 'the entry has no name.'
  if (name.length > MAX_NAME || /[\p{Cc}\p{Cf}]/u.test(name)) return 'its name is none that a device could have.'
  return status !== undefined && NOT_RUNNING.test(status)
    ? `${name} is not running: its status is ${show(status)}.`
    : undefined
}

function unless(known: unknown, said: string | undefined, tell: (word: string) => string): readonly string[] {
  return known !== undefined || said === undefined ? [] : [tell(said)]
}

interface SortedAddresses {
  readonly addresses: readonly string[]
  readonly hostNames: readonly string[]
  readonly neither: readonly string[]
}

/** Both kinds stand in both columns of real lists; a name that is an address is one too. */
function sortAddresses({ name, addresses, hostnames }: RawDevice): SortedAddresses {
  const texts = [...addresses, ...hostnames].map((text) => ({
    text,
    address: canonicalAddress(text.split('/', 1)[0] ?? ''),
  }))
  const own = canonicalAddress(name)
  const others = texts.flatMap(({ text, address }) => (address === undefined ? [text] : []))
  return {
    addresses: [...(own === undefined ? [] : [own]), ...texts.flatMap(({ address }) => address ?? [])],
    hostNames: others.filter(isHostName),
    neither: others.filter((text) => !isHostName(text)),
  }
}

function isHostName(text: string): boolean {
  return /^[\w][\w.-]{0,254}$/.test(text)
}

function unique(values: readonly string[]): readonly string[] {
  return [...new Set(values)]
}
