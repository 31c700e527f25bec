/** Functions of arrays and bags. @source Kusto, "Scalar functions": dynamic/array functions */
import { isDynamic, toDynamic } from '../values/kinds.ts'
import type { Json, KustoValue } from '../values/value.ts'
import { toJson } from '../values/write.ts'
import { type Call, type ScalarFunction, textArg } from './call.ts'

/** By name. */
export const DYNAMIC_FUNCTIONS: Readonly<Record<string, ScalarFunction>> = {
  array_length: ({ args }) => listOf(args[0])?.length ?? null,
  set_has_element: ({ args }) => {
    const list = listOf(args[0])
    return list === undefined ? null : list.some((item) => same(item, toJson(args[1] ?? null)))
  },
  bag_keys: ({ args }) => {
    const bag = bagOf(args[0])
    return bag === undefined ? null : toDynamic(Object.keys(bag))
  },
  bag_has_key: (call) => {
    const bag = bagOf(call.args[0])
    return bag === undefined ? null : Object.hasOwn(bag, textArg(call, 1))
  },
  pack_array: ({ args }) => toDynamic(args.map(toJson)),
  bag_pack: packed,
  pack: packed,
  array_concat: ({ args }) => toDynamic(args.flatMap((arg) => listOf(arg) ?? [])),
  set_union: ({ args }) => toDynamic(unique(args.flatMap((arg) => listOf(arg) ?? []))),
  strcat_array: (call) =>
    (listOf(call.args[0]) ?? [])
      .map((item) => (typeof item === 'string' ? item : JSON.stringify(item)))
      .join(textArg(call, 1)),
}

function packed(call: Call): KustoValue {
  const { args } = call
  const pairs = Array.from({ length: Math.floor(args.length / 2) }, (_, index) => index * 2)
  return toDynamic(Object.fromEntries(pairs.map((at) => [textArg(call, at), toJson(args[at + 1] ?? null)])))
}

function listOf(value: KustoValue | undefined): readonly Json[] | undefined {
  return value !== undefined && isDynamic(value) && isArray(value.json) ? value.json : undefined
}

function isArray(json: Json): json is readonly Json[] {
  return Array.isArray(json)
}

function bagOf(value: KustoValue | undefined): Readonly<Record<string, Json>> | undefined {
  if (value === undefined || !isDynamic(value)) return undefined
  const { json } = value
  return typeof json === 'object' && !isArray(json) ? json : undefined
}

/** Each element once, in order of their first. */
export function unique(list: readonly Json[]): readonly Json[] {
  return [...new Map(list.map((item) => [JSON.stringify(item), item])).values()]
}

function same(left: Json, right: Json): boolean {
  return JSON.stringify(left) === JSON.stringify(right)
}
