import { formatDay } from '#kernel/day.ts'
import type { Visit } from '#platform/http'
import { titleOf } from '#standards/dcat-ap-de'
import { type Column, Table } from '#ui/components/table/table.tsx'
import type { StoredResource } from '../../store/catalogue-store.ts'
import { formatsOf } from '../../use-cases/search-document.ts'
import { formatName } from '../search/labels.ts'
import { recordHref } from '../search/result-rows.tsx'

/** Records in a table: name, whose, formats, date. `whose` is left out where all are of one. */
export function RecordTable({
  records,
  caption,
  whose = true,
  visit,
}: {
  readonly records: readonly StoredResource[]
  readonly caption: string
  readonly whose?: boolean
  readonly visit: Visit
}) {
  const { t, lang, sites } = visit
  const columns: Column<StoredResource>[] = [
    { title: t('catalogue.table.dataset'), cell: (one) => <a href={recordHref(one, visit)}>{titleOf(one.record, lang)}</a> },
    ...(whose
      ? [{ title: t('catalogue.table.from'), cell: (one: StoredResource) => sites.byId(one.tenant)?.shortName ?? '' }]
      : []),
    {
      title: t('catalogue.table.formats'),
      cell: (one) =>
        one.record.kind === 'series'
          ? t('catalogue.dataset.kind.series')
          : formatsOf(one.record)
              .slice(0, 3)
              .map((code) => formatName(code, lang))
              .join(', '),
    },
    {
      title: t('catalogue.table.as-of'),
      right: true,
      named: false,
      cell: (one) => {
        const day = one.record.modified ?? one.record.issued
        return day ? formatDay(day, lang, 'short') : ''
      },
    },
  ]
  const filled = columns.filter((column, i) => i === 0 || records.some((one) => column.cell(one) !== ''))
  return <Table caption={caption} columns={filled} rows={records} rowKey={(one) => one.id} inline t={t} />
}

/** Whether any of the records says how old it is: only then can they be called new. */
export const isDated = (records: readonly StoredResource[]): boolean =>
  records.some((one) => one.record.modified !== undefined || one.record.issued !== undefined)
