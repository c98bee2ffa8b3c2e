import type { Visit } from '#platform/http'
import { MarkedText } from '#ui/components/marked/marked.tsx'
import type { Marked } from '#ui/vocabulary.ts'
import { personalPlaces } from '../../model/analysis/personal-places.ts'

/** A text cut where something was noticed in it. */
export function markedPlaces(text: string): Marked {
  const places = personalPlaces(text)
  let at = 0
  const pieces = places.flatMap(({ start, end, value }) => {
    const before = text.slice(at, start)
    at = end
    return [before, { mark: value }]
  })
  return [...pieces, text.slice(at)].filter((piece) => piece !== '')
}

/** Somebody's text as it came, with what looks like personal data marked, and a line that names it. */
export function Noticed({
  text,
  lang,
  visit,
}: {
  readonly text: string
  readonly lang?: string | undefined
  readonly visit: Visit
}) {
  const { t } = visit
  const places = personalPlaces(text)
  return (
    <>
      <div class="alm-stack" lang={lang}>
        {text
          .split(/\n\s*\n/)
          .filter((part) => part.trim() !== '')
          .map((part, i) => (
            <p key={`${i}`} class="alm-said">
              <MarkedText text={markedPlaces(part)} />
            </p>
          ))}
      </div>
      {places.length > 0 && (
        <p class="alm-small">
          <strong>{t('participation.moderate.noticed')}</strong>{' '}
          {places.map(({ label, value }) => `${t(label)}: ${value}`).join('; ')}
        </p>
      )}
    </>
  )
}
