import { formatDay } from '#kernel/day.ts'
import type { View, Visit } from '#platform/http'
import { Block } from '#ui/components/block/block.tsx'
import { Actions, Button } from '#ui/components/button/button.tsx'
import { Empty } from '#ui/components/empty/empty.tsx'
import { Head } from '#ui/components/head/head.tsx'
import { type Column, Table } from '#ui/components/table/table.tsx'
import { routes } from '../../routes.ts'
import type { Waiting } from '../../store/queries/entries.ts'
import { EntryState } from '../entries/entry-words.tsx'

const states = ['review', 'approved', 'scheduled'] as const

/** Drafts that wait for a decision, who waits longest on top. */
export function reviewsView(given: { waiting: readonly Waiting[]; people: ReadonlyMap<string, string> }, visit: Visit): View {
  const { t, lang, now } = visit
  const { waiting, people } = given
  const columns: Column<Waiting>[] = [
    {
      title: t('catalogue.entries.column.title'),
      cell: (one) => <a href={visit.to(routes.draft, { id: one.id })}>{one.title || t('catalogue.entry.untitled')}</a>,
    },
    {
      title: t('catalogue.reviews.column.kind'),
      cell: (one) => t(one.published ? 'catalogue.reviews.change' : 'catalogue.reviews.new'),
    },
    { title: t('catalogue.entries.column.office'), cell: (one) => one.office, named: true },
    {
      title: t('catalogue.reviews.column.from'),
      cell: (one) => (one.submittedBy ? (people.get(one.submittedBy) ?? '') : ''),
      named: true,
    },
    { title: t('catalogue.entries.column.state'), cell: (one) => <EntryState entry={one} now={now} t={t} />, whole: true },
    {
      title: t('catalogue.reviews.column.since'),
      cell: (one) => (one.submittedAt ? formatDay(one.submittedAt.toISOString(), lang, 'short') : ''),
      right: true,
    },
  ]
  const [first] = waiting.filter((one) => one.state === 'review')
  return {
    title: t('catalogue.reviews.title'),
    area: 'reviews',
    frame: 'staff',
    body: (
      <>
        <Head
          title={t('catalogue.reviews.title')}
          lead={t('catalogue.reviews.lead', { count: waiting.filter((one) => one.state === 'review').length })}
          t={t}
        >
          {first && visit.may('catalogue/review') && (
            <Actions>
              <Button
                text={t('catalogue.reviews.first', { title: first.title })}
                href={visit.to(routes.draft, { id: first.id })}
              />
            </Actions>
          )}
        </Head>
        {waiting.length === 0 && (
          <Empty level="h2" title={t('catalogue.reviews.none')} reason={t('catalogue.reviews.none.reason')}>
            <a class="alm-link" href={visit.to(routes.entries)}>
              {t('catalogue.entries.title')}
            </a>
          </Empty>
        )}
        {states.map((state) => {
          const rows = waiting.filter((one) => one.state === state)
          const title = t(`catalogue.reviews.${state}`)
          return rows.length === 0 ? null : (
            <Block key={state} id={state} title={title}>
              <Table caption={title} columns={columns} rows={rows} rowKey={(one) => one.id} t={t} />
            </Block>
          )
        })}
      </>
    ),
  }
}
