/** The report as one web page that needs nothing else: no script, no font, no picture, no request. */
import { ATTACK_NOTICE } from '../_pages/finding/attack-links.ts'
import { toReportView } from '../_pages/report-view.ts'
import type { Sink } from '../contract.ts'
import { html, Markup } from './escape.ts'
import { executivePage } from './executive-page.ts'
import { styleSheet } from './style.ts'
import { technicalPage } from './technical-page.ts'

/** Nothing may be loaded or run; styles stand in the page. @source W3C Content Security Policy Level 3, 6.1 Fetch Directives */
const POLICY = "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'"

/** The hatching that all pictures share. */
const HATCH = new Markup(
  '<svg class="defs" aria-hidden="true" focusable="false"><defs><pattern id="hatch" width="7" height="7" patternUnits="userSpaceOnUse" patternTransform="rotate(45)"><line x1="0" y1="0" x2="0" y2="7" stroke="var(--muted)" stroke-width="1.6" opacity=".55"/></pattern></defs></svg>',
)

export const sink: Sink = {
  id: 'html',
  title: 'One web page: an executive page that prints on one sheet, and a technical page with all evidence',
  mediaType: 'text/html; charset=utf-8',
  fileExtension: '.html',

  render(report, { version }) {
    const view = toReportView(report, version)
    return html`<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${new Markup(POLICY)}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="referrer" content="no-referrer">
<title>Where traffic is copied, ${view.marks[0] ?? ''}</title>
<style>${styleSheet()}</style>
</head>
<body>
<a class="skip" href="#executive">Skip to the report</a>
<header class="bar"><strong>tapwarden</strong><nav aria-label="Parts of the report"><a href="#executive">Executive</a><a href="#technical">Technical</a><a href="#findings">Findings</a><a href="#approved">Approved</a><a href="#coverage">Coverage</a></nav></header>
${HATCH}
<main>
${executivePage(view)}
${technicalPage(view)}
</main>
<footer class="foot"><p>${ATTACK_NOTICE}</p><p>Sentences, grades and pictures are the analysis of tapwarden ${version}. Evidence is shown redacted.</p></footer>
</body>
</html>
`.toString()
  },
}
