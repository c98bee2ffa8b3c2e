import { dayOf } from '#kernel/clock.ts'
import { formatDay } from '#kernel/day.ts'
import type { Visit } from '#platform/http'
import { Button } from '#ui/components/button/button.tsx'
import { LinkList } from '#ui/components/link-list/link-list.tsx'
import { Section } from '#ui/components/section/section.tsx'
import { wordsOf } from '../../format-words.ts'
import { formatOf } from '../../known-formats.ts'
import type { Procedure } from '../../model/procedure.ts'
import { routes } from '../../routes.ts'
import type { OpenDataset } from '../../store/report-store.ts'

/** The open dataset of a procedure: what is in it, and the one button that publishes it. */
export function DatasetSection({
  procedure,
  dataset,
  path,
  visit,
}: {
  readonly procedure: Procedure
  readonly dataset: OpenDataset | undefined
  readonly path: string | undefined
  readonly visit: Visit
}) {
  const { t, lang } = visit
  const format = formatOf(procedure.format)
  const may = visit.may('participation/publish') && visit.may('catalogue/release')
  return (
    <Section title={t('participation.dataset.title')} id="daten" note={t('participation.dataset.note')}>
      {dataset && (
        <p>
          {t(path ? 'participation.dataset.is' : 'participation.dataset.waits', {
            count: dataset.submissions,
            day: formatDay(dayOf(dataset.publishedAt), lang),
            blanked: String(dataset.blanked),
            ...wordsOf(format, lang),
          })}
        </p>
      )}
      {path && <LinkList links={[{ href: path, text: t('participation.report.dataset') }]} />}
      {may && procedure.state === 'public' ? (
        <form method="post" action={visit.to(routes.publishDataset, { id: procedure.id })}>
          <p>{t('participation.dataset.confirm')}</p>
          <Button kind="secondary" text={t(dataset ? 'participation.dataset.again' : 'participation.dataset.do')} />
        </form>
      ) : (
        <p>{t(may ? 'participation.dataset.draft' : 'participation.dataset.may-not')}</p>
      )}
    </Section>
  )
}
