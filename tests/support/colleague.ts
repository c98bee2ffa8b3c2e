import assert from 'node:assert/strict'
import type { Browser, Page } from 'playwright-core'
import { type Visitor, type VisitorOptions, visitor } from '#support/browser.ts'

/** Invented colleagues of the demonstration by what they do in Lindenrode; `land` administers the whole Land. */
export const colleagues = {
  administrator: 'Nesrin Aydın',
  coordinator: 'Jonas Wiedemann',
  owner: 'Petra Kolbe',
  editor: 'Mila Sander',
  officer: 'Ole Brandt',
  protection: 'Dr. Ruth Felber',
  support: 'Tarek Haddad',
  reader: 'Ingrid Voss',
  land: 'Henrik Thomsen',
} as const
export type Colleague = keyof typeof colleagues

/** Signs in with one of the accounts that the demonstration offers, as a person does; `first` is the page that was wanted. */
export async function signInAt(page: Page, who: Colleague, first: string): Promise<void> {
  await page.goto(first)
  await page.waitForURL(/\/anmelden/)
  await page
    .getByRole('button', { name: `Als ${colleagues[who]} anmelden` })
    .first()
    .click()
  const arrived = (url: URL) => url.pathname === first.split('?')[0]
  await page.waitForURL((url) => arrived(url) || url.pathname.endsWith('/zweiter-faktor'))
  // The demonstration fills the code in.
  if (page.url().includes('zweiter-faktor')) await page.getByRole('main').getByRole('button').first().click()
  await page.waitForURL(arrived)
}

export interface ColleagueOptions extends VisitorOptions {
  /** The page that was wanted. */
  readonly first?: string
}

/** A visit of somebody who works here, at the page `first`. A session is the one cookie that may stay. */
export async function colleague(
  from: Browser,
  origin: string,
  who: Colleague,
  { first = '/lindenrode/intern', ...options }: ColleagueOptions = {},
): Promise<Visitor> {
  const visit = await visitor(from, origin, options)
  await signInAt(visit.page, who, first)
  return {
    ...visit,
    async leave() {
      const cookies = await visit.context.cookies()
      assert.ok(cookies.length <= 1, `one cookie at most: ${cookies.map(({ name }) => name).join(', ')}`)
      for (const { httpOnly, sameSite } of cookies) assert.ok(httpOnly && sameSite !== 'None', 'no script reads the session')
      await visit.context.clearCookies()
      await visit.leave()
    },
  }
}
