/** What is asked of a page in the browser: expressions that give a list of what is wrong, one text each. */

/** Text against the ground it stands on. @source WCAG 2.2, 1.4.3 Contrast (Minimum) */
const CONTRAST = `(() => {
  const parse = (color) => (color.match(/[\\d.]+/g) ?? []).map(Number)
  const luminance = ([red, green, blue]) => [red, green, blue]
    .map((value) => value / 255)
    .map((share) => (share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4))
    .reduce((sum, share, index) => sum + share * [0.2126, 0.7152, 0.0722][index], 0)
  const groundOf = (element) => {
    for (let at = element; at !== null; at = at.parentElement) {
      const color = parse(getComputedStyle(at).backgroundColor)
      if (color.length === 3 || color[3] > 0) return color
    }
    return [255, 255, 255]
  }
  const hasText = (element) => [...element.childNodes].some((node) => node.nodeType === 3 && node.data.trim() !== '')
  const wrong = new Set()
  for (const element of document.querySelectorAll('body *')) {
    if (!hasText(element) || element.closest('title, style') !== null) continue
    const style = getComputedStyle(element)
    const color = parse(element instanceof SVGElement ? style.fill : style.color)
    const [light, dark] = [luminance(color), luminance(groundOf(element))].sort((a, b) => b - a)
    const ratio = (light + 0.05) / (dark + 0.05)
    if (ratio < 4.5) wrong.add('contrast ' + ratio.toFixed(2) + ' of ' + element.tagName + '.' + element.getAttribute('class'))
  }
  return [...wrong]
})()`

/** Headings, names of pictures and links, ids, landmarks. @source WCAG 2.2, 1.1.1, 1.3.1, 2.4.1, 2.4.4; WAI-ARIA 1.2, 5.2.8 */
const STRUCTURE = `(() => {
  const wrong = []
  const all = (selector) => [...document.querySelectorAll(selector)]
  let above = 0
  for (const heading of all('h1, h2, h3, h4, h5, h6')) {
    const level = Number(heading.tagName[1])
    if (level > above + 1) wrong.push('heading ' + heading.textContent + ' skips a level')
    above = level
  }
  if (all('h1').length !== 1 || all('main').length !== 1) wrong.push('not one h1 and one main')
  for (const svg of all('svg')) if (!svg.hasAttribute('aria-label') && svg.getAttribute('aria-hidden') !== 'true') wrong.push('a picture without a name')
  for (const link of all('a')) if ((link.getAttribute('aria-label') ?? link.textContent).trim() === '') wrong.push('a link without a name')
  for (const link of all('a[href^="#"]')) if (document.getElementById(link.getAttribute('href').slice(1)) === null) wrong.push(link.getAttribute('href') + ' leads nowhere')
  const ids = all('[id]').map((element) => element.id)
  if (new Set(ids).size !== ids.length) wrong.push('an id is there twice')
  for (const region of all('[role=region]')) if (!region.hasAttribute('aria-label')) wrong.push('a region without a name')
  return wrong
})()`

/** Nothing is wider than the window; what has to be scrolls by itself. @source WCAG 2.2, 1.4.10 Reflow */
const WIDTH = `document.documentElement.scrollWidth > innerWidth ? ['the page is ' + document.documentElement.scrollWidth + ' wide in a window of ' + innerWidth] : []`

/** The first thing that the keyboard reaches leads past the navigation. @source WCAG 2.2, 2.4.1 Bypass Blocks */
const SKIP = `document.querySelector('a, button, [tabindex]')?.classList.contains('skip') ? [] : ['no link past the navigation']`

export const INSPECTIONS: Readonly<Record<string, string>> = {
  contrast: CONTRAST,
  structure: STRUCTURE,
  width: WIDTH,
  keyboard: SKIP,
}
