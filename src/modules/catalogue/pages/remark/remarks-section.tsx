import type { Visit } from '#platform/http'
import { Said } from '#ui/components/said/said.tsx'
import { Section } from '#ui/components/section/section.tsx'
import { Status } from '#ui/components/status/status.tsx'
import { routes } from '../../routes.ts'
import type { RequestPost, RequestRow } from '../../store/request-rows.ts'
import { AnswerPost } from '../wishes/posts.tsx'
import { handedIn, nameOf, standOf } from '../wishes/request-words.ts'

/** Remarks on a record as its page shows them. */
export interface Remarks {
  readonly shown: readonly RequestRow[]
  readonly answers: ReadonlyMap<string, RequestPost>
  /** How many staff looks at first: that they are there is said, not what they say. */
  readonly waiting: number
}

function summary({ shown, waiting }: Remarks, visit: Visit): string {
  const { t } = visit
  const answered = shown.filter((one) => one.state === 'answered').length
  const all = shown.length + waiting
  if (all === 0) return t('catalogue.remarks.none')
  return t(answered === all ? 'catalogue.remarks.all' : 'catalogue.remarks.some', { count: all, answered })
}

/** "1 Anmerkung, beantwortet", each with its answer, and the way to write one. */
export function RemarksSection({
  remarks,
  slug,
  visit,
}: {
  readonly remarks: Remarks
  readonly slug: string
  readonly visit: Visit
}) {
  const { t, lang } = visit
  return (
    <Section title={t('catalogue.dataset.section.remarks')} id="anmerkungen">
      <p>
        {summary(remarks, visit)} <a href={visit.to(routes.remark, { slug })}>{t('catalogue.remarks.write')}</a>
      </p>
      {remarks.shown.map((one) => {
        const stand = standOf(one, visit)
        const answer = remarks.answers.get(one.id)
        return (
          <article key={one.id} class="catalogue-post">
            <p class="alm-meta">
              <span>{nameOf(one)}</span>
              <span>{t('catalogue.wish.from', { date: handedIn(one, visit) })}</span>
              {one.place && <span>{one.place}</span>}
              <Status kind={stand.kind}>{stand.text}</Status>
            </p>
            <Said text={one.body} lang={one.lang === lang ? undefined : one.lang} />
            {answer && <AnswerPost post={answer} visit={visit} />}
          </article>
        )
      })}
      {remarks.waiting > 0 && (
        <p>
          <Status kind="run">{t('catalogue.remarks.waiting', { count: remarks.waiting })}</Status>
        </p>
      )}
    </Section>
  )
}
