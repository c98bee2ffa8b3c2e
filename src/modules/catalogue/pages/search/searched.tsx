import type { Visit } from '#platform/http'
import { expandedWords, listed } from './heading.ts'
import type { SearchPageData } from './read-search-page.ts'
import type { SearchLinks } from './search-links.ts'

/** Says how the words were understood, and offers the other reading. */
export function Searched({
  visit,
  data,
  links,
}: {
  readonly visit: Visit
  readonly data: SearchPageData
  readonly links: SearchLinks
}) {
  const { t, lang } = visit
  const { request, answer } = data
  if (!request.text) return null
  const words = expandedWords(data)
  const corrected =
    answer.corrected && answer.corrected.toLowerCase() !== request.text.toLowerCase() ? answer.corrected : undefined
  if (request.exact)
    return (
      <p>
        {t('catalogue.search.exact.on')} <a href={links.to({ exact: false })}>{t('catalogue.search.exact.off')}</a>
      </p>
    )
  if (!corrected && words.length === 0 && answer.match === 'all') return null
  return (
    <p>
      {corrected && (
        <>
          {t('catalogue.search.corrected')} <em>{corrected}</em>.{' '}
        </>
      )}
      {answer.match === 'some' && answer.total > 0 && <>{t('catalogue.search.some')} </>}
      {words.length > 0 && (
        <>
          {t('catalogue.search.expanded')}{' '}
          {listed(words, lang).map((part, i) => (part.word ? <em key={`${i}`}>{part.text}</em> : part.text))}
          {t('catalogue.search.expanded.end')}{' '}
        </>
      )}
      {(corrected || words.length > 0) && (
        <a href={links.to({ exact: true })}>
          {t(/\s/.test(request.text) ? 'catalogue.search.exact.do' : 'catalogue.search.exact.word')}
        </a>
      )}
    </p>
  )
}
