import { readdirSync, readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { AxeBuilder } from '@axe-core/playwright'
import type { BrowserContext, Page } from 'playwright-core'

const { resolve } = createRequire(createRequire(import.meta.url).resolve('@axe-core/playwright'))
const whole = readFileSync(resolve('axe-core/axe.min.js'), 'utf8')
/** What is handed to a page that has axe already. */
const nothing = 'undefined'

const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22a', 'wcag22aa', 'best-practice']
/** The rules whose answer changes with the colours; all others look at structure, which is the same in the dark. */
const ofColour = ['color-contrast', 'link-in-text-block']

const wide = { width: 1280, height: 900 }
const narrow = { width: 360, height: 780 }

async function axe(page: Page, how: string, rules?: readonly string[]): Promise<string[]> {
  // A page is handed axe once, however often it is asked, hands over only what is wrong, and no frame is asked.
  if ((await page.evaluate('typeof window.axe?.run')) !== 'function') await page.evaluate(whole)
  const builder = new AxeBuilder({ page, axeSource: nothing })
    .setLegacyMode(true)
    .options({ resultTypes: ['violations'], preload: false })
  const { violations } = await (rules ? builder.withRules([...rules]) : builder.withTags(tags)).analyze()
  return violations.flatMap(({ id, help, nodes }) =>
    nodes
      .slice(0, 3)
      .map(
        (node) => `${how}: ${id} (${help}) at ${node.target.join(' ')}: ${node.html.slice(0, 160)} ${node.any[0]?.message ?? ''}`,
      ),
  )
}

const rooms = ['ui', 'platform', ...readdirSync('src/modules')].join('|')

/** Keys that stand on the page in place of their texts. */
async function untold(page: Page): Promise<string[]> {
  const text = await page.evaluate('document.body.textContent')
  const keys = String(text).match(new RegExp(`\\b(?:${rooms})(?:\\.[a-z][a-z-]*){2,}`, 'g')) ?? []
  return keys.map((key) => `the text ${key} is missing`)
}

/** What reaches out of a window of this width, outermost first. */
async function overflow(page: Page, width: number, how = `${width} px`): Promise<string[]> {
  await page.setViewportSize({ width, height: 780 })
  return page.evaluate(
    ([width, how]) => {
      if ((document.scrollingElement?.scrollWidth ?? 0) <= width) return []
      const scrolls = (one: Element | null): boolean =>
        Boolean(one && (/auto|scroll|hidden|clip/.test(getComputedStyle(one).overflowX) || scrolls(one.parentElement)))
      const outside = Array.from(document.body.querySelectorAll('*')).filter(
        (one) => one.getBoundingClientRect().right > width + 1 && !scrolls(one.parentElement),
      )
      return [
        `${how}: the page is ${document.scrollingElement?.scrollWidth} px wide, by ${outside
          .slice(0, 3)
          .map((one) => one.outerHTML.slice(0, 140))
          .join(' | ')}`,
      ]
    },
    [width, how] as const,
  )
}

/** Opens everything that opens within the page, so that nothing escapes the check. What opens over it covers others by design. */
const unfold = (page: Page) =>
  page.evaluate(() => {
    for (const one of document.querySelectorAll('details')) {
      one.open = true
      const over = Array.from(one.children).some((child) => getComputedStyle(child).position === 'absolute')
      if (over) one.open = false
    }
  })

/** Looks at what opens over the page (menus), each opened alone. */
export async function examineMenus(page: Page): Promise<string[]> {
  const faults: string[] = []
  for (const menu of await page.locator('details.alm-menu, .alm-choice details').all()) {
    if (!(await menu.isVisible())) continue
    await menu.locator('> summary').click()
    const name = (await menu.locator('> summary').innerText()).trim()
    faults.push(
      ...(await axe(page, name, ['color-contrast', 'link-in-text-block', 'list', 'listitem', 'aria-allowed-attr', 'link-name'])),
    )
    const box = await menu.locator('> :not(summary)').boundingBox()
    const width = page.viewportSize()?.width ?? 0
    if (!box || box.x < 0 || box.x + box.width > width) faults.push(`${name}: what opens reaches out of the window`)
    await menu.locator('> summary').click()
  }
  return faults
}

/**
 * Looks at the page that is open: axe at 1280 and 360 px, light and dark, folded and unfolded; nothing reaches out of the
 * window at 320 px or at 200 % zoom (which is a window of half the width). Gives every fault in a line.
 */
export async function examine(page: Page): Promise<string[]> {
  const faults = await untold(page)
  await page.setViewportSize(wide)
  await page.emulateMedia({ colorScheme: 'light' })
  faults.push(...(await axe(page, '1280 light')))
  await page.emulateMedia({ colorScheme: 'dark' })
  faults.push(...(await axe(page, '1280 dark', ofColour)))
  faults.push(...(await overflow(page, 640, '200 %')), ...(await overflow(page, 320)))
  await page.setViewportSize(narrow)
  await unfold(page)
  faults.push(...(await axe(page, '360 dark, unfolded', ofColour)))
  await page.emulateMedia({ colorScheme: 'light' })
  faults.push(...(await axe(page, '360 light, unfolded')), ...(await overflow(page, 320, '320 px, unfolded')))
  return [...new Set(faults)]
}

/**
 * Looks once more at a kind of page that `examine` saw in another state or of another tenant: every rule in both widths and
 * both schemes still, but each width in one of the schemes only.
 */
export async function examineAgain(page: Page): Promise<string[]> {
  await page.setViewportSize(wide)
  await page.emulateMedia({ colorScheme: 'light' })
  const faults = await untold(page)
  faults.push(...(await axe(page, '1280 light')))
  await page.emulateMedia({ colorScheme: 'dark' })
  await page.setViewportSize(narrow)
  await unfold(page)
  faults.push(...(await axe(page, '360 dark, unfolded')), ...(await overflow(page, 320, '320 px, unfolded')))
  return [...new Set(faults)]
}

/** Lends pages of one visit, each to one test at a time: what the browser has loaded already is not loaded again. */
export function lender(context: () => BrowserContext): (use: (page: Page) => Promise<void>) => Promise<void> {
  const free: Page[] = []
  return async (use) => {
    const page = free.pop() ?? (await context().newPage())
    await use(page)
    free.push(page)
  }
}
