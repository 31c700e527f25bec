/** Entries of several sources → one for each device; what they disagree on is told, and the first source's word stands. */

import { show } from '../parsing/wording.ts'
import type { ImportedDevice, ImportNote, ImportPlace } from './imported-device.ts'
import { firstLabel, groupSame, isFullName } from './same-device.ts'

/** One entry for each device, by name, and notes on what was merged and where sources disagree. */
export interface MergedDevices {
  readonly devices: readonly ImportedDevice[]
  readonly notes: readonly ImportNote[]
}

/** Merges entries in the order of their sources. The same entries give the same answer. */
export function mergeDevices(entries: readonly ImportedDevice[]): MergedDevices {
  const merged = groupSame(entries).map(mergeGroup)
  const devices = merged.map(({ device }) => device).sort((a, b) => (a.name < b.name ? -1 : Number(a.name > b.name)))
  return { devices, notes: [...merged.flatMap(({ notes }) => notes), ...findShared(devices), ...findUnclear(devices)] }
}

interface Merged {
  readonly device: ImportedDevice
  readonly notes: readonly ImportNote[]
}

function mergeGroup(group: readonly [ImportedDevice, ...ImportedDevice[]]): Merged {
  const [first, ...others] = group
  let device = first
  const notes: ImportNote[] = []
  for (const other of others) {
    notes.push(tellMerge(device, other), ...tellDisagreements(device, other))
    device = unite(device, other)
  }
  return { device, notes }
}

function tellMerge(device: ImportedDevice, other: ImportedDevice): ImportNote {
  const [place] = other.from
  const as = other.name === device.name ? '' : ` as ${other.name}`
  return {
    ...place,
    kind: 'merged',
    message: `${device.name} is told here${as} and at ${sayPlace(device.from[0])}: one device.`,
  }
}

/** Members of which a device has one. */
const SINGLE = ['platform', 'role', 'site', 'sensitivity', 'layer2Domain'] as const

function tellDisagreements(device: ImportedDevice, other: ImportedDevice): readonly ImportNote[] {
  const [place] = other.from
  return SINGLE.flatMap((member): readonly ImportNote[] => {
    const [kept, lost] = [device[member], other[member]]
    if (kept === undefined || lost === undefined || kept === lost) return []
    const message = `${member} of ${device.name} is ${show(lost)} here and ${show(kept)} at ${sayPlace(device.from[0])}, which is kept.`
    return [{ ...place, kind: 'conflict', message }]
  })
}

function unite(device: ImportedDevice, other: ImportedDevice): ImportedDevice {
  const names = [...device.hostnames, other.name, ...other.hostnames]
  return {
    name: device.name,
    platform: device.platform ?? other.platform,
    role: device.role ?? other.role,
    site: device.site ?? other.site,
    sensitivity: device.sensitivity ?? other.sensitivity,
    layer2Domain: device.layer2Domain ?? other.layer2Domain,
    hostnames: [...new Set(names)].filter((name) => name.toLowerCase() !== device.name.toLowerCase()),
    addresses: [...new Set([...device.addresses, ...other.addresses])],
    serials: [...new Set([...device.serials, ...other.serials])],
    tags: [...new Set([...device.tags, ...other.tags])].sort(),
    from: [...device.from, ...other.from],
  }
}

/** What two devices both go by joins nothing later on, so it is told now. */
function findShared(devices: readonly ImportedDevice[]): readonly ImportNote[] {
  const claims = devices.flatMap((device) => [
    ...device.addresses.map((value) => ({ device, what: `address ${value}` })),
    ...device.serials.map((value) => ({ device, what: `serial ${value}` })),
    ...[device.name, ...device.hostnames].map((value) => ({ device, what: `name ${value.toLowerCase()}` })),
  ])
  return [...Map.groupBy(claims, ({ what }) => what)].flatMap(([what, claimants]): readonly ImportNote[] => {
    const [first, second] = claimants
    if (first === undefined || second === undefined) return []
    const names = listNames(
      claimants.map(({ device }) => device),
      ' and ',
    )
    const message = `${what} is claimed by ${names}: records that carry nothing else will be joined to neither.`
    return [{ ...second.device.from[0], kind: 'conflict', message }]
  })
}

/** A short name that several full ones begin with is none of them. */
function findUnclear(devices: readonly ImportedDevice[]): readonly ImportNote[] {
  const byLabel = Map.groupBy(
    devices.filter(({ name }) => isFullName(name)),
    ({ name }) => firstLabel(name.toLowerCase()),
  )
  return devices.flatMap(({ name, from }): readonly ImportNote[] => {
    const full = byLabel.get(name.toLowerCase()) ?? []
    if (full.length < 2) return []
    return [
      {
        ...from[0],
        kind: 'conflict',
        message: `${name} could be ${listNames(full, ' or ')}: it stays a device of its own.`,
      },
    ]
  })
}

/** As many names as one sentence lists; the rest are counted. */
const MAX_LISTED = 4

function listNames(devices: readonly ImportedDevice[], between: string): string {
  const names = devices.slice(0, MAX_LISTED).map(({ name }) => name)
  const more = devices.length - names.length
  return [...names, ...(more > 0 ? [`${more} more`] : [])].join(between)
}

/** `devices.csv, line 4`. */
export function sayPlace({ path, at }: ImportPlace): string {
  return `${path}, ${at}`
}
