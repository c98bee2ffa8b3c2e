import { formatNumber } from '#kernel/locale.ts'
import type { View, Visit } from '#platform/http'
import { Actions, Button } from '#ui/components/button/button.tsx'
import { Empty } from '#ui/components/empty/empty.tsx'
import { Head } from '#ui/components/head/head.tsx'
import { Message } from '#ui/components/message/message.tsx'
import { type Column, Table } from '#ui/components/table/table.tsx'
import type { Run, Source } from '../model/source.ts'
import { routes } from '../routes.ts'
import { kindName, moment, SourceStatus } from './words.tsx'

/** All sources of a tenant: how each stands, and what waits for a person first. */
export function sourcesView(
  sources: readonly Source[],
  newest: ReadonlyMap<string, Run>,
  counts: ReadonlyMap<string, number>,
  visit: Visit,
): View {
  const { t, lang } = visit
  const title = t('harvest.sources.title')
  const weight = (one: Source) => {
    const run = newest.get(one.id)
    return run?.state === 'held' ? 0 : one.brokenSince ? 1 : 2
  }
  const rows = [...sources].sort((a, b) => weight(a) - weight(b))
  const held = sources.filter((one) => newest.get(one.id)?.state === 'held').length
  const columns: Column<Source>[] = [
    {
      title: t('harvest.column.name'),
      cell: (one) => (
        <a class="alm-link" href={visit.to(routes.source, { id: one.id })}>
          {one.name}
        </a>
      ),
    },
    { title: t('harvest.column.kind'), cell: (one) => kindName(one.kind, visit), named: true },
    { title: t('harvest.column.state'), cell: (one) => <SourceStatus source={one} run={newest.get(one.id)} visit={visit} /> },
    { title: t('harvest.column.schedule'), cell: (one) => t(`harvest.schedule.${one.schedule}`), named: true },
    { title: t('harvest.column.good'), cell: (one) => moment(one.goodAt, visit) || t('harvest.never'), whole: true, right: true },
    {
      title: t('harvest.column.records'),
      cell: (one) => formatNumber(counts.get(one.id) ?? 0, lang),
      right: true,
    },
  ]
  return {
    title,
    area: 'harvest',
    frame: 'staff',
    body: (
      <>
        {visit.query.get('entfernt') === '1' && <Message kind="success" title={t('harvest.removed')} live t={t} />}
        <Head title={title} lead={held > 0 ? t('harvest.sources.held', { count: held }) : t('harvest.sources.lead')} t={t}>
          {visit.may('harvest/edit') && (
            <Actions>
              <Button text={t('harvest.add')} href={visit.to(routes.newSource)} />
            </Actions>
          )}
        </Head>
        {rows.length === 0 ? (
          <Empty level="h2" title={t('harvest.sources.none')} reason={t('harvest.sources.none.reason')} />
        ) : (
          <Table caption={title} columns={columns} rows={rows} rowKey={(one) => one.id} t={t} />
        )}
      </>
    ),
  }
}
