import { AxeBuilder } from '@axe-core/playwright'
import type { Page } from 'playwright-core'

const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22a', 'wcag22aa', 'best-practice']
/** The rules whose answer changes with the colours; all others look at structure, which is the same in the dark. */
const ofColour = ['color-contrast', 'link-in-text-block']

const wide = { width: 1280, height: 900 }
const narrow = { width: 360, height: 780 }

async function axe(page: Page, how: string, rules?: readonly string[]): Promise<string[]> {
  // Only what is wrong is handed over, and no frame is asked: that is three times as fast.
  const builder = new AxeBuilder({ page }).setLegacyMode(true).options({ resultTypes: ['violations'], preload: false })
  const { violations } = await (rules ? builder.withRules([...rules]) : builder.withTags(tags)).analyze()
  return violations.flatMap(({ id, help, nodes }) =>
    nodes
      .slice(0, 3)
      .map(
        (node) => `${how}: ${id} (${help}) at ${node.target.join(' ')}: ${node.html.slice(0, 160)} ${node.any[0]?.message ?? ''}`,
      ),
  )
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
  const faults: string[] = []
  await page.setViewportSize(wide)
  await page.emulateMedia({ colorScheme: 'light' })
  faults.push(...(await axe(page, '1280 light')))
  await page.emulateMedia({ colorScheme: 'dark' })
  faults.push(...(await axe(page, '1280 dark', ofColour)))
  await page.setViewportSize(narrow)
  faults.push(...(await axe(page, '360 dark', ofColour)))
  await page.emulateMedia({ colorScheme: 'light' })
  faults.push(...(await overflow(page, 320)), ...(await overflow(page, 640, '200 %')))
  await page.setViewportSize(narrow)
  await unfold(page)
  faults.push(...(await axe(page, '360 light, unfolded')), ...(await overflow(page, 320, '320 px, unfolded')))
  return [...new Set(faults)]
}
