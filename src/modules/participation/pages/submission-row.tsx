import type { Visit } from '#platform/http'
import { ResultRow } from '#ui/components/result-row/result-row.tsx'
import { numberOf, type Procedure } from '../model/procedure.ts'
import type { Submission } from '../model/submission.ts'
import { routes } from '../routes.ts'

/** A text cut at a word, for lists. */
export function shortened(text: string, most = 200): string {
  const plain = text.replace(/\s+/g, ' ')
  if (plain.length <= most) return plain
  const space = plain.lastIndexOf(' ', most)
  return `${plain.slice(0, space > most * 0.6 ? space : most)} …`
}

/** A submission in a list. Stands in `<ResultList>`. */
export function SubmissionRow({
  one,
  procedure,
  visit,
}: {
  readonly one: Submission
  readonly procedure: Pick<Procedure, 'slug' | 'prefix'>
  readonly visit: Visit
}) {
  const { t } = visit
  const number = numberOf(procedure.prefix, one.number)
  return (
    <ResultRow
      href={visit.to(routes.submission, { slug: procedure.slug, number })}
      title={one.title}
      excerpt={shortened(one.body)}
      meta={[
        ...(one.agree > 0 ? [t('participation.count.agree', { count: one.agree })] : []),
        ...(one.comments > 0 ? [t('participation.count.comments', { count: one.comments })] : []),
        t('participation.number', { number }),
      ]}
      {...(one.outcome ? { status: { kind: 'ok', text: t(`participation.outcome.${one.outcome}`) } as const } : {})}
      {...(one.lang === visit.lang ? {} : { lang: one.lang })}
    />
  )
}
