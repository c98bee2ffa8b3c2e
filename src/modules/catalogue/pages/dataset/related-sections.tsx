import { formatDay } from '#kernel/day.ts'
import type { Visit } from '#platform/http'
import { Copy } from '#ui/components/copy/copy.tsx'
import { LinkList } from '#ui/components/link-list/link-list.tsx'
import { Section } from '#ui/components/section/section.tsx'
import { Table } from '#ui/components/table/table.tsx'
import { thing } from './details-section.tsx'
import { formatName } from './file-format.ts'
import type { DatasetPage, RecordLink } from './gather.ts'
import { safeHref } from './safe-address.ts'

/** Members of the series: the states there are, newest first. */
export function MembersSection({ page, visit }: { readonly page: DatasetPage; readonly visit: Visit }) {
  const { t, lang } = visit
  const rows = page.members.filter((one) => one.slug !== page.resource.slug)
  if (rows.length === 0 && page.record.kind !== 'series') return null
  const columns = [
    { title: t('catalogue.dataset.members.title'), cell: (one: RecordLink) => <a href={one.href}>{one.title}</a> },
    {
      title: t('catalogue.dataset.members.asof'),
      right: true,
      whole: true,
      cell: (one: RecordLink) => (one.modified ? formatDay(one.modified, lang, 'short') : ''),
    },
  ]
  return (
    <Section
      title={t(page.record.kind === 'series' ? 'catalogue.dataset.section.members' : 'catalogue.dataset.section.states')}
      id="staende"
    >
      {rows.length === 0 ? (
        <p>{t('catalogue.dataset.members.none')}</p>
      ) : (
        <Table t={t} caption={t('catalogue.dataset.section.members')} columns={columns} rows={rows} rowKey={(one) => one.slug} />
      )}
    </Section>
  )
}

/** Where a data service answers, how it is described, and which data it serves. */
export function ServiceSection({ page, visit }: { readonly page: DatasetPage; readonly visit: Visit }) {
  const { t } = visit
  const { record } = page
  if (record.kind !== 'service') return null
  const served = record.servesDataset.map((uri) => page.links.get(uri) ?? { href: safeHref(uri) ?? '', title: uri })
  const formats = record.format.map(formatName).filter((name) => name !== undefined)
  return (
    <>
      <Section title={t('catalogue.dataset.section.endpoint')} id="zugang">
        {record.endpointURL.length === 0 && <p>{t('catalogue.dataset.endpoint.none')}</p>}
        {record.endpointURL.map((url) => (
          <Copy key={url} t={t} label={t('catalogue.dataset.section.endpoint')} text={url} />
        ))}
        {record.endpointDescription.map((url) => (
          <p key={url}>
            {t('catalogue.dataset.endpoint.description')}: {thing(url, undefined)}
          </p>
        ))}
        {formats.length > 0 && (
          <p class="alm-small">{t('catalogue.dataset.endpoint.formats', { formats: formats.join(', ') })}</p>
        )}
      </Section>
      <Section title={t('catalogue.dataset.section.served')} id="datensaetze">
        {served.length === 0 ? (
          <p>{t('catalogue.dataset.served.none')}</p>
        ) : (
          <ul class="alm-links">
            {served.map((one) => (
              <li key={one.title}>
                {one.href ? (
                  <a class="alm-link" href={one.href}>
                    {one.title}
                  </a>
                ) : (
                  <span class="catalogue-address">{one.title}</span>
                )}
              </li>
            ))}
          </ul>
        )}
      </Section>
    </>
  )
}

/** The same data of other towns. Only where there are any. */
export function ElsewhereSection({ page, visit }: { readonly page: DatasetPage; readonly visit: Visit }) {
  const { t } = visit
  const { elsewhere } = page
  if (!elsewhere) return null
  return (
    <Section title={t('catalogue.dataset.section.elsewhere')} id="anderswo">
      <p>{t('catalogue.dataset.elsewhere.sentence', { count: elsewhere.entries.length })}</p>
      <ul class="alm-links">
        {elsewhere.entries.map((one) => (
          <li key={one.href}>
            {one.place}:{' '}
            <a class="alm-link" href={one.href}>
              {one.title}
            </a>
          </li>
        ))}
      </ul>
      <LinkList links={[{ href: elsewhere.href, text: t('catalogue.dataset.elsewhere.search', { words: elsewhere.words }) }]} />
    </Section>
  )
}
