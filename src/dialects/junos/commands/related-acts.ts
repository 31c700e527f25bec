/** Commands that are no mirror and belong to its story: witnesses blinded, ways changed, images and shells. */
import type { SignalKind } from '../../../facts/fact.ts'
import { innerPath, type Operation, writeOperation } from './operation.ts'

/** A signal and one clause in words. */
export interface RelatedAct {
  readonly signal: SignalKind
  readonly detail: string
}

/** What a change of the configuration means once it is committed; undefined where it has no bearing. */
export function readCommittedAct(operation: Operation): RelatedAct | undefined {
  const path = innerPath(operation.path)
  const takesAway = operation.action !== 'set' && operation.action !== 'activate'
  const said = writeOperation(operation)
  if (path[0] === 'system') return readSystemAct(path.slice(1), takesAway, said)
  const text = path.join(' ')
  if (/^interfaces \S+ (?:unit \S+ )?tunnel\b/.test(text)) return { signal: 'tunnel-changed', detail: said }
  if (/^routing-options (?:rib \S+ )?static\b/.test(text)) return { signal: 'route-changed', detail: said }
  if (/^(?:security nat|services nat)\b/.test(text)) return { signal: 'translation-changed', detail: said }
  if (/^firewall (?:family \S+ )?filter\b/.test(text)) return { signal: 'filter-changed', detail: said }
  return undefined
}

/** @source Junos `system {syslog; accounting; authentication-order; tacplus-server; radius-server; tacplus-options; radius-options}` */
function readSystemAct([what, ...rest]: readonly string[], takesAway: boolean, said: string): RelatedAct | undefined {
  if (what === undefined || what === 'syslog') return readSyslogAct(rest, takesAway, said)
  if (what === 'accounting') return takesAway ? { signal: 'accounting-cut', detail: said } : undefined
  if (what === 'authentication-order') return readOrder(rest, takesAway, said)
  if (/^(?:tacplus|radius)-(?:server|options)$/.test(what)) return { signal: 'aaa-server-changed', detail: said }
  return undefined
}

/** Less of the log: a target taken away, or a facility of it set to none. */
function readSyslogAct(rest: readonly string[], takesAway: boolean, said: string): RelatedAct | undefined {
  const silences = rest.at(-1) === 'none'
  if (!takesAway && !silences) return undefined
  const aboutCommands = rest.some((word) => word === 'interactive-commands' || word === 'change-log')
  return { signal: aboutCommands ? 'command-logging-cut' : 'logging-cut', detail: said }
}

/** Accounts of the device before, or instead of, those of the servers. */
function readOrder([first, ...rest]: readonly string[], takesAway: boolean, said: string): RelatedAct | undefined {
  const isLocal = takesAway ? first !== 'password' : first === 'password' && rest.length === 0
  return { signal: isLocal ? 'aaa-fallback-local' : 'aaa-server-changed', detail: said }
}

/** What a command of operational mode does at once. */
export function readOperationalAct(words: readonly string[]): RelatedAct | undefined {
  const text = words.join(' ').slice(0, 512)
  if (/^clear log\b/.test(text)) return { signal: 'logging-cut', detail: text }
  if (/^start shell\b/.test(text)) return { signal: 'shell-entered', detail: text }
  if (
    /^request (?:system|vmhost) (?:software|reboot|snapshot|halt|power-off|zeroize|configuration rescue)\b/.test(text)
  )
    return { signal: 'image-changed', detail: text }
  if (
    /^file (?:copy|archive)\b/.test(text) &&
    /(?:\.p?cap\S*|packet-capture|\/tmp\/\S+) \S{0,64}(?:@|:\/\/|:)/.test(text)
  )
    return { signal: 'capture-exported', detail: text }
  if (/^restart (?:event-processing|syslog)/.test(text)) return { signal: 'logging-cut', detail: text }
  return undefined
}
