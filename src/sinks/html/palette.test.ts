import assert from 'node:assert/strict'
import { test } from 'node:test'
import { DARK, LIGHT } from './palette.data.ts'

/** @source WCAG 2.2, definitions of relative luminance and contrast ratio */
function luminance(color: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5]
    .map((at) => Number.parseInt(color.slice(at, at + 2), 16) / 255)
    .map((share) => (share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4))
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue
}

function contrast(one: string, other: string): number {
  const [light = 0, dark = 0] = [luminance(one), luminance(other)].sort((a, b) => b - a)
  return (light + 0.05) / (dark + 0.05)
}

test('the contrast of black on white is 21', () => assert.equal(contrast('#000000', '#ffffff'), 21))

for (const [name, palette] of Object.entries({ LIGHT, DARK }))
  test(`${name}: every colour that text has stands out from ground and panel (AA)`, () => {
    const { ground, panel, ink, muted, link, verdicts } = palette
    for (const color of [ink, muted, link, ...Object.values(verdicts)])
      for (const behind of [ground, panel]) assert.ok(contrast(color, behind) >= 4.5, `${color} on ${behind}`)
  })

test('on paper the light palette is black on white enough', () => {
  for (const color of Object.values(LIGHT.verdicts)) assert.ok(contrast(color, '#ffffff') >= 4.5, color)
})
