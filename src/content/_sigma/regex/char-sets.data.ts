/** Sets that escapes such as `\d` stand for. */
/** First and last of each range, in order, apart from each other: `[48, 57, 97, 102]` is `[0-9a-f]`. */
export type CharSet = readonly number[]

/** The largest UTF-16 code unit. */
export const MAX_UNIT = 0xffff

/** `\d`, `\w`, `\s` and the newline. @source ECMA-262, 22.2.2.9 (CharacterClassEscape), within ASCII as PCRE and RE2 read them */
export const DIGITS: CharSet = [48, 57]
export const WORD: CharSet = [48, 57, 65, 90, 95, 95, 97, 122]
export const SPACE: CharSet = [9, 13, 32, 32]
export const NEWLINE: CharSet = [10, 10]
