import { formatDay } from '#kernel/day.ts'
import { slugOf } from '#kernel/slug.ts'
import type { Visit } from '#platform/http'
import { frequencies, publisherOf, say, titleOf } from '#standards/dcat-ap-de'
import { Actions, Button } from '#ui/components/button/button.tsx'
import { Download } from '#ui/components/download/download.tsx'
import { Head } from '#ui/components/head/head.tsx'
import { Status } from '#ui/components/status/status.tsx'
import type { Link } from '#ui/vocabulary.ts'
import { routes } from '../../routes.ts'
import { freshnessOf } from '../../use-cases/assess-quality.ts'
import { formatName } from './file-format.ts'
import type { DatasetPage, FileEntry } from './gather.ts'
import { newestDate, nextRelease } from './next-release.ts'
import { Linked, leadOf } from './prose.tsx'
import { hostOf, safeHref, safeMail, whomToAsk } from './safe-address.ts'

/** Where a file is had: our own address, else the first address a browser may go to. `direct` is false for pages on the way to it. */
export function addressOf(
  visit: Visit,
  slug: string,
  { hosted, distribution }: FileEntry,
): { href: string; direct: boolean; own: boolean } | undefined {
  if (hosted) return { href: visit.to(routes.file, { slug, name: hosted.name }), direct: true, own: true }
  const direct = distribution.downloadURL.map(safeHref).find((one) => one !== undefined)
  if (direct) return { href: direct, direct: true, own: false }
  const access = distribution.accessURL.map(safeHref).find((one) => one !== undefined)
  return access ? { href: access, direct: false, own: false } : undefined
}

/** Bytes of a file, where they are known. */
export const bytesOf = ({ hosted, distribution }: FileEntry): number | undefined => hosted?.bytes ?? distribution.byteSize

/** The one next step: the best file, else the place where the data lie. */
function NextStep({ page, visit }: { readonly page: DatasetPage; readonly visit: Visit }) {
  const { t, lang } = visit
  const { record } = page
  const source = (href: string) => <Button href={href} text={t('catalogue.dataset.source', { host: hostOf(href) })} />
  for (const direct of [true, false])
    for (const entry of page.files) {
      const address = addressOf(visit, page.resource.slug, entry)
      if (!address || address.direct !== direct) continue
      const format = formatName(entry.distribution.format)
      const bytes = bytesOf(entry)
      if (!direct) return source(address.href)
      const text = format ? t('catalogue.dataset.download.format', { format }) : t('catalogue.dataset.download')
      return <Download href={address.href} text={text} lang={lang} {...(bytes === undefined ? {} : { bytes })} />
    }
  if (record.kind === 'service') return <Button href="#zugang" text={t('catalogue.dataset.service.use')} />
  if (record.kind === 'series' && page.members[0])
    return <Button href={page.members[0].href} text={t('catalogue.dataset.series.newest')} />
  const landing = record.landingPage
    .map(safeHref)
    .find((one) => one !== undefined && !one.endsWith(`/daten/${page.resource.slug}`))
  if (landing) return source(landing)
  // Nothing can be opened: the next step is to ask.
  const mail = safeMail(whomToAsk(record, visit))
  return mail ? <Button href={`mailto:${mail}`} text={t('catalogue.dataset.ask')} /> : null
}

/** How new the data are and when the next state is due, in one line. */
function Freshness({ page, visit }: { readonly page: DatasetPage; readonly visit: Visit }) {
  const { t, lang } = visit
  const { record } = page
  const newest = newestDate(record)
  const state = freshnessOf(record, visit.now)
  const rhythm = record.kind !== 'service' && record.accrualPeriodicity ? frequencies.get(record.accrualPeriodicity) : undefined
  const next = nextRelease(record)
  const passed = page.quality.checks.filter((check) => check.passed).length
  const words = rhythm && (lang === 'en' ? rhythm.en : rhythm.de)
  const expected = words && !['UNKNOWN', 'OTHER'].includes(rhythm.code)
  return (
    <p class="alm-meta">
      {newest ? (
        <Status kind={state.state === 'overdue' ? 'bad' : state.state === 'current' ? 'ok' : 'idle'}>
          {t('catalogue.dataset.asof', { date: formatDay(newest, lang) })}
        </Status>
      ) : (
        <Status kind="warn">{t('catalogue.dataset.asof.none')}</Status>
      )}
      {state.state === 'overdue' && next ? (
        <span>{t('catalogue.dataset.overdue', { date: formatDay(next, lang) })}</span>
      ) : expected && rhythm.code === 'NEVER' ? (
        <span>{t('catalogue.dataset.rhythm.never')}</span>
      ) : expected && next ? (
        <span>{t('catalogue.dataset.rhythm.next', { rhythm: words, date: formatDay(next, lang) })}</span>
      ) : expected ? (
        <span>{t('catalogue.dataset.rhythm', { rhythm: words })}</span>
      ) : (
        record.kind !== 'service' && <span>{t('catalogue.dataset.rhythm.none')}</span>
      )}
      <span>
        <a href="#stand">{t('catalogue.dataset.passed', { count: passed, all: page.quality.checks.length })}</a>
      </span>
    </p>
  )
}

/** Language of the record's own words, if it is not that of the page. */
export function foreignLang(texts: readonly { lang: string; value: string }[], shown: string, lang: string): string | undefined {
  const found = texts.find((one) => one.value === shown)?.lang.split('-')[0]
  if (found) return found === lang ? undefined : found
  return lang === 'de' ? undefined : 'de'
}

/** Who publishes what; title, lead, the next step, freshness. */
export function DatasetHead({
  page,
  visit,
  onPage,
}: {
  readonly page: DatasetPage
  readonly visit: Visit
  readonly onPage: readonly Link[]
}) {
  const { t, lang } = visit
  const { record } = page
  const title = titleOf(record, lang)
  const description = say(record.description, lang)
  const publisher = publisherOf(record, lang)
  const { lead } = leadOf(description)
  const foreign = foreignLang(record.title, title, lang)
  const others = page.files.length > 1
  return (
    <Head
      t={t}
      title={title}
      onPage={onPage}
      {...(foreign ? { lang: foreign } : {})}
      pre={t(`catalogue.dataset.kind.${record.kind}`)}
    >
      <p class="alm-pre">
        {publisher ? (
          <>
            {t('catalogue.dataset.by')}{' '}
            <a class="alm-link" href={visit.to(routes.publisher, { slug: slugOf(publisher) })}>
              {publisher}
            </a>
          </>
        ) : (
          t('catalogue.dataset.by.none')
        )}
      </p>
      {lead ? (
        <p class="alm-lead" lang={foreignLang(record.description, description, lang)}>
          <Linked text={lead} />
        </p>
      ) : (
        <p class="alm-lead">{t('catalogue.dataset.description.none')}</p>
      )}
      <Actions>
        <NextStep page={page} visit={visit} />
        {others && (
          <a class="alm-link" href="#dateien">
            {t('catalogue.dataset.otherformats')}
          </a>
        )}
        {page.table && (
          <a class="alm-link" href={visit.to(routes.preview, { slug: page.resource.slug, name: page.table.file.name })}>
            {t('catalogue.dataset.opentable')}
          </a>
        )}
        <a class="alm-link" href={visit.to(routes.subscribe, {}, { art: 'datensatz', was: page.resource.slug })}>
          {t('catalogue.subscribe.dataset')}
        </a>
      </Actions>
      <Freshness page={page} visit={visit} />
    </Head>
  )
}
