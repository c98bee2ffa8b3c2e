import type { Visit } from '#platform/http'
import { facetNames } from '../../use-cases/search-document.ts'
import { facetLabel } from './labels.ts'
import { isFiltered, type SearchPageData } from './read-search-page.ts'

/** The finding: how many, of what, from where. */
export function headingOf(visit: Visit, { request, answer }: SearchPageData): string {
  const { t, lang, sites } = visit
  const count = answer.total
  const words = request.text
  if (count === 0) return words ? t('catalogue.search.none.words', { words }) : t('catalogue.search.none')
  if (words) return t('catalogue.search.found.words', { count, words })
  const chosen = facetNames.flatMap((name) => (request.facets[name] ?? []).map((key) => ({ name, key })))
  const [only] = chosen
  if (only && chosen.length === 1 && !request.open && !request.hvd && !request.from && !request.to && !request.bbox)
    return t(`catalogue.search.found.${only.name}`, { count, name: facetLabel(only.name, only.key, sites, lang) })
  return t(isFiltered(request) ? 'catalogue.search.found.filtered' : 'catalogue.search.found', { count })
}

/** What was searched beside the words: at most five, none twice, none that stand in the question. */
export function expandedWords({ request, answer }: SearchPageData): string[] {
  const asked = new Set(request.text.toLowerCase().split(/[^\p{L}\p{N}]+/u))
  const words = answer.expansions.filter((one) => one.why !== 'typo').flatMap((one) => one.with)
  return [...new Set(words)].filter((word) => !asked.has(word.toLowerCase())).slice(0, 5)
}

/** `A`, `A und B`, `A, B und C`: in the reader's language. */
export const listed = (words: readonly string[], lang: string): { text: string; word: boolean }[] =>
  new Intl.ListFormat(lang, { type: 'conjunction' })
    .formatToParts(words)
    .map((part) => ({ text: part.value, word: part.type === 'element' }))
