import type { Page } from 'playwright-core'

/** Everything public that names a dataset of Lindenrode once it is released. */
const places = (word: string) =>
  [
    `/lindenrode/daten?q=${word}`,
    `/daten?q=${word}`,
    `/lindenrode/daten.atom?q=${word}`,
    `/lindenrode/daten.rss?q=${word}`,
    `/lindenrode/daten.csv?q=${word}`,
    `/lindenrode/suche/vorschlaege?q=${word}`,
    `/lindenrode/api/v1/datasets?q=${word}`,
    `/lindenrode/katalog/alles.ttl`,
    `/lindenrode/katalog/alles.rdf`,
    `/lindenrode/sitemap-1.xml`,
  ] as const

/** Whether a place names it. What was asked for stands in titles and addresses of a page itself, so those are left out. */
async function names(page: Page, address: string, word: string): Promise<boolean> {
  const answer = await page.request.get(address)
  if (answer.status() !== 200) throw new Error(`${address} answers ${answer.status()}`)
  const text = (await answer.text()).replaceAll(new RegExp(`[?&;]q=${word}`, 'gi'), '')
  return new RegExp(`${word}(-| )der(-| )stadt`, 'i').test(text)
}

/** The public places that name it. */
export async function publicTraces(page: Page, word: string): Promise<string[]> {
  const found = await Promise.all(places(word).map(async (address) => ((await names(page, address, word)) ? [address] : [])))
  return found.flat()
}

/** The public places that do not name it yet. */
export async function lacking(page: Page, word: string): Promise<string[]> {
  const found = await publicTraces(page, word)
  return places(word).filter((address) => !found.includes(address))
}
