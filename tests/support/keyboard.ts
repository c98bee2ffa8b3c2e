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

/** Presses Tab, or Shift and Tab, until the stop with this name has the focus; every stop on the way must be visible. Gives their names. */
export async function tabTo(page: Page, wanted: RegExp, most = 60, key: 'Tab' | 'Shift+Tab' = 'Tab'): Promise<string[]> {
  const names: string[] = []
  // Before the sheets are in, what they hide takes the focus, and keeps it.
  await page.waitForLoadState('load')
  // And before the letters are in, what has the focus may be pushed out of sight once more.
  await page.evaluate(() => document.fonts.ready.then(() => undefined))
  for (let i = 0; i < most; i++) {
    await page.keyboard.press(key)
    let stop = await here(page)
    // The page follows the focus within a frame or two; on a busy machine a frame can take seconds.
    for (let wait = 0; !stop.seen && wait < 600; wait++) {
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

/** Leads past the head of a page, as its first stop offers. */
export async function skip(page: Page): Promise<void> {
  const [first] = await tabTo(page, /^Zum Inhalt springen$/, 1)
  assert.ok(first)
  await page.keyboard.press('Enter')
  await page.waitForURL('**#inhalt')
}

/** Goes to a field by Tab and writes. */
export async function write(page: Page, field: RegExp, text: string): Promise<void> {
  await tabTo(page, field, 100)
  await page.keyboard.type(text)
}

/** Goes to a button or link by Tab and opens what it leads to. */
export async function enter(page: Page, name: RegExp, key: 'Tab' | 'Shift+Tab' = 'Tab'): Promise<void> {
  await tabTo(page, name, 100, key)
  await Promise.all([page.waitForEvent('domcontentloaded'), page.keyboard.press('Enter')])
}

/** Goes to a list by Tab and down with the arrow key until this stands in it: letters typed slowly would begin anew. */
export async function pick(page: Page, field: RegExp, option: string): Promise<void> {
  await tabTo(page, field, 100)
  const picked = () => page.evaluate(() => (document.activeElement as HTMLSelectElement).selectedOptions[0]?.text.trim())
  for (let i = 0; (await picked()) !== option; i++) {
    assert.ok(i < 60, `"${option}" does not stand in the list`)
    await page.keyboard.press('ArrowDown')
  }
}

/** Nothing sticks out to the right: on a small window at 200 % everything is read by scrolling down. */
export const fits = (page: Page): Promise<boolean> =>
  page.evaluate(() => document.documentElement.scrollWidth <= document.documentElement.clientWidth)

/** A window of 1280 by 800 at 200 %. */
export const enlarged = { viewport: { width: 640, height: 400 }, deviceScaleFactor: 2 } as const
