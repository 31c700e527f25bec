/**
 * What the string operators of Kusto mean.
 * @source Kusto, "String operators": understanding string terms; a term is a longest run of ASCII letters and digits
 */

const termLetter = /[A-Za-z0-9]/

/** A way to look for one text in another. */
export type TextTest = (text: string, sought: string) => boolean

/** Whether `sought` stands in `text` with no term running over its beginning (`left`) or its end (`right`). */
function atTerms(edges: { readonly left: boolean; readonly right: boolean }): TextTest {
  return (text, sought) => {
    if (sought === '') return true
    for (let at = text.indexOf(sought); at >= 0; at = text.indexOf(sought, at + 1)) {
      const end = at + sought.length
      if (edges.left && runsOn(text[at - 1], sought[0])) continue
      if (edges.right && runsOn(text[end], sought.at(-1))) continue
      return true
    }
    return false
  }
}

function runsOn(outside: string | undefined, inside: string | undefined): boolean {
  return outside !== undefined && inside !== undefined && termLetter.test(outside) && termLetter.test(inside)
}

/** The tests by the word of their case-sensitive form. */
export const TEXT_TESTS = {
  equal: (text, sought) => text === sought,
  contains: (text, sought) => text.includes(sought),
  startswith: (text, sought) => text.startsWith(sought),
  endswith: (text, sought) => text.endsWith(sought),
  has: atTerms({ left: true, right: true }),
  hasprefix: atTerms({ left: true, right: false }),
  hassuffix: atTerms({ left: false, right: true }),
} as const satisfies Readonly<Record<string, TextTest>>

/** The same without case. */
export function withoutCase(test: TextTest): TextTest {
  return (text, sought) => test(text.toLowerCase(), sought.toLowerCase())
}
