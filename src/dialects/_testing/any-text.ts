/** What holds of every dialect that reads documents, log lines and typed commands, whatever the bytes. */
import assert from 'node:assert/strict'
import { readdirSync, readFileSync } from 'node:fs'
import { test } from 'node:test'
import fc from 'fast-check'
import { cpuTimeMs } from '../../../test/_testing/cpu-time.ts'
import { Fact } from '../../facts/fact.ts'
import type { Dialect, ReadContext } from '../contract.ts'

/** In which texts of no device are read: whoever sent them is not known. */
export const context: ReadContext = { realm: 'default', trust: 'spoofable', reference: '2026-11-20T00:00:00.000Z' }
/** Where such texts are said to be. */
export const place = { path: 'fuzz', line: 1 }

/** The inputs of the cases at `casesFolder`, as text. */
export function caseInputs(casesFolder: URL): readonly string[] {
  return readdirSync(casesFolder).flatMap((name) =>
    readdirSync(new URL(`${name}/`, casesFolder))
      .filter((file) => file.startsWith('input.'))
      .map((file) => readFileSync(new URL(`${name}/${file}`, casesFolder), 'utf8')),
  )
}

/** Pieces of real input, cut anywhere and mixed with anything. */
function mangle(inputs: readonly string[]): fc.Arbitrary<string> {
  return fc
    .tuple(fc.constantFrom(...inputs), fc.nat(), fc.nat(), fc.string({ unit: 'binary' }), fc.constantFrom(...inputs))
    .map(
      ([text, from, to, noise, other]) =>
        `${text.slice(from % text.length)}${noise}${other.slice(0, to % other.length)}`,
    )
}

/** Nothing throws, facts keep to their schema and redaction settles: for `inputs` mangled, for `others`, and for any string. */
export function assertReadsAnyText(
  dialect: Dialect,
  inputs: readonly string[],
  others: readonly fc.Arbitrary<string>[] = [],
): void {
  const anyText = fc.oneof(mangle(inputs), ...others, fc.string({ unit: 'binary' }), fc.string())
  fc.assert(
    fc.property(anyText, (text) => readEverything(dialect, text)),
    { numRuns: 300 },
  )
}

function readEverything({ document, line, commands, redact }: Dialect, text: string): void {
  document?.recognise(text)
  if (document?.split !== undefined) assert.equal(document.split(text)[0], 1)
  for (const fact of document?.read({ text, place, cutOff: false }, context).facts ?? []) Fact.parse(fact)
  for (const one of text.split('\n').slice(0, 50)) {
    for (const fact of line?.read({ text: one, place }, context)?.facts ?? []) Fact.parse(fact)
    line?.hear({ text: one, place }, context)
    assert.ok(Number.isFinite(commands?.rank(one)))
  }
  commands?.interpret(text.split('\n').map((one, index) => ({ factId: String(index), text: one })))
  assert.equal(redact(redact(text)), redact(text))
}

/** One test for each of `hostile`, which holds texts of a megabyte by what they repeat; `alsoRead` is timed with the rest. */
export function testHostileTexts(
  dialect: Dialect,
  hostile: Readonly<Record<string, string>>,
  alsoRead?: (text: string) => void,
): void {
  const { document, line, commands, redact } = dialect
  for (const [name, text] of Object.entries(hostile)) {
    test(`a megabyte of ${name} is read in linear time`, { timeout: 180_000 }, () => {
      const started = cpuTimeMs()
      document?.recognise(text.slice(0, 65_536))
      document?.split?.(text)
      document?.read({ text, place, cutOff: false }, context)
      line?.read({ text, place }, context)
      commands?.interpret([{ factId: '1', text }])
      alsoRead?.(text)
      redact(text)
      assert.ok(cpuTimeMs() - started < 10_000)
    })
  }
}
