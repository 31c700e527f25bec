/**
 * What a record must say, in a form that every rule language has: tests of single fields, joined by all, any and not. Values are compared
 * without case, because Sigma does, and the clouds write one operation in several cases.
 */

/**
 * One field against values, any of which will do. `field` is the record's own dotted path (`userIdentity.arn`); of a text record there is one
 * field, `message`: the line as written, header included. `{ field: 'eventName', is: ['CreateTrafficMirrorSession'] }`
 */
export type FieldTest = { readonly field: string } & (
  | { readonly is: readonly string[] }
  | { readonly startsWith: readonly string[] }
  | { readonly endsWith: readonly string[] }
  | { readonly contains: readonly string[] }
  /** True: the field is there and says something; false: it is absent or empty. */
  | { readonly present: boolean }
  /**
   * Regular expressions that mean the same in RE2, PCRE and JavaScript: no look-around, no back-reference, no possessive; `\b`, `\s`,
   * `\d`, classes, groups and bounded repetition only. Matched anywhere, without case.
   */
  | { readonly matches: readonly string[] }
)

/** `{ all: [{ field: 'eventSource', is: ['ec2.amazonaws.com'] }, { not: { field: 'errorCode', present: true } }] }` */
export type RecordCondition =
  | FieldTest
  | { readonly all: readonly RecordCondition[] }
  | { readonly any: readonly RecordCondition[] }
  | { readonly not: RecordCondition }
