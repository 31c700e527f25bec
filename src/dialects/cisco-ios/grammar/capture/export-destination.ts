/** Where the file of a capture is sent. */
import type { MirrorDestination } from '../../../../facts/mirror-session.ts'
import { canonicalAddress } from '../../../../kit/ip-network.ts'
import type { Step } from '../../../_cisco-configuration/commands/step.ts'
import { redact } from '../../redact.ts'

/** `scheme://user:secret@host:port/path`: the host in group 2, in brackets where it is an IPv6 address. */
const REMOTE = /^(ftp|http|https|rcp|scp|sftp|tftp):\/\/(?:[^/@]{0,256}@)?(\[[0-9a-f:.]{2,45}\]|[^/:]{1,253})/i

/**
 * The end of a copy that is exported to a URL: an address where one is named, else the file, without its secrets.
 *
 * `tftp://192.0.2.9/t.pcap` → `{ ip: '192.0.2.9', encapsulation: 'tftp' }`, `flash:t.pcap` → `{ file: 'flash:t.pcap' }`
 */
export function exportDestination(url: string): MirrorDestination {
  const [, scheme = '', host = ''] = REMOTE.exec(url.slice(0, MAX_URL_LENGTH)) ?? []
  const ip = canonicalAddress(host.replaceAll(/[[\]]/g, ''))
  return ip === undefined ? { file: shownUrl(url) } : { ip, encapsulation: scheme.toLowerCase() }
}

/** The signal of an export. `exportSignal('capture TAP', 'tftp://192.0.2.9/t.pcap')` */
export function exportSignal(what: string, url: string): Step {
  return { signal: { signal: 'capture-exported', detail: `${what} exported to ${shownUrl(url)}` } }
}

/** Longer ones are no URLs. */
const MAX_URL_LENGTH = 1024

/** A URL as it may be shown: its host, and no secrets. */
export function shownUrl(url: string): string {
  return redact(url.slice(0, MAX_URL_LENGTH))
}
