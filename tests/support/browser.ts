import assert from 'node:assert/strict'
import { existsSync } from 'node:fs'
import { type Browser, type BrowserContext, type BrowserContextOptions, chromium, type Page } from 'playwright-core'

/** The same browser without its window: a new visitor costs a sixth of the computing, a page less than half. */
const windowless = '/usr/bin/chromium-headless-shell'

const places = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/usr/bin/google-chrome-stable',
  '/snap/bin/chromium',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
]

/** Where this machine has a Chromium (CHROMIUM_PATH first); undefined when there is none. */
export const chromiumPath = (): string | undefined =>
  [process.env.CHROMIUM_PATH ?? '', ...places, windowless].find((place) => place !== '' && existsSync(place))

/** The reason for a test runner's `skip`, or false where a browser is there (in CI its lack is a fault). */
export function withoutBrowser(): string | false {
  if (chromiumPath()) return false
  if (process.env.CI === 'true') throw new Error('no Chromium on this machine; install one or set CHROMIUM_PATH')
  return 'no Chromium on this machine (CHROMIUM_PATH)'
}

/** Switches for a browser that asks nobody but the portal. */
export const quietSwitches = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
] as const

/** Starts the system's Chromium, in German: words of its own, such as those of a date field, stand in pages. Throws where there is none. */
export async function browser(): Promise<Browser> {
  const executablePath = !process.env.CHROMIUM_PATH && existsSync(windowless) ? windowless : chromiumPath()
  if (!executablePath) throw new Error('no Chromium on this machine (CHROMIUM_PATH)')
  return chromium.launch({
    executablePath,
    args: [...quietSwitches, '--lang=de-DE'],
    env: { ...process.env, LANGUAGE: 'de', LANG: 'de_DE.UTF-8' },
  })
}

/** One person at the portal: a page of their own, and a record of everything that should not happen. */
export interface Visitor {
  readonly page: Page
  readonly context: BrowserContext
  /** Ends the visit. Fails when anything was asked of somebody else, reported as an error, or kept as a cookie. */
  leave(): Promise<void>
}

export interface VisitorOptions extends BrowserContextOptions {
  /** Answers of the portal that this journey is about: they are no fault. */
  expectedStatus?: readonly number[]
  /** Origins beside the portal to which this journey leads. */
  elsewhere?: readonly string[]
  /** Nothing may be sent that could change what others see. */
  onlyLooks?: boolean
  /** Cookies that this journey is about, by name: whoever signs in or joins a wish keeps one. */
  expectedCookies?: readonly string[]
}

/** Opens the browser for one person. `origin` is the portal; nothing else may be asked for anything. */
export async function visitor(
  from: Browser,
  origin: string,
  { expectedStatus = [], expectedCookies = [], elsewhere = [], onlyLooks = false, ...options }: VisitorOptions = {},
): Promise<Visitor> {
  const context = await from.newContext({ baseURL: origin, locale: 'de-DE', ...options })
  // Only what never happens should end this wait: a page may take long on a machine that is busy.
  context.setDefaultTimeout(30_000)
  const faults: string[] = []
  context.on('request', (request) => {
    if (!/^(data|blob):/.test(request.url()) && ![origin, ...elsewhere].includes(new URL(request.url()).origin))
      faults.push(`asked ${request.url()}`)
    if (onlyLooks && !/^(GET|HEAD)$/.test(request.method())) faults.push(`sent a ${request.method()} to ${request.url()}`)
  })
  context.on('response', (response) => {
    if (response.status() >= 400 && !expectedStatus.includes(response.status()))
      faults.push(`${response.status()} at ${response.url()}`)
  })
  context.on('requestfailed', (request) => {
    const reason = request.failure()?.errorText ?? ''
    // A page that is left lets go of what it still waits for, and a download ends the navigation that began it.
    if (reason !== 'net::ERR_ABORTED') faults.push(`${reason} at ${request.url()}`)
  })
  context.on('console', (message) => {
    if (message.type() === 'error' && !message.text().startsWith('Failed to load resource'))
      faults.push(`console: ${message.text()}`)
  })
  context.on('weberror', (error) => faults.push(`script: ${error.error().message}`))
  return {
    page: await context.newPage(),
    context,
    async leave() {
      const cookies = (await context.cookies()).filter((cookie) => !expectedCookies.includes(cookie.name))
      await context.close()
      assert.deepEqual([...faults, ...cookies.map((cookie) => `cookie ${cookie.name}`)], [])
    },
  }
}

/** Every journey is walked twice. */
export const withAndWithoutScript = [
  { script: true, how: 'with JavaScript' },
  { script: false, how: 'without JavaScript' },
] as const

/** What the page says in its main part, with ordinary spaces: dates and amounts are kept together by others. */
export const said = async (page: Page): Promise<string> => (await page.getByRole('main').innerText()).replaceAll('\u00a0', ' ')

/** Waits until the main part of the page says this: a form that was sent, or a link that was followed, may still be on its way. */
export async function says(page: Page, pattern: RegExp): Promise<void> {
  const end = performance.now() + 30_000
  let text = await said(page)
  while (!pattern.test(text) && performance.now() < end) {
    await page.waitForTimeout(50)
    text = await said(page)
  }
  assert.match(text, pattern)
}
