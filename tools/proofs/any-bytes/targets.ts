/** Every way in which a dialect is given text of the network, called as the engine calls it. */
import { dialects } from '../../../src/app/plug-ins.ts'
import type { Dialect } from '../../../src/dialects/contract.ts'
import { seedsOf } from './seeds.ts'

const CONTEXT = { realm: 'default', trust: 'network-path', reference: '2026-11-16T09:00:00.000Z' } as const
const PLACE = { path: 'fuzzed', line: 1 }

/** One reader of one dialect. */
export interface Target {
  /** `junos document`. */
  readonly name: string
  readonly dialect: string
  /** Reads text whatever it is, and throws only if the reader does. */
  read(text: string): void
}

/** All readers of all dialects. */
export function allTargets(): readonly Target[] {
  return dialects.flatMap((dialect) =>
    Object.entries(readersOf(dialect)).map(([what, read]) => ({
      name: `${dialect.id} ${what}`,
      dialect: dialect.id,
      read,
    })),
  )
}

function readersOf(dialect: Dialect): Readonly<Record<string, (text: string) => void>> {
  const { document, line, block, json, commands } = dialect
  return {
    redaction: (text) => dialect.redact(text),
    ...(document === undefined
      ? {}
      : {
          document: (text: string) => {
            document.recognise(text.slice(0, 65_536))
            document.split?.(text)
            document.read({ text, place: PLACE, cutOff: false }, CONTEXT)
          },
        }),
    ...(line === undefined
      ? {}
      : {
          line: (text: string) => {
            for (const one of text.split('\n')) {
              line.read({ text: one, place: PLACE }, CONTEXT)
              line.hear({ text: one, place: PLACE }, CONTEXT)
            }
          },
        }),
    ...(block === undefined
      ? {}
      : {
          block: (text: string) => {
            block.recognise(text.slice(0, 65_536))
            block.read({ text, place: PLACE }, CONTEXT)
            block.hear({ text, place: PLACE }, CONTEXT)
          },
        }),
    ...(json === undefined ? {} : { json: (text: string) => readJson(json, text) }),
    ...(commands === undefined ? {} : { commands: (text: string) => readCommands(commands, text) }),
  }
}

/** Records that hold the text where others hold a name: deep, long and of the wrong kind. */
function readJson(json: NonNullable<Dialect['json']>, text: string): void {
  const values = text.split('\n').flatMap((line) => parsed(line))
  for (const value of [...values, { eventName: text, operationName: text, protoPayload: { methodName: text } }]) {
    json.read({ value, place: PLACE }, CONTEXT)
    json.hear({ value, place: PLACE }, CONTEXT)
  }
}

function parsed(line: string): readonly Readonly<Record<string, unknown>>[] {
  try {
    const value: unknown = JSON.parse(line)
    return typeof value === 'object' && value !== null ? [{ ...value }] : []
  } catch {
    return []
  }
}

function readCommands(commands: NonNullable<Dialect['commands']>, text: string): void {
  const typed = text.split('\n').map((command, index) => ({ factId: String(index), text: command }))
  for (const { text: command } of typed) commands.rank(command)
  commands.interpret(typed)
}

/** Texts of a dialect's cases, longest first. */
export function textsOf(dialect: string): readonly string[] {
  return seedsOf(dialect)
    .map((bytes) => bytes.toString('utf8'))
    .sort((a, b) => b.length - a.length)
}
