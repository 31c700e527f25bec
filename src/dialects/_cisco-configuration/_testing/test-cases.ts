/** Checks the cases of a dialect that reads configurations, log lines and typed commands: input in, exactly what is expected out. */
import assert from 'node:assert/strict'
import { applyEdits, type EditedSession } from '../../../facts/apply-edits.ts'
import type { SnapshotFact } from '../../../facts/fact.ts'
import { checkFacts, describeLines } from '../../_testing/describe-lines.ts'
import { walkCases } from '../../_testing/walk-cases.ts'
import type { Dialect, ReadContext, Reading } from '../../contract.ts'

const context: ReadContext = { realm: 'default', trust: 'authenticated', reference: '2026-11-20T00:00:00.000Z' }

/**
 * One test for each folder of `cases/` at `casesFolder`, which holds `input.cfg`, `input.log` or `input.commands`,
 * `expected.json` and `origin.yaml`. `TAPWARDEN_UPDATE_CASES=1` rewrites the expectations, which are then reviewed like code.
 */
export function testCases(dialect: Dialect, casesFolder: URL): void {
  walkCases(casesFolder, {
    'input.cfg': (text) => readDocuments(dialect, text),
    'input.log': (text) => describeLines(dialect, text),
    'input.commands': (text) => readCommands(dialect, text),
  })
}

function readDocuments(dialect: Dialect, text: string): unknown {
  const lines = text.split('\n')
  const starts = dialect.document?.split?.(text) ?? []
  return starts.map((start, index) => {
    const part = lines.slice(start - 1, (starts[index + 1] ?? lines.length + 1) - 1).join('\n')
    const reading = dialect.document?.read(
      { text: part, place: { path: 'case.cfg', line: start }, cutOff: false },
      context,
    )
    assert.ok(reading !== undefined)
    checkFacts(reading)
    return { recognised: (dialect.document?.recognise(part) ?? 0) >= 0.3, from: start, ...describeDocument(reading) }
  })
}

function describeDocument({ facts, notes, outcome, because, lines = [] }: Reading): object {
  const [snapshot, ...others] = facts.filter((fact) => fact.kind === 'snapshot')
  const identity = facts.find((fact) => fact.kind === 'identity')
  return {
    read: `${outcome}: ${because}`,
    device: snapshot?.ref.names.map(({ value }) => value).join(' '),
    names: identity?.names.map(({ by, value }) => `${by} ${value}`),
    time: snapshot?.time,
    ...(snapshot === undefined ? {} : describeSnapshot(snapshot)),
    ...(others.length === 0 ? {} : { others: others.map(describeSnapshot) }),
    signals: facts.flatMap((fact) => (fact.kind === 'signal' ? [`${fact.signal}: ${fact.detail}`] : [])),
    notes: notes.map(({ code, severity, message, place }) => `${severity} ${code} line ${place.line}: ${message}`),
    unsupported: lines.filter((line) => line.outcome !== 'modelled').map(({ line, because: why }) => `${line} ${why}`),
  }
}

/** Details stand apart, so that sessions compare member by member with how the catalogue of platforms writes them. */
function describeSnapshot({ scope, sessions, declares, bundles, features }: SnapshotFact): object {
  const details = sessions.flatMap(({ session }) =>
    session.details === undefined ? [] : [[session.name, session.details]],
  )
  return {
    scope: `${scope.scope === '' ? '' : `${scope.scope}, `}${scope.state}, ${scope.complete ? 'complete' : 'presence only'}`,
    sessions: sessions.map(({ session: { details: _apart, ...session } }) => session),
    details: Object.fromEntries(details),
    lines: Object.fromEntries(
      sessions.map(({ address, lines }) => [
        `${address.namespace} ${address.id}`,
        lines.map(({ line }) => line).join(' '),
      ]),
    ),
    declares,
    bundles,
    ...(features === undefined ? {} : { features: features.map(describeFeature) }),
  }
}

/** `12 static-route 0.0.0.0/0: nextHop 192.0.2.1` */
function describeFeature({ feature, name, values, line }: NonNullable<SnapshotFact['features']>[number]): string {
  const said = Object.entries(values).map(([member, value]) => `${member} ${value}`)
  return `${line} ${feature} ${name}: ${said.join(', ')}`
}

/** Blank lines part the commands of different people: each part is a run of its own. */
function readCommands(dialect: Dialect, text: string): unknown {
  return text
    .trimEnd()
    .split('\n\n')
    .map((run) => readRun(dialect, run.split('\n')))
}

function readRun(dialect: Dialect, typed: readonly string[]): unknown {
  const commands = typed.map((command, index) => ({ factId: String(index), text: command }))
  const { changes = [], signals = [], unjoined = [] } = dialect.commands?.interpret(commands) ?? {}
  const sessions = new Map<string, EditedSession | undefined>()
  for (const { address, name, edits } of changes) {
    const key = `${address.namespace} ${address.id}`
    sessions.set(key, applyEdits(sessions.get(key), edits, name))
  }
  return {
    changes: changes.map(
      ({ factId, address, canonical }) =>
        `${typed[Number(factId)]?.trim()} => ${address.namespace} ${address.id}: ${canonical}`,
    ),
    sessions: Object.fromEntries([...sessions].map(([key, edited]) => [key, edited?.session ?? 'removed'])),
    signals: signals.map(({ signal, detail }) => `${signal}: ${detail}`),
    unjoined: unjoined.map((factId) => typed[Number(factId)]),
  }
}
