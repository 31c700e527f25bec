/** The style sheet but for its colours. Screen first, then narrow, then print. */

export const LAYOUT = `
*, ::before, ::after { box-sizing: border-box }
html { background: var(--ground); color: var(--ink); font: 15px/1.5 system-ui, -apple-system, "Segoe UI", Roboto, "Noto Sans", sans-serif; font-variant-numeric: tabular-nums; scroll-padding-top: 3.5rem; -webkit-text-size-adjust: 100% }
body { margin: 0; overflow-wrap: anywhere }
h1, h2, h3, h4, p, ul, ol, dl, dd, figure, table, pre { margin: 0; padding: 0 }
ul, ol { list-style: none }
h1, h2, h3, h4 { line-height: 1.25; text-wrap: balance }
a { color: var(--link); text-underline-offset: .15em; text-decoration-thickness: 1px }
a:focus-visible, summary:focus-visible, [tabindex]:focus-visible { outline: 2px solid var(--link); outline-offset: 2px; border-radius: 2px }
code, pre, .mono { font-family: ui-monospace, "SF Mono", "Cascadia Mono", "DejaVu Sans Mono", Menlo, Consolas, monospace; font-size: .88em }
code, .isolate { unicode-bidi: isolate; overflow-wrap: anywhere }
pre { white-space: pre-wrap; overflow-wrap: anywhere; tab-size: 4; unicode-bidi: plaintext }
table { border-collapse: collapse; width: 100%; font-size: .92em }
th { text-align: left; font-weight: 600; color: var(--muted); font-size: .86em }
th { white-space: nowrap }
th, td { padding: .38rem 1rem .38rem 0; vertical-align: top; border-bottom: 1px solid var(--hairline); overflow-wrap: break-word }
th:last-child, td:last-child { padding-right: 0 }
summary { cursor: pointer }
.muted { color: var(--muted) }
.small { font-size: .88em }
.skip { position: absolute; left: -999rem; top: 0; background: var(--ground); padding: .6rem 1rem; z-index: 3 }
.skip:focus { left: 0 }
.bar { position: sticky; top: 0; z-index: 2; display: flex; flex-wrap: wrap; gap: .2rem 1.4rem; align-items: baseline; padding: .55rem max(1.25rem, calc((100% - 66rem) / 2 + 1.25rem)); background: var(--ground); border-bottom: 1px solid var(--hairline); font-size: .92em }
.bar strong { letter-spacing: .01em; margin-right: auto }
.bar nav { display: flex; flex-wrap: wrap; gap: .2rem 1.2rem }
.bar a { text-decoration: none }
.bar a:hover { text-decoration: underline }
main, .foot { max-width: 66rem; margin: 0 auto; padding: 0 1.25rem }
.sheet { padding: 2.2rem 0 3rem }
#technical { border-top: 1px solid var(--hairline) }
.eyebrow { color: var(--muted); font-size: .86em; display: flex; flex-wrap: wrap; gap: 0 1.1em }
h1 { font-size: 1.05rem; font-weight: 600; margin-bottom: .3rem }
.state { font-size: 1.75rem; line-height: 1.24; font-weight: 600; letter-spacing: -.012em; margin: 1.1rem 0 .7rem; text-wrap: balance; max-width: 34em }
.rests { color: var(--muted); max-width: 72ch }
.tally-name { color: var(--muted); font-size: .86em; margin-top: 1.5rem }
.tally { display: flex; flex-wrap: wrap; margin: .35rem 0 2rem; border: solid var(--hairline); border-width: 1px 0 }
.tally li { flex: 1 1 7.4rem; padding: .7rem .8rem .6rem 0; display: grid; line-height: 1.25 }
.tally b { font-size: 1.5rem; font-weight: 600 }
.tally .zero { color: var(--muted); font-weight: 400 }
.mark { font-family: "DejaVu Sans", "Segoe UI Symbol", "Apple Symbols", "Noto Sans Symbols 2", sans-serif; font-weight: 400; display: inline-block; min-width: 1.15em }
.verdict { color: var(--v); font-weight: 600; white-space: nowrap }
.part { font-size: 1.02rem; font-weight: 600; padding-bottom: .45rem; border-bottom: 1px solid var(--hairline) }
.questions > li { display: grid; grid-template-columns: 10.5rem 1fr; gap: 0 1.6rem; padding: .85rem 0; border-bottom: 1px solid var(--hairline) }
.questions .figure { font-size: 1.5rem; line-height: 1.15; font-weight: 600; display: block }
.questions .figure.none { font-size: 1.1rem; font-weight: 500; color: var(--muted) }
.questions .counts { color: var(--muted); font-size: .86em; line-height: 1.3; display: block; margin-top: .15rem }
.questions h3 { font-size: 1rem; margin-bottom: .1rem }
.questions p { max-width: 72ch }
.halves { display: grid; grid-template-columns: 1.25fr 1fr; gap: 0 3rem; margin-top: 1.9rem; align-items: start }
.worst li { padding: .7rem 0 .7rem 1.6rem; border-bottom: 1px solid var(--hairline); position: relative }
.worst .mark { position: absolute; left: 0; color: var(--v) }
.severity { text-transform: uppercase; font-size: .76em; letter-spacing: .06em; font-weight: 700 }
.blind li { padding: .5rem 0; border-bottom: 1px solid var(--hairline) }
.next { margin-top: 1rem; padding: .1rem 0 .1rem .9rem; border-left: 3px solid var(--link) }
.limits { margin-top: 1.6rem; color: var(--muted); font-size: .86em; max-width: 90ch }
.limits li + li { margin-top: .2rem }
.block { margin-top: 2.4rem }
h2.page { font-size: 1.5rem; letter-spacing: -.01em; margin-top: .3rem }
.scroll { overflow-x: auto; max-width: 100% }
.index td:first-child, .index th:first-child { width: 9.5rem }
.index td { line-height: 1.4; overflow-wrap: anywhere }
.index .alike { display: block; margin-top: .2rem; color: var(--muted); font-size: .88em }
.index a { color: inherit; text-decoration-color: var(--hairline) }
.index a:hover { text-decoration-color: currentColor }
.nowrap { white-space: nowrap }
.finding { margin-top: 3.2rem; padding-top: 1.1rem; border-top: 2px solid var(--v) }
.finding > header h3 { font-size: 1.28rem; font-weight: 600; letter-spacing: -.008em; max-width: 46em; margin: .45rem 0 .3rem; overflow-wrap: anywhere }
.finding h4 { font-size: .95rem; font-weight: 600; margin: 1.7rem 0 .45rem; padding-bottom: .3rem; border-bottom: 1px solid var(--hairline) }
.finding p { max-width: 80ch }
.badges { display: flex; flex-wrap: wrap; gap: .1rem 1.2rem; align-items: baseline; font-size: .92em }
.pair { display: grid; grid-template-columns: 1fr 1fr; gap: 0 2.6rem }
.rows > div { display: grid; grid-template-columns: 8.6rem 1fr; gap: 0 1rem; padding: .34rem 0; border-bottom: 1px solid var(--hairline); font-size: .94em }
.rows dt { color: var(--muted); font-size: .93em; overflow-wrap: anywhere }
.rows dd { min-width: 0; overflow-wrap: anywhere }
.rows del { display: block; color: var(--muted); text-decoration-color: var(--v) }
.rows ins { text-decoration: none; font-weight: 600; color: var(--v) }
.reasons { counter-reset: reason }
.reasons li { padding: .4rem 0; max-width: 86ch }
.reasons .cites a { font-size: .82em; text-decoration: none; padding: 0 .1em }
.evidence li { display: grid; grid-template-columns: 2.2rem 11.6rem minmax(0, 1fr); gap: 0 .6rem; padding: .38rem 0; border-bottom: 1px solid var(--hairline); scroll-margin-top: 4rem }
.evidence li:target { background: var(--panel) }
.evidence .number { color: var(--muted); font-size: .86em; text-align: right; padding-right: .2rem }
.evidence .meta { font-size: .86em; line-height: 1.4 }
.evidence pre { font-size: .82em; line-height: 1.45 }
.evidence .place { display: block; color: var(--muted); font-size: .82em; margin-top: .1rem }
.steps > li { padding: .5rem 0; border-bottom: 1px solid var(--hairline) }
.steps .stage { font-weight: 600; display: inline-block }
.steps .stage::first-letter { text-transform: uppercase }
.asks { columns: 22rem; column-gap: 2.6rem; margin-top: .7rem }
.asks li { padding: .18rem 0 .18rem 1.5rem; text-indent: -1.5rem; break-inside: avoid; font-size: .94em }
.asks .mark { text-indent: 0; width: 1.5rem }
ul + .scroll, p + .scroll { margin-top: .6rem }
.steps pre, .commands { background: var(--panel); border-radius: 3px; padding: .5rem .75rem; margin-top: .35rem; font-size: .82em; line-height: 1.5 }
.apart { border-left: 1px solid var(--hairline); padding-left: .9rem; margin-top: 1.4rem; font-size: .92em }
.apart .label { display: block; font-size: .82em; font-weight: 600; color: var(--muted) }
figure { margin-top: .4rem }
figcaption { font-size: .86em; color: var(--muted); margin-top: .3rem }
svg { display: block; width: 100%; height: auto; overflow: visible; font-family: inherit }
svg text { fill: var(--ink); font-size: 13px }
svg .dim { fill: var(--muted) }
svg .code { font-family: ui-monospace, "SF Mono", "Cascadia Mono", "DejaVu Sans Mono", Menlo, Consolas, monospace; font-size: 12px }
svg .rule { stroke: var(--hairline); stroke-width: 1 }
svg .hatch { fill: url(#hatch) }
svg .life { fill: var(--v); opacity: .2 }
svg .life.now { opacity: .5 }
svg .seen { fill: var(--v) }
svg .beside { fill: var(--ground); stroke: var(--v); stroke-width: 1.6 }
svg .went { fill: var(--v); opacity: .45 }
svg .edge { fill: none; stroke: var(--v); opacity: .78 }
svg .idle .edge, svg .idle .head { opacity: .4 }
svg .head { fill: var(--v) }
svg .glyph { fill: var(--v); font-size: 14px }
svg a { text-decoration: none }
.lanes svg { min-width: 34rem }
.copies svg { min-width: 52rem }
.defs { position: absolute; width: 0; height: 0 }
.grid { margin-top: .6rem }
.grid td { font-size: .92em }
.said { min-width: 20rem }
.grid .quiet { color: var(--v-expired) }
.grid .missing, .grid .silent { color: var(--muted) }
.foot { border-top: 1px solid var(--hairline); margin-top: 3rem; padding-top: 1rem; padding-bottom: 3rem; color: var(--muted); font-size: .84em }
.foot p + p { margin-top: .4rem }
@media (max-width: 52rem) {
  .halves, .pair { grid-template-columns: 1fr; gap: 1.4rem 0 }
  .pair { gap: 0 }
}
@media (max-width: 40rem) {
  html { font-size: 14.5px; scroll-padding-top: 1rem }
  .bar { padding-left: 1rem; padding-right: 1rem }
  main, .foot { padding-left: 1rem; padding-right: 1rem }
  .sheet { padding-top: 1.4rem }
  .state { font-size: 1.32rem }
  .tally { display: grid; grid-template-columns: 1fr 1fr }
  .questions > li, .rows > div { grid-template-columns: 1fr }
  .bar { position: static }
  .questions .figure { font-size: 1.3rem }
  .questions h3 { margin-top: .5rem }
  .lanes svg { min-width: 46rem }
  .rows dt { font-size: .82em }
  .evidence li { grid-template-columns: 1.6rem 1fr }
  .evidence .body { grid-column: 1 / -1; padding-top: .2rem }
  .index, .index tbody, .index tr, .index td { display: block; width: auto }
  .index thead { display: none }
  .index td { border: 0; padding: .1rem 0 }
  .index td:first-child { width: auto }
  .index tr { display: block; padding: .6rem 0; border-bottom: 1px solid var(--hairline) }
}
@media print {
  @page { margin: 11mm 13mm }
  html { font-size: 8.2pt; line-height: 1.32 }
  .bar, .skip { display: none }
  main, .foot { max-width: none; padding: 0 }
  .sheet { padding: 0 }
  #technical { border: 0; break-before: page }
  .state { font-size: 14pt; margin: .5rem 0 .4rem }
  .tally-name { margin-top: .6rem }
  .tally { margin: .2rem 0 .8rem; display: flex }
  .tally li { padding: .3rem .4rem .25rem 0; flex: 1 1 auto }
  .tally b { font-size: 13pt }
  .questions > li { padding: .36rem 0; grid-template-columns: 8.6rem 1fr; gap: 0 1.2rem }
  .questions .figure { font-size: 13pt }
  .halves { display: grid; grid-template-columns: 1.25fr 1fr; gap: 0 1.8rem; margin-top: 1rem }
  .worst a { display: none }
  .worst li { padding-top: .35rem; padding-bottom: .35rem }
  .blind li { padding: .25rem 0 }
  .limits { margin-top: .8rem }
  .finding { margin-top: 1.6rem }
  .finding h4 { margin-top: .9rem }
  .pair { grid-template-columns: 1fr 1fr; gap: 0 1.6rem }
  h2, h3, h4, .part { break-after: avoid }
  li, tr, figure, .rows > div { break-inside: avoid }
  .evidence li { break-inside: auto }
  .scroll { overflow: visible }
  .lanes svg, .copies svg { min-width: 0 }
  a { color: inherit; text-decoration: none }
  summary { list-style: none }
  summary::-webkit-details-marker { display: none }
}
@media (prefers-reduced-motion: no-preference) { html { scroll-behavior: smooth } }
@media (forced-colors: active) { svg .edge { opacity: 1 } }
`
