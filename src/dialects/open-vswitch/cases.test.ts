/**
 * Every folder of `cases/`: a database, log lines, calls or JSON records in, exactly what is expected out. Adding a case adds
 * no code. `TAPWARDEN_UPDATE_CASES=1` rewrites the expectations, which are then reviewed like code.
 */
import assert from 'node:assert/strict'
import { applyEdits, type EditedSession } from '../../facts/apply-edits.ts'
import type { SnapshotFact } from '../../facts/fact.ts'
import { checkFacts, describeLines } from '../_testing/describe-lines.ts'
import { walkCases } from '../_testing/walk-cases.ts'
import type { ReadContext, Reading } from '../contract.ts'
import { dialect } from './index.ts'

const context: ReadContext = { realm: 'default', trust: 'authenticated', reference: '2026-11-20T00:00:00.000Z' }

walkCases(new URL('./cases/', import.meta.url), {
  'input.cfg': readDocument,
  'input.log': (text) => describeLines(dialect, text),
  'input.commands': readCommands,
  'input.jsonl': readRecords,
})

function readDocument(text: string): unknown {
  const reading = dialect.document?.read({ text, place: { path: 'case.cfg', line: 1 }, cutOff: false }, context)
  assert.ok(reading !== undefined)
  return [{ recognised: (dialect.document?.recognise(text) ?? 0) >= 0.3, from: 1, ...describe(reading) }]
}

function readRecords(text: string): unknown {
  return text
    .trim()
    .split('\n')
    .map((line, index) => {
      const place = { path: 'case.json', line: index + 1 }
      const reading = dialect.json?.read({ value: JSON.parse(line), place }, context)
      return reading === undefined ? 'not ours' : describe(reading)
    })
}

function describe(reading: Reading): object {
  checkFacts(reading)
  const { facts, notes, outcome, because } = reading
  const identity = facts.findLast((fact) => fact.kind === 'identity')
  const snapshots = facts.filter((fact) => fact.kind === 'snapshot')
  return {
    read: `${outcome}: ${because}`,
    names: identity?.names.map(({ by, value }) => `${by} ${value}`),
    interfaces: identity?.interfaces?.map(({ index, name }) => `${index} ${name}`),
    snapshots: snapshots.map(describeSnapshot),
    notes: notes.map(({ code, severity, message, place }) => `${severity} ${code} line ${place.line}: ${message}`),
  }
}

function describeSnapshot({ time, ref, scope, sessions, features = [] }: SnapshotFact): object {
  return {
    of: ref.names.map(({ by, value }) => `${by} ${value}`).join(' '),
    time,
    scope: `${scope.state}, ${scope.complete ? 'complete' : 'presence only'}`,
    sessions: sessions.map(({ session }) => session),
    lines: Object.fromEntries(
      sessions.map(({ address, lines }) => [
        `${address.namespace} ${address.id}`,
        lines.map(({ line, text }) => `${line} ${text.slice(0, 80)}`),
      ]),
    ),
    features: features.map(({ feature, name, values, line }) => `${line} ${feature} ${name} ${JSON.stringify(values)}`),
  }
}

/** Blank lines part runs. */
function readCommands(text: string): unknown {
  return text
    .trimEnd()
    .split('\n\n')
    .map((run) => readRun(run.split('\n')))
}

function readRun(typed: readonly string[]): unknown {
  const calls = typed.map((text, index) => ({ factId: String(index), text }))
  const { changes = [], signals = [], unjoined = [] } = dialect.commands?.interpret(calls) ?? {}
  const sessions = new Map<string, EditedSession | undefined>()
  for (const { address, name, edits } of changes)
    sessions.set(address.id, applyEdits(sessions.get(address.id), edits, name))
  return {
    changes: changes.map(({ factId, address, canonical, edits }) => ({
      call: `${factId} => ${address.namespace} ${address.id}: ${edits.map((edit) => edit.do).join(', ')}`,
      canonical,
    })),
    sessions: Object.fromEntries([...sessions].map(([key, edited]) => [key, edited?.session ?? 'removed'])),
    signals: signals.map(({ factId, signal, detail }) => `${factId} => ${signal}: ${detail}`),
    unjoined,
  }
}
