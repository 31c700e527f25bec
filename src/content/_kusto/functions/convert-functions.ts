/** Conversions and tests of values. @source Kusto, "Scalar functions": conversion functions */
import { NotEvaluated } from '../problem.ts'
import { toText } from '../scalar/to-text.ts'
import { isInstant, isSpan, toScalar } from '../values/kinds.ts'
import { readBool, readDynamic, readInstant, readLong, readReal, readSpan } from '../values/literals.ts'
import type { KustoValue } from '../values/value.ts'
import { type Call, type ScalarFunction, textArg } from './call.ts'

const isEmpty: ScalarFunction = ({ args }) => args[0] === null || toScalar(args[0] ?? null) === ''
const isNull: ScalarFunction = ({ args, parts }) => {
  if (parts[0]?.type === 'string') return false
  return (args[0] ?? null) === null
}

/** By name. */
export const CONVERT_FUNCTIONS: Readonly<Record<string, ScalarFunction>> = {
  tostring: (call) => textArg(call, 0),
  toint: toNumber(readLong, 'int'),
  tolong: toNumber(readLong, 'long'),
  toreal: toNumber(readReal, 'real'),
  todouble: toNumber(readReal, 'real'),
  tobool: (call) => {
    const value = toScalar(call.args[0] ?? null)
    if (typeof value === 'number') return value !== 0
    return typeof value === 'string' ? readBool(value) : value
  },
  todatetime: (call) => timeOf(call, readInstant),
  totimespan: (call) => timeOf(call, readSpan),
  toguid: (call) => textArg(call, 0).toLowerCase(),
  todynamic: parseJson,
  parse_json: parseJson,
  parsejson: parseJson,
  isempty: isEmpty,
  isnotempty: (call) => isEmpty(call) !== true,
  notempty: (call) => isEmpty(call) !== true,
  isnull: isNull,
  isnotnull: (call) => isNull(call) !== true,
  notnull: (call) => isNull(call) !== true,
}

function toNumber(read: (text: string) => number | null, type: string): ScalarFunction {
  return ({ args, node }) => {
    const value = toScalar(args[0] ?? null)
    if (typeof value === 'number') return type === 'real' ? value : Math.trunc(value)
    if (typeof value === 'boolean') return Number(value)
    if (value === null || typeof value === 'string') return value === null ? null : read(value)
    throw new NotEvaluated(`this conversion to ${type} is not evaluated`, node)
  }
}

function timeOf({ args, node }: Call, read: (text: string) => KustoValue): KustoValue {
  const value = toScalar(args[0] ?? null)
  if (value === null || isInstant(value) || isSpan(value)) return value
  return read(toText(value, node))
}

/** Text that is JSON becomes dynamic; what is dynamic stays, but for a text in it, which is parsed too. */
function parseJson({ args }: Call): KustoValue {
  const value = args[0] ?? null
  const scalar = toScalar(value)
  return typeof scalar === 'string' ? readDynamic(scalar) : value
}
