/** Which commands of Junos are kept as fragments: mirrors, what they depend on, what makes them real, and who blinds a witness. */
import { mayBelongToMirror } from '../../_commands/mirror-words.ts'
import { readCaptureCommand } from '../commands/captures.ts'
import { innerPath, mayTouchMirrors, startsAtTop } from '../commands/operation.ts'
import { readOperationalAct } from '../commands/related-acts.ts'
import { readTypedLine } from '../commands/typed-line.ts'

/** Statements beside mirrors that belong to their story. */
const RELATED =
  /^(?:system(?:$| (?:syslog|accounting|authentication-order|tacplus-|radius-))|routing-options (?:rib \S+ )?static|security nat|services nat)/

/** Decides from the command alone, by the shape it was recorded in; generous where its level is not known. Never throws. */
export function isKeptCommand(command: string): boolean {
  const line = readTypedLine(command)
  if (line === undefined) return false
  if (line.kind === 'operational') {
    return readCaptureCommand(line.words) !== undefined || readOperationalAct(line.words) !== undefined
  }
  if (line.kind !== 'edit') return true
  return line.paths.some((path) => {
    if (path.length === 0 || !startsAtTop(path))
      return mayBelongToMirror(command) || /\b(?:port-mirror\S*|filter|ip-address|output|input)\b/.test(command)
    return mayTouchMirrors(path) || RELATED.test(innerPath(path).join(' '))
  })
}
