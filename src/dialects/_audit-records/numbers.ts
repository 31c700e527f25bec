/** Whole numbers that stand for ids, also after a float took them through its hands. Never throws. */

/** Longer text is no number. */
const MAX_TEXT_LENGTH = 64
/** The most digits that a number in scientific notation is written out to; account ids have 12. */
const MAX_DIGITS = 20

/** A number as digits, and whether a float on its way may have taken some of them. */
export interface DigitText {
  readonly text: string
  readonly mayHaveLostDigits: boolean
}

/**
 * An id that is a number, as digits: `123123123123.0` → `123123123123`; `1.23e11` → `123000000000`, digits in doubt.
 * Undefined for what is no whole number.
 */
export function numberOf(value: unknown): DigitText | undefined {
  if (typeof value === 'bigint') return { text: String(value), mayHaveLostDigits: false }
  if (typeof value === 'number') return Number.isInteger(value) ? fromNumber(value) : undefined
  return typeof value === 'string' ? fromText(value.slice(0, MAX_TEXT_LENGTH + 1).trim()) : undefined
}

function fromNumber(value: number): DigitText {
  const text = String(BigInt(value))
  return { text, mayHaveLostDigits: !Number.isSafeInteger(value) || endsInManyZeros(text) }
}

function fromText(text: string): DigitText | undefined {
  if (text.length > MAX_TEXT_LENGTH) return undefined
  if (/^\d+$/.test(text)) return { text, mayHaveLostDigits: false }
  const found = /^(\d{1,20})(?:\.(\d{1,20}))?(?:e\+?(\d{1,2}))?$/i.exec(text)
  if (found === null) return undefined
  const [, whole = '', fraction = '', exponent = '0'] = found
  const significant = fraction.replace(/0+$/, '')
  const shift = Number(exponent)
  if (significant.length > shift || whole.length + shift > MAX_DIGITS) return undefined
  const digits = whole + significant.padEnd(shift, '0')
  return { text: digits, mayHaveLostDigits: significant.length < shift || endsInManyZeros(digits) }
}

/** One id in a million ends like this by itself; every id that went through `1.23e11` does. */
function endsInManyZeros(digits: string): boolean {
  return digits.length > 6 && digits.endsWith('000000')
}
