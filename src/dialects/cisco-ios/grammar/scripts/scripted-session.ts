/** What the commands of a script would make: one session named by the script, of which nobody knows whether it runs. */
import type { MirrorEdit } from '../../../../facts/mirror-edit.ts'
import type { MirrorDestination } from '../../../../facts/mirror-session.ts'
import { write } from '../../../_cisco-configuration/commands/command-line.ts'
import type { SessionChange, Step } from '../../../_cisco-configuration/commands/step.ts'
import { redact } from '../../redact.ts'
import type { RunLine } from '../memory.ts'
import type { Script } from '../mode.ts'
import { changeOf } from '../session-change.ts'
import { fillVariables, openedScript, readAlias, readEnvironment, readScriptLine } from './open-script.ts'

/** Sessions that commands of EXEC mode make. */
const EXEC_NAMESPACES: readonly string[] = ['monitor-capture', 'platform-capture']
/** Commands about copies, whether or not they are understood: `no monitor session 9`, `mon cap TAP start`. */
const SPEAKS_OF_COPIES = /^(?:no\s)?(?:mon\w{0,4}\s(?:s|c)|(?:ip\s)?traffic-export\s)/i

/** One line inside a script's block, or nothing of it that would copy traffic. */
export function readScriptBody(line: RunLine, script: Script): Step {
  const { verb, words, run } = line
  if (verb !== 'set') return run.mirroringScripts.has(script.title) ? { unjoined: true } : {}
  const { command, variable } = readScriptLine(words.join(' ')) ?? {}
  if (variable !== undefined) run.variables.set(...variable)
  return command === undefined ? {} : wouldRun(script, fillVariables(command, run.variables), line)
}

/** Lines at the top level: `event manager environment …`, `alias …`, and removals. Undefined for other commands. */
export function readScriptTop(line: RunLine): Step | undefined {
  const { verb, words, run } = line
  const alias = readAlias(words)
  const script = alias?.script ?? openedScript(words)
  if (verb !== 'set' && script !== undefined) {
    run.mirroringScripts.delete(script.title)
    return { changes: [changeOf([script.namespace, script.id], [{ do: 'remove' }], write(verb, script.title))] }
  }
  if (verb !== 'set') return undefined
  const variable = readEnvironment(words)
  if (variable !== undefined) run.variables.set(...variable)
  if (variable !== undefined) return {}
  return alias === undefined ? undefined : wouldRun(alias.script, alias.command, line)
}

function wouldRun(script: Script, command: string, { run, readScripted }: RunLine): Step {
  const { changes = [], problem } = readScripted(script, command)
  const fitting = changes.filter(({ address }) => runsThere(script, address.namespace))
  const edits = fitting
    .filter(makesSomething)
    .flatMap((change) => change.edits.flatMap((edit) => rewrite(script, edit)))
  const copies = fitting.length > 0 || (script.namespace !== 'alias' && SPEAKS_OF_COPIES.test(command))
  if (!copies) return {}
  run.mirroringScripts.add(script.title)
  const [canonical = command] = fitting.map((change) => change.canonical)
  return {
    ...(fitting.length === 0 ? {} : { changes: [scriptChange(script, edits, canonical)] }),
    ...(SPEAKS_OF_COPIES.test(command)
      ? { signal: { signal: 'scripted-mirror', detail: `${script.title} runs "${redact(command)}"` } }
      : {}),
    ...(problem === undefined ? {} : { problem }),
  }
}

function scriptChange(script: Script, edits: readonly MirrorEdit[], canonical: string): SessionChange {
  const known: readonly MirrorEdit[] = edits.length === 0 ? [] : [{ do: 'set', details: { script: script.title } }]
  return changeOf([script.namespace, script.id], [...edits, ...known], `${script.title}: ${canonical}`)
}

function runsThere({ runsIn }: Script, namespace: string): boolean {
  if (namespace === 'rspan-vlan') return false
  return runsIn === 'any' || EXEC_NAMESPACES.includes(namespace) === (runsIn === 'exec')
}

/** What a script takes away again was there for a while: only what it makes counts. */
function makesSomething({ canonical }: SessionChange): boolean {
  return !/^(?:no|default) /.test(canonical)
}

/** An edit of the session that the script would make, as one of the script's own: its name, and never known to run. */
function rewrite(script: Script, edit: MirrorEdit): readonly MirrorEdit[] {
  if (edit.do === 'remove') return []
  if (edit.do === 'define') {
    const { enabledReason: _reason, ...head } = edit
    return [{ ...head, name: script.id, enabled: 'unknown' }]
  }
  // One script may make several sessions: their ends stand side by side.
  if (edit.do === 'add-destinations') return [{ do: edit.do, destinations: edit.destinations.map(withoutGuess) }]
  if (edit.do !== 'set') return [edit]
  const { enabled: _enabled, enabledReason: _reason, ...rest } = edit
  return Object.keys(rest).length > 1 ? [rest] : []
}

/** A variable that nobody filled is no address. */
function withoutGuess(end: MirrorDestination): MirrorDestination {
  const { ip, ...rest } = end
  return ip?.startsWith('$') === true ? { ...rest, resource: ip } : end
}
