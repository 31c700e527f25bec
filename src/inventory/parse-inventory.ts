/** The operator's YAML texts → one inventory, or one error that lists what to mend and where. */
import { canonicalJson, type JsonValue } from '../kit/canonical-json.ts'
import { sha256Hex } from '../kit/hash.ts'
import { EMPTY_INVENTORY, type Inventory } from './inventory.ts'
import { checkShape, type ShapedFile } from './parsing/check-shape.ts'
import { findDanglingNames } from './parsing/find-dangling-names.ts'
import { findDuplicates, knobsSet } from './parsing/find-duplicates.ts'
import { type InventoryProblem, toInventoryError } from './parsing/problem.ts'
import { type InventoryText, parseYamlFile } from './parsing/yaml-file.ts'
import { Tuning } from './schema.ts'

export type { InventoryText } from './parsing/yaml-file.ts'

/**
 * Parses and merges the files of an inventory. Neither their order nor how entries are spread over them matters: lists are
 * sorted by name, and `hash` is over the merged content. No files at all: {@link EMPTY_INVENTORY}.
 *
 * `[{ path: 'approvals.yaml', text: 'approvals:\n  - id: APR-7\n …' }]`
 *
 * Throws one {@link TapwardenError} that lists up to 20 problems as `path:line:column: …` with the marked line. Its code is
 * that of the first: `TW_INVENTORY_SYNTAX`, `TW_INVENTORY_SCHEMA`, `TW_INVENTORY_DUPLICATE`, `TW_INVENTORY_REFERENCE`, or
 * `TW_INVENTORY_LAWFUL`, which always comes first.
 */
export function parseInventory(files: readonly InventoryText[]): Inventory {
  if (files.length === 0) return EMPTY_INVENTORY
  const results = files.map(parseFile)
  const shaped = results.flatMap((result) => ('content' in result ? [result] : []))
  const problems = results.flatMap((result) => ('content' in result ? [] : result))
  // A file that cannot be read may hold the very name that another seems to lack.
  const dangling = problems.length > 0 ? [] : findDanglingNames(shaped)
  const all = [...problems, ...findDuplicates(shaped), ...dangling]
  if (all.length > 0) throw toInventoryError(all)
  return merge(shaped)
}

function parseFile(file: InventoryText): ShapedFile | readonly InventoryProblem[] {
  const yaml = parseYamlFile(file)
  return 'value' in yaml ? checkShape(yaml) : yaml
}

function merge(files: readonly ShapedFile[]): Inventory {
  const contents = files.map(({ content }) => content)
  const merged = {
    devices: sortBy(
      contents.flatMap(({ devices }) => devices),
      ({ realm, name }) => [realm, name],
    ),
    accounts: sortBy(
      contents.flatMap(({ accounts }) => accounts),
      ({ realm, provider, id }) => [realm, provider, id],
    ),
    collectors: sortBy(
      contents.flatMap(({ collectors }) => collectors),
      ({ realm, name }) => [realm, name],
    ),
    approvals: sortBy(
      contents.flatMap(({ approvals }) => approvals),
      ({ id }) => [id],
    ),
    admins: sortBy(
      contents.flatMap(({ admins }) => admins),
      (admin) => [admin.account, canonicalJson(toJson(admin))],
    ),
    automation: sortBy(
      contents.flatMap(({ automation }) => automation),
      ({ name }) => [name],
    ),
    changeWindows: sortBy(
      contents.flatMap(({ changeWindows }) => changeWindows),
      ({ from, name }) => [from, name],
    ),
    tuning: mergeTuning(files),
  }
  const added = {
    sensitiveNetworks: sortBy(
      contents.flatMap(({ sensitiveNetworks }) => sensitiveNetworks),
      ({ realm, network, carries }) => [realm, network, carries],
    ),
    ticketSystems: sortBy(
      contents.flatMap(({ ticketSystems }) => ticketSystems),
      ({ name }) => [name],
    ),
  }
  return { ...merged, ...added, hash: hashOf({ ...merged, ...withoutEmpty(added) }), given: true }
}

/** A version keeps its hash when the schema learns of lists that it does not have. */
function withoutEmpty(lists: Readonly<Record<string, readonly unknown[]>>): Readonly<Record<string, unknown>> {
  return Object.fromEntries(Object.entries(lists).filter(([, list]) => list.length > 0))
}

function hashOf(content: unknown): string {
  return sha256Hex(canonicalJson(toJson(content)))
}

/** No knob is set by two files, so the knobs that files set themselves add up. */
function mergeTuning(files: readonly ShapedFile[]): Tuning {
  const set = files.flatMap((file) => {
    const tuning = new Map(Object.entries(file.content.tuning ?? {}))
    return knobsSet(file).map((knob) => [knob, tuning.get(knob)])
  })
  return Tuning.parse(Object.fromEntries(set))
}

function sortBy<T>(items: readonly T[], keysOf: (item: T) => readonly string[]): readonly T[] {
  const keyed = items.map((item) => ({ item, key: keysOf(item).join('\u0000') }))
  return keyed.sort((a, b) => (a.key < b.key ? -1 : Number(a.key > b.key))).map(({ item }) => item)
}

/** The content is plain data by its schema; this says so to the compiler. */
function toJson(value: unknown): JsonValue {
  return JSON.parse(JSON.stringify(value))
}
