/** What one command does to a tap group: the one grammar for configurations and typed commands. */
import { parseDirection } from '../../facts/directions.ts'
import type { MirrorEdit } from '../../facts/mirror-edit.ts'
import { decideMirrorKind, type MirrorDestination, type MirrorSource } from '../../facts/mirror-session.ts'
import { NOTHING, type Step } from '../_cisco-configuration/commands/step.ts'

/** The namespace of the platform's sessions. */
export const NAMESPACE = 'tap-group'

/** @source Lumenwire LWOS 7 command reference, `tap-group` */
const HEAD = /^(no )?tap-group (\d{1,3})$/
/** @source Lumenwire LWOS 7 command reference, `watch`: both ways where none is written */
const WATCH = /^(no )?watch (?:port (\d{1,2}\/\d{1,2})(?: (inbound|outbound|both))?|vlan (\d{1,4}))$/
/** @source Lumenwire LWOS 7 command reference, `deliver`: remote copies travel in GRE */
const DELIVER = /^(no )?deliver (?:port (\d{1,2}\/\d{1,2})|remote (\S{1,64}))$/
/** A tap group copies nothing until it is active. @source Lumenwire LWOS 7 command reference, `active` */
const ACTIVE = /^(no )?active$/
/** @source Lumenwire LWOS 7 command reference, `audit-log` */
const AUDIT_LOG_CUT = /^no audit-log (remote|commands)\b/

/** The group whose block a command opens: `tap-group 4` → `4`. */
export function sessionOpenedBy(command: string): string | undefined {
  const [, no, id] = HEAD.exec(command) ?? []
  return no === undefined ? id : undefined
}

/** What a command means inside the block of a group, or outside of any (`undefined`). Never throws. */
export function readCommand(command: string, block: string | undefined): Step {
  const [head, no, id] = HEAD.exec(command) ?? []
  if (head !== undefined && id !== undefined)
    return change(id, head, no === undefined ? [define(id)] : [{ do: 'remove' }])
  const cut = AUDIT_LOG_CUT.exec(command)?.[1]
  if (cut === 'remote') return { signal: { signal: 'logging-cut', detail: `the audit log was cut: ${command}` } }
  if (cut !== undefined)
    return { signal: { signal: 'command-logging-cut', detail: `the log of commands was cut: ${command}` } }
  const edits = readWatch(command) ?? readDeliver(command) ?? readActive(command)
  if (edits !== undefined) return block === undefined ? { unjoined: true } : change(block, command, edits)
  return block === undefined ? NOTHING : { problem: 'not a known command of a tap group' }
}

function define(id: string): MirrorEdit {
  return { do: 'define', name: id, enabled: false, enabledReason: 'default' }
}

function readWatch(command: string): readonly MirrorEdit[] | undefined {
  const [found, no, port, way = 'both', vlan] = WATCH.exec(command) ?? []
  if (found === undefined) return undefined
  const source: MirrorSource =
    port === undefined
      ? { vlan: Number(vlan), direction: 'both' }
      : { interface: port, direction: parseDirection(way) ?? 'both' }
  return [{ do: no === undefined ? 'add-sources' : 'drop-sources', sources: [source] }]
}

function readDeliver(command: string): readonly MirrorEdit[] | undefined {
  const [found, no, port, ip = ''] = DELIVER.exec(command) ?? []
  if (found === undefined) return undefined
  const destinations: MirrorDestination[] = [port === undefined ? { ip, encapsulation: 'gre' } : { interface: port }]
  if (no !== undefined) return [{ do: 'drop-destinations', destinations }]
  return [
    { do: 'add-destinations', destinations },
    { do: 'set', kind: decideMirrorKind({ destinations }) },
  ]
}

function readActive(command: string): readonly MirrorEdit[] | undefined {
  const [found, no] = ACTIVE.exec(command) ?? []
  return found === undefined ? undefined : [{ do: 'set', enabled: no === undefined, enabledReason: 'explicit' }]
}

function change(id: string, canonical: string, edits: readonly MirrorEdit[]): Step {
  return { changes: [{ address: { scope: '', namespace: NAMESPACE, id }, name: id, edits, canonical }] }
}
