/** Opens a report in a browser as different readers would, and says what each of them would complain of. */
import { pathToFileURL } from 'node:url'
import type { Browser, Page } from 'playwright-core'
import { INSPECTIONS } from './inspections.data.ts'

/** One reader. */
export interface Reader {
  readonly name: string
  readonly widthPixels: number
  readonly colorScheme: 'light' | 'dark'
}

export const READERS: readonly Reader[] = [
  { name: 'light', widthPixels: 1200, colorScheme: 'light' },
  { name: 'dark', widthPixels: 1200, colorScheme: 'dark' },
  { name: 'narrow', widthPixels: 360, colorScheme: 'light' },
  { name: 'narrow dark', widthPixels: 360, colorScheme: 'dark' },
]

/** Pictures of the documentation are a little smaller than life, to stay below 300 kB each. */
const PICTURE_SCALE = 0.85
/** Of a window; the page is longer. */
const HEIGHT_PIXELS = 1160

/** Complaints of one reader: what the browser said, what the page asked for beside itself, what is wrong in it. */
export async function look(browser: Browser, file: string, reader: Reader): Promise<readonly string[]> {
  const said: string[] = []
  const page = await open(browser, reader)
  page.on('console', (message) => said.push(`the browser says: ${message.text()}`))
  page.on('pageerror', (error) => said.push(`an error: ${error.message}`))
  page.on('request', (request) => {
    if (request.url() !== pathToFileURL(file).href) said.push(`the page asks for ${request.url()}`)
  })
  await page.goto(pathToFileURL(file).href)
  for (const expression of Object.values(INSPECTIONS)) said.push(...(await page.evaluate<string[]>(expression)))
  await page.close()
  return said.map((complaint) => `${reader.name}: ${complaint.slice(0, 200)}`)
}

/** A picture, as a PNG, of the element that a selector names, or of the window that begins with it. */
export interface Picture {
  readonly reader: Reader
  readonly selector: string
  readonly whole: boolean
  readonly path: string
}

/** Takes a picture. */
export async function photograph(
  browser: Browser,
  file: string,
  { reader, selector, whole, path }: Picture,
): Promise<void> {
  const page = await open(browser, reader, PICTURE_SCALE)
  await page.emulateMedia({ colorScheme: reader.colorScheme, reducedMotion: 'reduce' })
  await page.goto(pathToFileURL(file).href)
  await page.evaluate(`document.querySelector(${JSON.stringify(selector)}).scrollIntoView()`)
  // A part alone has no margin of its own.
  if (whole) await page.addStyleTag({ content: `${selector} { padding: 2rem }` })
  await (whole ? page.locator(selector) : page).screenshot({ path })
  await page.close()
}

/** On how many sheets each size of paper takes the executive page; its colours are those for paper. */
export async function countSheets(browser: Browser, file: string, format: 'A4' | 'Letter'): Promise<number> {
  const page = await browser.newPage()
  await page.goto(pathToFileURL(file).href)
  await page.addStyleTag({ content: '#technical, .foot { display: none }' })
  const document = await page.pdf({ format })
  await page.close()
  return document.toString('latin1').match(/\/Type\s*\/Page\b/g)?.length ?? 0
}

function open(browser: Browser, { widthPixels, colorScheme }: Reader, deviceScaleFactor = 1): Promise<Page> {
  return browser.newPage({ viewport: { width: widthPixels, height: HEIGHT_PIXELS }, colorScheme, deviceScaleFactor })
}
