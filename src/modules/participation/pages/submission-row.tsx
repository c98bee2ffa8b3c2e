import type { Visit } from '#platform/http'
import { Status } from '#ui/components/status/status.tsx'
import { numberOf, type Procedure } from '../model/procedure.ts'
import type { Submission } from '../model/submission.ts'
import { routes } from '../routes.ts'
import { type Rating, ReactionForm } from './dialogue/reaction-form.tsx'
import { PinnedRow } from './pinned-row.tsx'

/** A text cut at a word, for lists. */
export function shortened(text: string, most = 200): string {
  const plain = text.replace(/\s+/g, ' ')
  if (plain.length <= most) return plain
  const space = plain.lastIndexOf(' ', most)
  return `${plain.slice(0, space > most * 0.6 ? space : most)} …`
}

/** A submission in a list, with its number on the map where it has one, and with buttons to react where `rating` is given. Stands in `<ResultList>`. */
export function SubmissionRow({
  one,
  procedure,
  visit,
  pin,
  rating,
}: {
  readonly one: Submission
  readonly procedure: Pick<Procedure, 'slug' | 'prefix'>
  readonly visit: Visit
  /** null: it has no point, but others beside it have. */
  readonly pin?: number | null | undefined
  readonly rating?: Rating | undefined
}) {
  const { t } = visit
  const number = numberOf(procedure.prefix, one.number)
  const lang = one.lang === visit.lang ? undefined : one.lang
  const facts = [
    ...(one.agree > 0 ? [t('participation.count.agree', { count: one.agree })] : []),
    ...(rating?.dialogue.rating === 'three' && one.disagree > 0
      ? [t('participation.count.disagree', { count: one.disagree })]
      : []),
    ...(one.comments > 0 ? [t('participation.count.comments', { count: one.comments })] : []),
    t('participation.number', { number }),
  ]
  const content = (
    <>
      <h3 lang={lang}>
        <a href={visit.to(routes.submission, { slug: procedure.slug, number })}>{one.title}</a>
      </h3>
      <p class="alm-rows__text" lang={lang}>
        {shortened(one.body)}
      </p>
      <p class="alm-meta">
        {facts.map((fact) => (
          <span key={fact}>{fact}</span>
        ))}
        {one.outcome && <Status kind="ok">{t(`participation.outcome.${one.outcome}`)}</Status>}
      </p>
      {rating && <ReactionForm one={one} procedure={procedure} rating={rating} visit={visit} />}
    </>
  )
  return <PinnedRow id={number} pin={pin} content={content} visit={visit} />
}
