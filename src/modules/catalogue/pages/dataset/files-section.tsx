import { formatDay } from '#kernel/day.ts'
import { formatBytes } from '#kernel/locale.ts'
import type { Visit } from '#platform/http'
import { labelOf, licences, say } from '#standards/dcat-ap-de'
import { Empty } from '#ui/components/empty/empty.tsx'
import { Section } from '#ui/components/section/section.tsx'
import { Table } from '#ui/components/table/table.tsx'
import { routes } from '../../routes.ts'
import { isTable } from '../../use-cases/table-preview.ts'
import { isMap } from '../../use-cases/table-preview-map.ts'
import { formatName, formatUse, isService } from './file-format.ts'
import type { DatasetPage, FileEntry } from './gather.ts'
import { addressOf, bytesOf, foreignLang } from './head-section.tsx'
import { dialectOf } from './preview-section.tsx'
import { Linked } from './prose.tsx'
import { hostOf } from './safe-address.ts'

/** The licence most files have; a file with another one says so. */
function commonLicence(page: DatasetPage): string | undefined {
  const counts = new Map<string, number>()
  for (const { distribution } of page.files)
    if (distribution.license) counts.set(distribution.license, (counts.get(distribution.license) ?? 0) + 1)
  return [...counts].sort((a, b) => b[1] - a[1])[0]?.[0] ?? page.record.license
}

/** Whether a file's description only repeats what the record says. */
const repeats = (text: string, whole: string) => whole.includes(text.trim().replace(/[.\s]+$/, ''))

function Content({ entry, page, visit }: { readonly entry: FileEntry; readonly page: DatasetPage; readonly visit: Visit }) {
  const { t, lang } = visit
  const { distribution: one } = entry
  const title = say(one.title, lang)
  const description = say(one.description, lang)
  const use = formatUse(one.format)
  const own = say(page.record.title, lang)
  const licence =
    one.license && one.license !== commonLicence(page)
      ? (licences.get(one.license)?.[lang === 'en' ? 'en' : 'de'] ?? one.license)
      : undefined
  const status = one.status && /(DEPRECATED|WITHDRAWN|DEVELOP)$/.test(one.status) ? labelOf(one.status, lang) : undefined
  const address = addressOf(visit, page.resource.slug, entry)
  const facts = [
    one.modified &&
      one.modified !== page.record.modified &&
      t('catalogue.dataset.files.asof', { date: formatDay(one.modified, lang) }),
    one.packageFormat || one.compressFormat
      ? t('catalogue.dataset.files.packed', { format: (one.packageFormat ?? one.compressFormat ?? '').replace(/^.*\//, '') })
      : undefined,
    status,
    licence && t('catalogue.dataset.files.licence', { licence }),
    !one.license && !page.record.license && commonLicence(page) ? t('catalogue.dataset.files.licence.none') : undefined,
    address && !address.own ? t('catalogue.dataset.files.at', { host: hostOf(address.href) }) : undefined,
  ].filter((fact) => typeof fact === 'string')
  return (
    <>
      {title && title !== own ? (
        <span lang={foreignLang(one.title, title, lang)}>{title.length > 200 ? `${title.slice(0, 200)} …` : title}</span>
      ) : (
        t(`catalogue.format.${use}`)
      )}
      {title && title !== own && use !== 'unknown' && <small class="alm-muted"> · {t(`catalogue.format.${use}`)}</small>}
      {description && description !== title && !repeats(description, say(page.record.description, lang)) && (
        <small class="alm-muted" lang={foreignLang(one.description, description, lang)}>
          <br />
          <Linked text={description.length > 400 ? `${description.slice(0, 400).replace(/\s+\S*$/, '')} …` : description} />
        </small>
      )}
      {facts.length > 0 && (
        <small class="alm-muted">
          <br />
          {facts.join(' · ')}
        </small>
      )}
    </>
  )
}

function Deed({ entry, page, visit }: { readonly entry: FileEntry; readonly page: DatasetPage; readonly visit: Visit }) {
  const { t } = visit
  const { distribution: one } = entry
  const address = addressOf(visit, page.resource.slug, entry)
  const name = formatName(one.format) ?? say(one.title, visit.lang)
  if (!address) {
    const given = [...one.downloadURL, ...one.accessURL][0]
    return given ? (
      <span class="catalogue-address">{t('catalogue.dataset.files.unsafe', { address: given.slice(0, 300) })}</span>
    ) : (
      <span>{t('catalogue.dataset.files.noaddress')}</span>
    )
  }
  const deed = isService(one)
    ? 'catalogue.dataset.files.address'
    : address.direct
      ? 'catalogue.dataset.files.download'
      : 'catalogue.dataset.files.open'
  return (
    <a href={address.href} aria-label={`${t(deed)}: ${name}`} rel={address.own ? undefined : 'nofollow'}>
      {t(deed)}
    </a>
  )
}

/** The way to look into a table or map that the portal keeps. */
function Look({
  entry: { hosted, distribution },
  page,
  visit,
}: {
  readonly entry: FileEntry
  readonly page: DatasetPage
  readonly visit: Visit
}) {
  if (!hosted || !(isTable(hosted) || isMap(hosted))) return null
  const { t } = visit
  const name = formatName(distribution.format) ?? hosted.name
  return (
    <a
      href={visit.to(routes.preview, { slug: page.resource.slug, name: hosted.name })}
      aria-label={`${t('catalogue.dataset.files.look')}: ${name}`}
    >
      {t('catalogue.dataset.files.look')}
    </a>
  )
}

/** All files and interfaces: what they are good for, how large, how to have them. */
export function FilesSection({ page, visit }: { readonly page: DatasetPage; readonly visit: Visit }) {
  const { t, lang } = visit
  const { record, files, table } = page
  if (record.kind === 'service' || (record.kind === 'series' && files.length === 0)) return null
  const columns = [
    {
      title: t('catalogue.dataset.files.format'),
      cell: (entry: FileEntry) => (
        <strong>{formatName(entry.distribution.format) ?? t('catalogue.dataset.files.format.none')}</strong>
      ),
    },
    {
      title: t('catalogue.dataset.files.content'),
      cell: (entry: FileEntry) => <Content entry={entry} page={page} visit={visit} />,
      named: false,
    },
    {
      title: t('catalogue.dataset.files.size'),
      right: true,
      whole: true,
      cell: (entry: FileEntry) => {
        const bytes = bytesOf(entry)
        return bytes === undefined ? '' : formatBytes(bytes, lang)
      },
    },
    {
      title: t('ui.table.action'),
      right: true,
      quiet: true,
      cell: (entry: FileEntry) => <Deed entry={entry} page={page} visit={visit} />,
    },
    ...(files.some(({ hosted }) => hosted && (isTable(hosted) || isMap(hosted)))
      ? [
          {
            title: t('catalogue.dataset.files.look'),
            right: true,
            quiet: true,
            cell: (entry: FileEntry) => <Look entry={entry} page={page} visit={visit} />,
          },
        ]
      : []),
  ]
  const services = [...new Set(files.flatMap(({ distribution }) => distribution.accessService))]
    .map((uri) => page.links.get(uri))
    .filter((link) => link !== undefined)
  return (
    <Section title={t('catalogue.dataset.section.files')} id="dateien">
      {files.length === 0 ? (
        <Empty title={t('catalogue.dataset.files.none')} reason={t('catalogue.dataset.files.none.reason')} />
      ) : (
        <Table
          t={t}
          caption={t('catalogue.dataset.section.files')}
          columns={columns}
          rows={files}
          rowKey={(entry) => entry.distribution.uri}
          inline
        />
      )}
      {table && <p class="alm-small alm-muted">{dialectOf(table.preview, visit)}</p>}
      {services.length > 0 && (
        <p class="alm-small">
          {t('catalogue.dataset.files.services')}{' '}
          {services.map((link, i) => (
            <>
              {i > 0 && ', '}
              <a href={link.href}>{link.title}</a>
            </>
          ))}
        </p>
      )}
    </Section>
  )
}
