import type { ComponentChildren } from 'preact'
import { formatDay } from '#kernel/day.ts'
import { formatNumber } from '#kernel/locale.ts'
import { type Answer, page, problem, type Visit } from '#platform/http'
import { titleOf } from '#standards/dcat-ap-de'
import { Actions } from '#ui/components/button/button.tsx'
import { Download } from '#ui/components/download/download.tsx'
import { Head } from '#ui/components/head/head.tsx'
import { Note } from '#ui/components/note/note.tsx'
import { Pagination } from '#ui/components/pagination/pagination.tsx'
import { RawTable } from '#ui/components/raw-table/raw-table.tsx'
import { Section } from '#ui/components/section/section.tsx'
import { Table } from '#ui/components/table/table.tsx'
import { type CatalogueHouse, storeOf } from '../../house.ts'
import { routes } from '../../routes.ts'
import type { StoredResource } from '../../store/catalogue-store.ts'
import {
  type HostedFile,
  isTable,
  type PreviewColumn,
  pageRows,
  type TablePreview,
  tablePreview,
} from '../../use-cases/table-preview.ts'
import { featureRows, isMap, mapPreview, readFeatures } from '../../use-cases/table-preview-map.ts'
import { crumbsOf } from './dataset-page.tsx'
import { PlaceDrawingView } from './place-drawing.tsx'
import { dialectOf, rawColumns } from './preview-section.tsx'

/** A section over the whole width: a table has more columns than a rail leaves room for. */
const Wide = ({
  title,
  id,
  note,
  children,
}: {
  readonly title: string
  readonly id: string
  readonly note: string
  readonly children: ComponentChildren
}) => (
  <section class="alm-stack catalogue-wide" id={id} aria-labelledby={`${id}-titel`}>
    <h2 id={`${id}-titel`}>
      {title} <small class="alm-muted">{note}</small>
    </h2>
    {children}
  </section>
)

interface Shown {
  resource: StoredResource
  file: HostedFile
  visit: Visit
  number: number
}

/** The page number of an address; undefined for what is none. */
const numberOf = (visit: Visit) => {
  const text = visit.query.get('seite') ?? '1'
  return /^[1-9]\d{0,6}$/.test(text) ? Number(text) : undefined
}

function Explained({
  columns,
  visit,
  total,
}: {
  readonly columns: readonly PreviewColumn[]
  readonly visit: Visit
  readonly total: number
}) {
  const { t, lang } = visit
  const given = [
    { title: t('catalogue.preview.columns.name'), cell: (one: PreviewColumn) => one.name || '–' },
    {
      title: t('catalogue.preview.columns.kind'),
      cell: (one: PreviewColumn) =>
        one.unit
          ? t('catalogue.preview.kind.unit', { kind: t(`catalogue.preview.kind.${one.kind}`), unit: one.unit })
          : t(`catalogue.preview.kind.${one.kind}`),
    },
    {
      title: t('catalogue.preview.columns.meaning'),
      cell: (one: PreviewColumn) =>
        one.description ?? <span class="alm-muted">{t('catalogue.preview.columns.unexplained')}</span>,
    },
    {
      title: t('catalogue.preview.columns.empty'),
      right: true,
      cell: (one: PreviewColumn) =>
        one.empty === 0 ? '0' : t('catalogue.preview.columns.empty.of', { count: one.empty, total: formatNumber(total, lang) }),
    },
  ]
  return <Table t={t} caption={t('catalogue.preview.columns')} columns={given} rows={columns} rowKey={(one) => one.name} />
}

function Faults({ preview, visit, name }: { readonly preview: TablePreview; readonly visit: Visit; readonly name: string }) {
  if (preview.faultCount === 0) return null
  const { t } = visit
  return (
    <Note kind="warn">
      <p>
        <strong>{t('catalogue.preview.faults', { count: preview.faultCount })}</strong>{' '}
        {t('catalogue.preview.faults.shown', { name })}
      </p>
      <ul class="alm-list">
        {preview.faults.slice(0, 10).map((fault) => (
          <li key={fault.line}>
            {t('catalogue.preview.faults.line', { line: fault.line, cells: fault.cells, expected: fault.expected })}
          </li>
        ))}
      </ul>
    </Note>
  )
}

function frame(shown: Shown, lead: string, content: ComponentChildren): Answer {
  const { resource, file, visit, number } = shown
  const { t, lang } = visit
  const title = t('catalogue.preview.title', { name: file.name })
  return page({
    title: `${title}, ${titleOf(resource.record, lang)}${number > 1 ? `, ${t('ui.pages.page', { page: number })}` : ''}`,
    description: lead,
    area: 'data',
    crumbs: crumbsOf(resource, visit, file.name),
    ...(number > 1 ? { robots: 'noindex' } : {}),
    body: (
      <>
        <Head t={t} title={title} pre={titleOf(resource.record, lang)} lead={lead}>
          <Actions>
            <Download
              href={visit.to(routes.file, { slug: resource.slug, name: file.name })}
              text={t('catalogue.dataset.download')}
              bytes={file.bytes}
              lang={lang}
            />
            <a class="alm-link" href={visit.to(routes.dataset, { slug: resource.slug })}>
              {t('catalogue.preview.back')}
            </a>
          </Actions>
          <p class="alm-meta">
            <span>{t('catalogue.preview.changed', { date: formatDay(file.changedAt.toISOString(), lang) })}</span>
          </p>
        </Head>
        {content}
      </>
    ),
  })
}

const pageHref = (shown: Shown) => (n: number) =>
  shown.visit.to(routes.preview, { slug: shown.resource.slug, name: shown.file.name }, { seite: n > 1 ? n : undefined })

function tableAnswer(shown: Shown, preview: TablePreview): Answer {
  const { visit, file, number } = shown
  const { t } = visit
  const pages = Math.max(1, Math.ceil(preview.total / pageRows))
  const first = (number - 1) * pageRows + 1
  return frame(
    shown,
    t(preview.whole ? 'catalogue.preview.lead' : 'catalogue.preview.lead.cut', {
      total: preview.total,
      count: preview.columns.length,
    }),
    <>
      <Wide
        title={t('catalogue.preview.rows')}
        id="zeilen"
        note={t('catalogue.preview.range', { first, last: first + preview.rows.length - 1 })}
      >
        <RawTable
          t={t}
          caption={t('catalogue.preview.range', { first, last: first + preview.rows.length - 1 })}
          columns={rawColumns(preview.columns, visit)}
          rows={preview.rows}
        />
        <Pagination t={t} page={number} pages={pages} href={pageHref(shown)} />
        <Faults preview={preview} visit={visit} name={file.name} />
        {preview.preamble.length > 0 && (
          <p class="alm-small">
            {t('catalogue.preview.preamble', {
              text: preview.preamble
                .filter((line) => line !== '')
                .join(' · ')
                .slice(0, 400),
            })}
          </p>
        )}
        <p class="alm-small alm-muted">{dialectOf(preview, visit)}</p>
      </Wide>
      <Section title={t('catalogue.preview.columns')} id="spalten">
        <Explained columns={preview.columns} visit={visit} total={preview.total} />
      </Section>
    </>,
  )
}

async function mapAnswer(house: CatalogueHouse, shown: Shown): Promise<Answer | undefined> {
  const { visit, file, number } = shown
  const { t } = visit
  const features = await readFeatures(house.storage, file)
  const from = (number - 1) * pageRows
  if (!features || features.length === 0 || from >= features.length) return undefined
  const { columns, rows } = featureRows(features, from, pageRows)
  const drawing = (await mapPreview(house.storage, file, visit.site.area))?.drawing
  const range = t('catalogue.preview.range', { first: from + 1, last: from + rows.length })
  return frame(
    shown,
    t('catalogue.preview.lead.places', { total: features.length }),
    <>
      {drawing && (
        <Section title={t('catalogue.preview.places')} id="karte">
          <PlaceDrawingView
            drawing={drawing}
            description={t('catalogue.preview.places.description', { count: features.length, name: file.name })}
            caption={<a href="#zeilen">{t('ui.map.list')}</a>}
          />
        </Section>
      )}
      <Wide title={t('catalogue.preview.list')} id="zeilen" note={range}>
        <RawTable t={t} caption={range} columns={columns.map((name) => ({ name }))} rows={rows} />
        <Pagination t={t} page={number} pages={Math.ceil(features.length / pageRows)} href={pageHref(shown)} />
      </Wide>
    </>,
  )
}

/** A hosted table or map to look at, page by page. */
export async function wholeTable(house: CatalogueHouse, visit: Visit): Promise<Answer> {
  const store = storeOf(house, visit.site)
  const resource = await store.bySlug(visit.params.slug ?? '')
  const missing = problem({
    status: 404,
    id: 'catalogue/no-preview',
    title: visit.t('catalogue.nopreview.title'),
    detail: visit.t('catalogue.nopreview.detail'),
  })
  const number = numberOf(visit)
  if (resource?.state !== 'published' || number === undefined) return missing
  const files = await store.files(resource.slug)
  const file = files.find((one) => one.name === visit.params.name)
  if (!file || !house.storage.has(file.sha256)) return missing
  const shown: Shown = { resource, file, visit, number }
  if (isMap(file)) return (await mapAnswer(house, shown)) ?? missing
  if (!isTable(file)) return missing
  const preview = await tablePreview(house.storage, file, number)
  return preview ? tableAnswer(shown, preview) : missing
}
