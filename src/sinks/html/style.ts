/** The style sheet: colours of both grounds by the reader's system, light on paper, and the layout. */
import { VERDICT_ORDER } from '../../findings/report/marks.data.ts'
import { Markup } from './escape.ts'
import { DARK, LIGHT, type Palette } from './palette.data.ts'
import { LAYOUT } from './style.data.ts'

/** The whole of it, as it stands in the page. */
export function styleSheet(): Markup {
  const verdicts = VERDICT_ORDER.map((verdict) => `.v-${verdict} { --v: var(--v-${verdict}) }`)
  const css = [
    `:root { color-scheme: light dark; ${colors(LIGHT)} }`,
    `@media screen and (prefers-color-scheme: dark) { :root { ${colors(DARK)} } }`,
    '@media print { :root { color-scheme: light } }',
    ...verdicts,
    LAYOUT.trim(),
  ]
  return new Markup(css.join('\n'))
}

function colors({ verdicts, ...plain }: Palette): string {
  const names = [
    ...Object.entries(plain),
    ...Object.entries(verdicts).map(([verdict, color]) => [`v-${verdict}`, color] as const),
  ]
  return names.map(([name, color]) => `--${name}: ${color}`).join('; ')
}
