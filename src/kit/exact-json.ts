/** JSON without the loss of digits that floating-point numbers bring: ids are often written as long numbers. */

/**
 * Parses JSON text; a number that is not a safe integer, or not written as plain digits, becomes the text it was written as.
 *
 * `{"id": 12345678901234567890, "owner": 123123123123.0, "n": 7}` → `{ id: '12345678901234567890', owner: '123123123123.0', n: 7 }`.
 * Throws SyntaxError for what is no JSON, RangeError for nesting that no stack holds.
 */
export function parseExactJson(text: string): unknown {
  return JSON.parse(text, keepDigits)
}

/**
 * `context.source` is the text of a primitive as written.
 *
 * @source ECMAScript proposal "JSON.parse source text access"; in V8 since 11.4, that is Node 22.
 */
function keepDigits(_key: string, value: unknown, context?: { readonly source?: string }): unknown {
  if (typeof value !== 'number' || context?.source === undefined) return value
  return Number.isSafeInteger(value) && /^-?\d+$/.test(context.source) ? value : context.source
}
