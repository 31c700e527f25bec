/**
 * Every folder of `cases/`: a configuration, log lines or typed commands in, exactly what is expected out. Adding a case adds
 * no code. `TAPWARDEN_UPDATE_CASES=1` rewrites the expectations, which are then reviewed like code.
 */
import assert from 'node:assert/strict'
import { applyEdits, type EditedSession } from '../../facts/apply-edits.ts'
import type { SnapshotFact } from '../../facts/fact.ts'
import { checkFacts, describeLines } from '../_testing/describe-lines.ts'
import { walkCases } from '../_testing/walk-cases.ts'
import type { ReadContext, Reading, TypedCommand } from '../contract.ts'
import { dialect } from './index.ts'

const context: ReadContext = { realm: 'default', trust: 'authenticated', reference: '2026-11-20T00:00:00.000Z' }

walkCases(new URL('./cases/', import.meta.url), {
  'input.cfg': readDocuments,
  'input.log': (text) => describeLines(dialect, text),
  'input.commands': readCommands,
})

function readDocuments(text: string): unknown {
  const lines = text.split('\n')
  const starts = dialect.document?.split?.(text) ?? []
  return starts.map((start, index) => {
    const part = lines.slice(start - 1, (starts[index + 1] ?? lines.length + 1) - 1).join('\n')
    const document = { text: part, place: { path: 'case.cfg', line: start }, cutOff: false }
    const reading = dialect.document?.read(document, context)
    assert.ok(reading !== undefined)
    checkFacts(reading)
    return { recognised: (dialect.document?.recognise(part) ?? 0) >= 0.3, from: start, ...describeDocument(reading) }
  })
}

function describeDocument({ facts, notes, outcome, because, lines = [] }: Reading): object {
  const snapshot = facts.find((fact) => fact.kind === 'snapshot')
  const identity = facts.find((fact) => fact.kind === 'identity')
  return {
    read: `${outcome}: ${because}`,
    device: snapshot?.ref.names.map(({ value }) => value).join(' '),
    names: identity?.names.map(({ by, value }) => `${by} ${value}`),
    ...(snapshot === undefined ? {} : describeSnapshot(snapshot)),
    signals: facts.flatMap((fact) => (fact.kind === 'signal' ? [`${fact.signal}: ${fact.detail}`] : [])),
    notes: notes.map(({ code, severity, message, place }) => `${severity} ${code} line ${place.line}: ${message}`),
    unsupported: lines.filter((line) => line.outcome !== 'modelled').map(({ line, because: why }) => `${line} ${why}`),
  }
}

/** Details and references stand apart, so that sessions compare member by member with how the catalogue of platforms writes them. */
function describeSnapshot({ scope, sessions, declares, bundles, features = [] }: SnapshotFact): object {
  const apart = (member: 'details' | 'references') =>
    Object.fromEntries(sessions.flatMap(({ session }) => (session[member] ? [[session.name, session[member]]] : [])))
  return {
    scope: `${scope.state}, ${scope.complete ? 'complete' : 'presence only'}`,
    sessions: sessions.map(({ session: { details: _details, references: _references, ...session } }) => session),
    details: apart('details'),
    references: apart('references'),
    lines: Object.fromEntries(
      sessions.map(({ address: { scope: within, namespace, id }, lines }) => [
        [within, namespace, id].filter(Boolean).join(' '),
        lines.map(({ line }) => line).join(' '),
      ]),
    ),
    declares,
    bundles,
    features: features.map(({ feature, name, values, line }) => `${line} ${feature} ${name} ${JSON.stringify(values)}`),
  }
}

/** Blank lines part runs. A command may have a time and an account before it: `12:03:00 netops-1 | commit confirmed 5`. */
function readCommands(text: string): unknown {
  return text
    .trimEnd()
    .split('\n\n')
    .map((run) => readRun(run.split('\n').map(readCommand)))
}

function readCommand(line: string, index: number): TypedCommand {
  const [, clock, by, text = line] = /^(?:(\d{2}:\d{2}:\d{2}) )?(?:([\w-]+) )?\| (.*)$/.exec(line) ?? []
  const at = clock === undefined ? {} : { at: `2026-11-14T${clock}.000Z` }
  return { factId: String(index), text, ...at, ...(by === undefined ? {} : { by }) }
}

function readRun(typed: readonly TypedCommand[]): unknown {
  const { changes = [], signals = [], unjoined = [] } = dialect.commands?.interpret(typed) ?? {}
  const textOf = (factId: string) => typed[Number(factId)]?.text.trim()
  const sessions = new Map<string, EditedSession | undefined>()
  for (const { address, name, edits, uncommitted } of changes) {
    const key = [address.scope, address.namespace, address.id].filter(Boolean).join(' ')
    if (uncommitted !== true) sessions.set(key, applyEdits(sessions.get(key), edits, name))
  }
  return {
    changes: changes.map(({ factId, address, canonical, with: others = [], uncommitted, at, edits }) => ({
      command: `${textOf(factId)} => ${address.namespace} ${address.id}${uncommitted === true ? ', never committed' : ''}`,
      canonical,
      with: others.map(textOf),
      ...(at === undefined ? {} : { at }),
      edits: edits.map((edit) => JSON.stringify(edit)),
    })),
    sessions: Object.fromEntries([...sessions].map(([key, edited]) => [key, edited?.session ?? 'removed'])),
    signals: signals.map(({ factId, signal, detail }) => `${textOf(factId)} => ${signal}: ${detail}`),
    unjoined: unjoined.map(textOf),
  }
}
