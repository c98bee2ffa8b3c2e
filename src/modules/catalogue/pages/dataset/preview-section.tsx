import { formatDay } from '#kernel/day.ts'
import { formatNumber } from '#kernel/locale.ts'
import type { Visit } from '#platform/http'
import { Bars } from '#ui/components/bars/bars.tsx'
import { RawTable } from '#ui/components/raw-table/raw-table.tsx'
import { Section } from '#ui/components/section/section.tsx'
import { routes } from '../../routes.ts'
import type { PreviewColumn, TablePreview } from '../../use-cases/table-preview.ts'
import type { CategoryChart } from '../../use-cases/table-preview-chart.ts'
import type { DatasetPage } from './gather.ts'
import { PlaceDrawingView } from './place-drawing.tsx'

const right = new Set(['integer', 'number', 'year', 'date', 'datetime', 'time'])

/** Columns as the table shows them: name, unit, kind; numbers and dates stand right. */
export const rawColumns = (columns: readonly PreviewColumn[], visit: Visit) =>
  columns.map((column, at) => ({
    name: column.name || visit.t('catalogue.preview.column', { count: at + 1 }),
    kind: column.unit
      ? visit.t('catalogue.preview.kind.unit', { kind: visit.t(`catalogue.preview.kind.${column.kind}`), unit: column.unit })
      : visit.t(`catalogue.preview.kind.${column.kind}`),
    right: right.has(column.kind),
  }))

/** How the file writes its table, in one sentence. */
export const dialectOf = (preview: TablePreview, visit: Visit): string =>
  visit.t('catalogue.preview.dialect', {
    encoding: preview.encoding.toUpperCase().replace('WINDOWS', 'Windows'),
    delimiter: visit.t(
      `catalogue.preview.delimiter.${preview.delimiter === ';' ? 'semicolon' : preview.delimiter === ',' ? 'comma' : preview.delimiter === '|' ? 'bar' : 'tab'}`,
    ),
  })

function Chart({ chart, visit, href }: { readonly chart: CategoryChart; readonly visit: Visit; readonly href: string }) {
  const { t, lang } = visit
  const [top] = chart.bars
  return (
    <Bars
      title={t('catalogue.preview.chart', { column: chart.column })}
      lang={lang}
      bars={[
        ...chart.bars.map((bar) => ({ label: bar.label || t('catalogue.preview.chart.blank'), value: bar.count })),
        ...(chart.rest.count > 0
          ? [{ label: t('catalogue.preview.chart.rest'), value: chart.rest.count, kind: 'rest' as const }]
          : []),
      ]}
      caption={
        <>
          {top && t('catalogue.preview.chart.top', { label: top.label, count: top.count, total: chart.total })}
          {chart.rest.values > 0 && ` ${t('catalogue.preview.chart.others', { count: chart.rest.values })}`}{' '}
          <a href={href}>{t('catalogue.preview.chart.table')}</a>
        </>
      }
    />
  )
}

/** Columns of the short preview; the whole table is one click away. */
const shortWidth = 8

/** A value as people write it, where the publisher has said what the column is; in doubt as it stands. */
function written(value: string, kind: PreviewColumn['kind'], lang: string): string {
  if (kind === 'date' && /^\d{4}-\d{2}-\d{2}$/.test(value)) return formatDay(value, lang, 'short')
  if (kind === 'number' && /^-?\d+\.\d+$/.test(value))
    return formatNumber(Number(value), lang, value.length - value.indexOf('.') - 1)
  return value
}

/** First rows, places and groups of the best file that the portal keeps. Nothing when there is none. */
export function PreviewSection({ page, visit }: { readonly page: DatasetPage; readonly visit: Visit }) {
  const { t } = visit
  const { table, map } = page
  if (!table && !map) return null
  const slug = page.resource.slug
  const columns = (table?.preview.columns ?? []).slice(0, shortWidth)
  const whole = visit.to(routes.preview, { slug, name: table?.file.name ?? '' })
  return (
    <Section title={t('catalogue.dataset.section.preview')} id="vorschau">
      {table && (
        <>
          <RawTable
            caption={t('catalogue.preview.caption', { name: table.file.name })}
            columns={rawColumns(columns, visit)}
            rows={table.preview.rows.map((row) => columns.map((column, at) => written(row[at] ?? '', column.kind, visit.lang)))}
            t={t}
          />
          <p class="alm-small">
            {t(table.preview.whole ? 'catalogue.preview.shown' : 'catalogue.preview.shown.least', {
              rows: table.preview.rows.length,
              total: table.preview.total,
              count: columns.length,
              columns: table.preview.columns.length,
            })}{' '}
            <a href={whole}>{t(table.preview.explained ? 'catalogue.preview.open.explained' : 'catalogue.preview.open')}</a>
          </p>
        </>
      )}
      {(map || table?.preview.chart) && (
        <div class="alm-cols alm-cols--2">
          {map && (
            <PlaceDrawingView
              drawing={map.preview.drawing}
              title={t('catalogue.preview.places')}
              description={t('catalogue.preview.places.description', { count: map.preview.features, name: map.file.name })}
              caption={
                <>
                  {t('catalogue.preview.places.count', { count: map.preview.features })}{' '}
                  <a href={visit.to(routes.preview, { slug, name: map.file.name })}>{t('catalogue.preview.places.list')}</a>
                </>
              }
            />
          )}
          {table?.preview.chart && <Chart chart={table.preview.chart} visit={visit} href={whole} />}
        </div>
      )}
    </Section>
  )
}
