import type { View, Visit } from '#platform/http'
import { worthOf } from '#standards/mqa'
import { Actions, Button } from '#ui/components/button/button.tsx'
import { Empty } from '#ui/components/empty/empty.tsx'
import { Head } from '#ui/components/head/head.tsx'
import { Pagination } from '#ui/components/pagination/pagination.tsx'
import { Section } from '#ui/components/section/section.tsx'
import { Switch } from '#ui/components/tabs/tabs.tsx'
import { routes } from '../../routes.ts'
import type { StoredResource } from '../../store/catalogue-store.ts'
import { RecordTable } from './record-table.tsx'

export interface CheckList {
  /** Id of a check, or `all`. */
  check: string
  passed: boolean
  records: readonly StoredResource[]
  total: number
  page: number
  pages: number
}

/** What both lists have around them: the way here, and no place in search engines. */
const frameOf = (visit: Visit) =>
  ({
    area: 'data',
    robots: 'noindex, follow',
    crumbs: [
      { label: visit.t('catalogue.nav.data'), href: visit.to(routes.search) },
      { label: visit.t('catalogue.nav.quality'), href: visit.to(routes.metadataQuality) },
      { label: visit.t('catalogue.view-quality.list.crumb') },
    ],
  }) satisfies Partial<View>

/** The records that passed or failed one check. */
export function checkListView(visit: Visit, list: CheckList): View {
  const { t } = visit
  const outcome = list.passed ? 'ja' : 'nein'
  const to = (query: Record<string, string | number | undefined>) =>
    visit.to(routes.metadataQuality, {}, { pruefung: list.check, ergebnis: outcome, ...query })
  const title = t(`catalogue.view-quality.list.${list.check}.${outcome}`, { count: list.total })
  return {
    title,
    ...frameOf(visit),
    body: (
      <>
        <Head
          title={title}
          lead={list.check === 'all' ? t('catalogue.view-quality.list.all') : t(`catalogue.view-quality.why.${list.check}`)}
          t={t}
        >
          <Switch
            label={t('catalogue.view-quality.outcome')}
            links={[
              { href: to({ ergebnis: 'ja' }), text: t('catalogue.view-quality.passed'), current: list.passed },
              { href: to({ ergebnis: 'nein' }), text: t('catalogue.view-quality.failed'), current: !list.passed },
            ]}
          />
        </Head>
        {list.records.length === 0 ? (
          <Empty title={t('catalogue.view-quality.list.none')} reason={t('catalogue.view-quality.list.none.reason')} level="h2">
            <Actions>
              <Button kind="secondary" text={t('catalogue.view-quality.back')} href={visit.to(routes.metadataQuality)} />
            </Actions>
          </Empty>
        ) : (
          <Section title={t('catalogue.table.records')}>
            <RecordTable records={list.records} caption={title} whose={visit.site.within.length > 1} visit={visit} />
            <Pagination page={list.page} pages={list.pages} href={(page) => to({ seite: page > 1 ? page : undefined })} t={t} />
          </Section>
        )}
      </>
    ),
  }
}

/** Records that earn nothing for one question of the MQA. */
export interface LackList {
  id: string
  records: readonly StoredResource[]
  total: number
  page: number
  pages: number
}

/** The records that one question of the MQA gives nothing, and what it would bring them. */
export function lackListView(visit: Visit, list: LackList): View {
  const { t } = visit
  const name = t(`catalogue.mqa.${list.id}`)
  const title = t('catalogue.points.lack', { name, count: list.total })
  return {
    title,
    ...frameOf(visit),
    body: (
      <>
        <Head title={title} lead={t('catalogue.points.lack.lead', { count: worthOf(list.id) })} t={t} />
        {list.records.length === 0 ? (
          <Empty title={t('catalogue.points.lack.none')} reason={t('catalogue.points.lack.none.reason')} level="h2">
            <Actions>
              <Button kind="secondary" text={t('catalogue.view-quality.back')} href={visit.to(routes.metadataQuality)} />
            </Actions>
          </Empty>
        ) : (
          <Section title={t('catalogue.table.records')}>
            <RecordTable records={list.records} caption={title} whose={visit.site.within.length > 1} visit={visit} />
            <Pagination
              page={list.page}
              pages={list.pages}
              href={(page) => visit.to(routes.metadataQuality, {}, { fehlt: list.id, seite: page > 1 ? page : undefined })}
              t={t}
            />
          </Section>
        )}
      </>
    ),
  }
}
