/** Functions of time and number. @source Kusto, "Scalar functions": datetime/timespan functions, rounding functions */
import { NotEvaluated } from '../problem.ts'
import { order } from '../values/compare.ts'
import { isInstant, isSpan } from '../values/kinds.ts'
import type { KustoInstant, KustoValue } from '../values/value.ts'
import { type Call, type ScalarFunction, textArg } from './call.ts'

/** Kusto counts time from the year 1, so weeks do not begin where 1970 would have them. @source .NET, "DateTime.Ticks" */
const MS_BEFORE_1970 = 62_135_596_800_000

const MS_OF_PERIOD: Readonly<Record<string, number>> = {
  day: 86_400_000,
  hour: 3_600_000,
  minute: 60_000,
  second: 1000,
  millisecond: 1,
}

/** By name. */
export const TIME_FUNCTIONS: Readonly<Record<string, ScalarFunction>> = {
  now: (call) => moved(call, call.args[0] ?? null, 1),
  ago: (call) => moved(call, call.args[0] ?? null, -1),
  bin,
  floor: bin,
  startofday: (call) => startOf(call, 86_400_000),
  datetime_diff: difference,
  datetime_add: (call) => {
    const [, amount = null, from = null] = call.args
    if (typeof amount !== 'number' || !isInstant(from)) return null
    return { kind: 'datetime', ms: from.ms + amount * periodOf(call) }
  },
  min_of: (call) => extreme(call, -1),
  max_of: (call) => extreme(call, 1),
}

function moved({ nowMs, node }: Call, by: KustoValue, sign: number): KustoInstant {
  if (by === null) return { kind: 'datetime', ms: nowMs }
  if (!isSpan(by)) throw new NotEvaluated('a time is moved by a timespan', node)
  return { kind: 'datetime', ms: nowMs + sign * by.ms }
}

function bin({ args, node }: Call): KustoValue {
  const [value = null, size = null] = args
  if (value === null || size === null) return null
  if (typeof value === 'number' && typeof size === 'number') return size === 0 ? null : Math.floor(value / size) * size
  if (isInstant(value) && isSpan(size) && size.ms > 0) {
    const since = value.ms + MS_BEFORE_1970
    return { kind: 'datetime', ms: since - (since % size.ms) - MS_BEFORE_1970 }
  }
  if (isSpan(value) && isSpan(size) && size.ms > 0)
    return { kind: 'timespan', ms: Math.floor(value.ms / size.ms) * size.ms }
  throw new NotEvaluated('bin of these types is not evaluated', node)
}

function startOf({ args, node }: Call, sizeMs: number): KustoValue {
  const [value = null] = args
  if (value === null) return null
  if (!isInstant(value) || args.length > 1) throw new NotEvaluated('startofday with an offset is not evaluated', node)
  return { kind: 'datetime', ms: Math.floor(value.ms / sizeMs) * sizeMs }
}

/** Boundaries of the period between two times, as datetime_diff counts them. */
function difference(call: Call): KustoValue {
  const [, left = null, right = null] = call.args
  if (!isInstant(left) || !isInstant(right)) return null
  const size = periodOf(call)
  return Math.floor(left.ms / size) - Math.floor(right.ms / size)
}

function periodOf(call: Call): number {
  const period = textArg(call, 0).toLowerCase()
  const size = MS_OF_PERIOD[period]
  if (size === undefined) throw new NotEvaluated(`a period of ${period.slice(0, 40)} is not evaluated`, call.node)
  return size
}

function extreme({ args }: Call, sign: number): KustoValue {
  return args.reduce<KustoValue>((best, value) => {
    if (best === null || value === null) return best ?? value
    return sign * (order(value, best) ?? 0) > 0 ? value : best
  }, null)
}
