/** Imported devices → the YAML text of an inventory file. */
import { stringify } from 'yaml'
import type { JsonValue } from '../../kit/canonical-json.ts'
import { toComment } from '../baseline/comment.ts'
import type { ImportedDevice } from './imported-device.ts'

/** Names of devices may hold line breaks: quoted, they cannot end the line they stand on. */
const YAML_STYLE = { lineWidth: 0, blockQuote: false } as const

/** What the head of the file says. */
export interface DevicesHead {
  readonly sources: readonly { readonly path: string; readonly format: string; readonly entries: number }[]
  readonly realm?: string | undefined
}

/** The file: where it came from as comments, then one entry for each device. The same devices give the same text. */
export function writeDevices(devices: readonly ImportedDevice[], { sources, realm }: DevicesHead): string {
  const head = toComment([
    'Devices imported from',
    ...sources.map(
      ({ path, format, entries }) => `  ${path} (${format}, ${entries} ${entries === 1 ? 'entry' : 'entries'})`,
    ),
    'Add sensitivity and layer2Domain where they matter; what may be copied is said by approvals.',
  ])
  const list = devices.map((device) => toEntry(device, realm))
  return `${head}\n${stringify({ devices: list }, YAML_STYLE)}`
}

function toEntry(device: ImportedDevice, realm: string | undefined): JsonValue {
  const { name, platform, hostnames, addresses, serials, role, site, tags, sensitivity, layer2Domain } = device
  return {
    name,
    ...(realm === undefined || realm === 'default' ? {} : { realm }),
    ...given({ platform, role, site, sensitivity, layer2Domain }),
    ...filled({ hostnames, addresses, serials, tags }),
  }
}

function given(members: Readonly<Record<string, string | undefined>>): Readonly<Record<string, string>> {
  return Object.fromEntries(
    Object.entries(members).flatMap(([key, value]) => (value === undefined ? [] : [[key, value]])),
  )
}

function filled(lists: Readonly<Record<string, readonly string[]>>): Readonly<Record<string, readonly string[]>> {
  return Object.fromEntries(Object.entries(lists).filter(([, list]) => list.length > 0))
}
