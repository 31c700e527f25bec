/** Mirrors that wait in a script: event policies whose commands would configure or start one. */
import type { SignalKind } from '../../../facts/fact.ts'
import { readCaptureCommand } from '../commands/captures.ts'
import { splitCommand } from '../text/words.ts'
import { editTree } from '../tree/edit-tree.ts'
import { createNode } from '../tree/node.ts'
import { activeChildren, linesOf } from '../tree/values.ts'
import { type ConfigView, childrenOf, find, viewConfig } from '../tree/view.ts'
import type { FoundMirror } from './draft.ts'
import { findMirrors } from './find-mirrors.ts'

/** Sessions that a policy would make, and the policies that would make one. */
export interface ScriptedMirrors {
  readonly sessions: readonly FoundMirror[]
  readonly signals: readonly { readonly line: number; readonly signal: SignalKind; readonly detail: string }[]
}

/** More commands than a policy has. */
const MAX_COMMANDS = 256

/** @source Junos Automation Scripting User Guide, event-options/policy/then: change-configuration, execute-commands */
export function readScripts(view: ConfigView): ScriptedMirrors {
  const policies = childrenOf(find(view, 'event-options', 'policy')).filter(({ inactive }) => !inactive)
  const found = policies.map(readPolicy)
  return {
    sessions: found.flatMap(({ sessions }) => sessions),
    signals: found.flatMap(({ signals }) => signals),
  }
}

function readPolicy(policy: ConfigView): ScriptedMirrors {
  const script = `event policy ${policy.word}`
  const typed = ['change-configuration', 'execute-commands']
    .flatMap((what) => activeChildren(policy, 'then', what, 'commands'))
    .slice(0, MAX_COMMANDS)
  const sessions = [...configuredBy(typed), ...startedBy(typed)].map(
    (made): FoundMirror => ({
      address: {
        ...made.address,
        namespace: 'scripted-mirror',
        id: `${policy.word} ${made.address.namespace} ${made.address.id}`,
      },
      session: {
        ...made.session,
        enabled: false,
        enabledReason: 'default',
        details: { ...made.session.details, script },
      },
      lines: made.lines,
      defined: true,
    }),
  )
  const signals = sessions.flatMap(({ session, lines: [line] }) => {
    const said = typed.find((command) => linesOf(command).includes(line ?? 0))?.word ?? session.name
    return line === undefined
      ? []
      : [{ line, signal: 'scripted-mirror' as const, detail: `${script} runs "${said.trim()}"` }]
  })
  return { sessions, signals }
}

function configuredBy(commands: readonly ConfigView[]): readonly FoundMirror[] {
  const root = createNode()
  for (const command of commands) {
    const [verb, ...path] = splitCommand(command.word).words
    const [line] = linesOf(command)
    if ((verb === 'set' || verb === 'activate') && line !== undefined) editTree(root, { action: 'set', path, line })
  }
  return findMirrors(viewConfig(root), { snapshot: false })
}

function startedBy(commands: readonly ConfigView[]): readonly FoundMirror[] {
  return commands.flatMap((command) => {
    const capture = readCaptureCommand(splitCommand(command.word).words)
    return capture?.session === undefined
      ? []
      : [{ address: capture.address, session: capture.session, lines: linesOf(command), defined: true }]
  })
}
