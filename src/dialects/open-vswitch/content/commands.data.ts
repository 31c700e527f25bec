/** Calls of `ovs-vsctl` that show an act. One call holds several commands, parted by `--`; tables may be cut short. */
import type { CommandSignature } from '../../../facts/log-content/log-source.ts'

/** Up to a command of the call, from the program's name on. */
const CALL = String.raw`(?:/[\w./-]{1,64}/)?ovs-vsctl\s(?:.{0,800}\s)?`
const MIRROR = String.raw`mir\w{0,3}`
const BRIDGE = String.raw`br\w{0,4}\s\S{1,64}`
const EXPORTER = '(?:netflow|sflow|ipfix)'

export const commandSignatures: readonly CommandSignature[] = [
  {
    acts: ['session-set'],
    // A mirror is one once a bridge names it, in the same call.
    command: String.raw`${CALL}(?:create\s${MIRROR}\s.{0,800}\s(?:add|set)\s${BRIDGE}\smirrors[\s=]\S|(?:add|set)\s${BRIDGE}\smirrors[\s=]@.{0,800}\screate\s${MIRROR}\s)`,
    cannotTell: ['whether the call succeeded', 'where a port of the output leads, where another call made it'],
  },
  {
    acts: ['configuration-edited'],
    command: String.raw`${CALL}(?:(?:set|add|remove|clear)\s${MIRROR}\s\S|destroy\s${MIRROR}(?:\s|$)|(?:clear|remove)\s${BRIDGE}\smirrors\b|set\s${BRIDGE}\smirrors=\[\])`,
    cannotTell: ['which mirror: a call names what the database calls it'],
  },
  {
    acts: ['tunnel-changed'],
    command: String.raw`${CALL}set\sint\w{0,6}\s\S{1,64}\s(?:.{0,400}\s)?(?:type=(?:gre|gre64|gretap|ip6gre|erspan|ip6erspan|vxlan|geneve)|options:remote_ip=)`,
    cannotTell: ['whether a mirror sends its copy there'],
  },
  {
    acts: ['flow-logs-cut'],
    command: String.raw`${CALL}(?:(?:clear|remove)\s${BRIDGE}\s${EXPORTER}\b|set\s${BRIDGE}\s${EXPORTER}=\[\]|destroy\s${EXPORTER}\s)`,
  },
  { acts: ['flow-logs-cut', 'configuration-edited'], command: `${CALL}emer-reset` },
]
