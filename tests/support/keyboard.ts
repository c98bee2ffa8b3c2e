import assert from 'node:assert/strict'
import type { Page } from 'playwright-core'

/** Where the focus is. */
export interface Stop {
  name: string
  /** Whether it is to be seen that the focus is here: a ring around it, or around the bar it sits in. */
  ring: boolean
  /** Whether it lies in the window and is not a line of zero height. */
  seen: boolean
}

/** Where the focus is, and whether a sighted person can see it. */
export const here = (page: Page): Promise<Stop> =>
  page.evaluate(() => {
    const element = document.activeElement as HTMLElement
    const ringed = (one: Element | null) => {
      const style = one && getComputedStyle(one)
      return Boolean(
        style &&
          ((style.outlineStyle !== 'none' && Number.parseFloat(style.outlineWidth) >= 2) ||
            /\d px|[1-9]px/.test(style.boxShadow)),
      )
    }
    const box = element.getBoundingClientRect()
    const label = (element as HTMLInputElement).labels?.[0]?.textContent
    return {
      name: (label ?? element.getAttribute('aria-label') ?? element.textContent ?? '').trim().replace(/\s+/g, ' '),
      ring: ringed(element) || ringed(element.closest('.alm-search__field')) || ringed(element.closest('summary')),
      seen: box.width > 0 && box.height > 0 && box.bottom > 0 && box.top < innerHeight,
    }
  })

/** Presses Tab until the stop with this name has the focus; every stop on the way must be visible. Gives their names. */
export async function tabTo(page: Page, wanted: RegExp, most = 60): Promise<string[]> {
  const names: string[] = []
  // Before the sheets are in, what they hide takes the focus, and keeps it.
  await page.waitForLoadState('load')
  for (let i = 0; i < most; i++) {
    await page.keyboard.press('Tab')
    let stop = await here(page)
    // The page follows the focus within a frame or two; on a busy machine a frame can take a second.
    for (let wait = 0; !stop.seen && wait < 120; wait++) {
      await page.waitForTimeout(25)
      stop = await here(page)
    }
    assert.ok(stop.ring, `"${stop.name}" has the focus and shows no ring`)
    assert.ok(stop.seen, `"${stop.name}" has the focus and is not to be seen`)
    names.push(stop.name)
    if (wanted.test(stop.name)) return names
  }
  throw new Error(`${wanted} was not reached: ${names.join(' | ')}`)
}
