/** The colours of both grounds. A test holds every text colour against its ground (WCAG 2.2, contrast 4.5 to 1). */
import type { Verdict } from '../../findings/report/marks.data.ts'

/** Colours of one ground. */
export interface Palette {
  readonly ground: string
  /** Behind tables and code. */
  readonly panel: string
  readonly ink: string
  readonly muted: string
  readonly hairline: string
  readonly link: string
  readonly verdicts: Readonly<Record<Verdict, string>>
}

export const LIGHT: Palette = {
  ground: '#fbfbf9',
  panel: '#f2f2ed',
  ink: '#1c1e21',
  muted: '#585d64',
  hairline: '#d8d8d1',
  link: '#1b579b',
  verdicts: {
    approved: '#0c6a62',
    unapproved: '#b93114',
    'exceeds-approval': '#8a5600',
    expired: '#735c00',
    unexplained: '#673b9c',
    attempted: '#585d64',
    'needs-review': '#1b579b',
  },
}

export const DARK: Palette = {
  ground: '#14161a',
  panel: '#1c1f24',
  ink: '#e8e8e3',
  muted: '#a4a9b0',
  hairline: '#363a41',
  link: '#86b7f2',
  verdicts: {
    approved: '#52c4b6',
    unapproved: '#ff7d5c',
    'exceeds-approval': '#f0a830',
    expired: '#d3b450',
    unexplained: '#bd9df1',
    attempted: '#a4a9b0',
    'needs-review': '#86b7f2',
  },
}
