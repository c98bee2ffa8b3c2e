import type { Translate } from '#kernel/locale.ts'
import type { Children, Hidden } from '../../vocabulary.ts'
import { HiddenValues } from '../hidden-values/hidden-values.tsx'
import { Table, type TableProps } from '../table/table.tsx'
import { BulkBar, type Deed } from './bulk-bar.tsx'
import { type ColumnChoice, ColumnPicker } from './column-picker.tsx'
import { FilterBar, type FilterBarProps } from './filter-bar.tsx'

export type { Deed } from './bulk-bar.tsx'
export type { ColumnChoice } from './column-picker.tsx'
export { FilterBar } from './filter-bar.tsx'

export interface DataTableProps<Row> extends Pick<TableProps<Row>, 'caption' | 'columns' | 'rows' | 'rowKey' | 't'> {
  /** Unique on the page. */
  readonly id?: string | undefined
  /** "486 Datenbestände, 34 passen zum Filter": above the table. */
  readonly count?: string | undefined
  /** Fields to narrow the list by; a form of its own (GET). */
  readonly filter?: Omit<FilterBarProps, 't'> | undefined
  /** What can be done with several rows at once; a form that posts `<name>=<key>` for each and `tat=<value>`. */
  readonly bulk?:
    | {
        readonly action: string
        readonly hidden?: Hidden | undefined
        readonly deeds: readonly Deed[]
        /** Name of the boxes; `auswahl` when it is left out. */
        readonly name?: string | undefined
        readonly checked?: ((row: Row) => boolean) | undefined
        readonly label: (row: Row) => string
        /** The same page with every row chosen (`?auswahl=seite`), and with none: for those without script. */
        readonly allHref: string
        readonly noneHref?: string | undefined
      }
    | undefined
  /** Which columns are shown; a form of its own (GET) that sends `spalte=` for each. */
  readonly choose?: ColumnChoice | undefined
  /** Neighbour pages, by the key of their first row. */
  readonly pages?: { readonly previous?: string | undefined; readonly next?: string | undefined } | undefined
  readonly csv?: { readonly href: string; readonly text?: string | undefined } | undefined
  /** Stands in place of the table when there are no rows: why, and what to do (component Empty). */
  readonly empty: Children
}

const Pages = ({
  pages,
  t,
}: {
  readonly pages: { readonly previous?: string | undefined; readonly next?: string | undefined }
  readonly t: Translate
}) =>
  pages.previous || pages.next ? (
    <nav class="alm-pages alm-datatable__pages" aria-label={t('ui.list.pages')}>
      {pages.previous && (
        <a class="alm-pages__step" rel="prev" href={pages.previous}>
          {t('ui.list.previous')}
        </a>
      )}
      {pages.next && (
        <a class="alm-pages__step" rel="next" href={pages.next}>
          {t('ui.list.next')}
        </a>
      )}
    </nav>
  ) : null

function Rows<Row>({ bulk, id = 'liste', t, ...table }: DataTableProps<Row>) {
  const rows = { caption: table.caption, columns: table.columns, rows: table.rows, rowKey: table.rowKey, t }
  if (!bulk) return <Table {...rows} />
  const name = bulk.name ?? 'auswahl'
  const checked = bulk.checked ?? (() => false)
  return (
    <form method="post" action={bulk.action} data-picks={name} data-all={t('ui.list.pickAll')} data-count={t('ui.list.picked')}>
      <HiddenValues values={bulk.hidden} />
      <BulkBar
        id={id}
        deeds={bulk.deeds}
        picked={table.rows.filter(checked).length}
        allHref={bulk.allHref}
        noneHref={bulk.noneHref}
        t={t}
      />
      <Table {...rows} pick={{ name, checked, label: bulk.label }} />
    </form>
  )
}

/** A list that is worked with: filter, choose columns, sort, pick rows, do something with them, page, take away as CSV. */
export function DataTable<Row>(props: DataTableProps<Row>) {
  const { id = 'liste', count, filter, choose, pages, csv, rows, empty, t } = props
  return (
    <div class="alm-datatable" id={id}>
      {filter && <FilterBar {...filter} t={t} />}
      <div class="alm-datatable__tools">
        <p>{count}</p>
        {choose && rows.length > 0 && <ColumnPicker {...choose} id={id} t={t} />}
        {csv && (
          <a class="alm-link" href={csv.href}>
            {csv.text ?? t('ui.list.csv')}
          </a>
        )}
      </div>
      {rows.length === 0 ? empty : <Rows {...props} />}
      {pages && <Pages pages={pages} t={t} />}
    </div>
  )
}
