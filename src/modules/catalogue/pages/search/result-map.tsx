import type { Visit } from '#platform/http'
import type { SearchPageData } from './read-search-page.ts'
import type { SearchLinks } from './search-links.ts'

/** Where the results of this page lie. */
export function ResultMap(_props: { readonly visit: Visit; readonly data: SearchPageData; readonly links: SearchLinks }) {
  return null
}
