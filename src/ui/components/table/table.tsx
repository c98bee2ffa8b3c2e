import type { Translate } from '#kernel/locale.ts'
import type { Children } from '../../vocabulary.ts'

export interface Column<Row> {
  readonly title: string
  /** What stands in the cell; null or '' leaves it empty. */
  readonly cell: (row: Row) => Children
  /** Numbers and dates stand right, in figures of one width. */
  readonly right?: boolean | undefined
  /** Do not break: dates, codes. */
  readonly whole?: boolean | undefined
  /** In a paragraph on the phone: with its name (default for numbers), or without. */
  readonly named?: boolean | undefined
  /** The head is only read, not shown (a column of links). */
  readonly quiet?: boolean | undefined
  /** Sorts by this column. */
  readonly sort?: { readonly href: string; readonly now?: 'ascending' | 'descending' }
}

/** A box before each row, to choose it in the form around the table. */
export interface RowPick<Row> {
  readonly name: string
  readonly checked: (row: Row) => boolean
  /** Names the row: the box is read as "<name> auswählen". */
  readonly label: (row: Row) => string
}

export interface TableProps<Row> {
  /** What the table shows. Hidden from view unless `showCaption`. */
  readonly caption: string
  readonly showCaption?: boolean | undefined
  /** The first column heads its row. */
  readonly columns: readonly Column<Row>[]
  readonly rows: readonly Row[]
  readonly rowKey: (row: Row) => string
  /** On the phone the values of a row stand in one line instead of one below the other. */
  readonly inline?: boolean | undefined
  readonly foot?: Row | undefined
  readonly pick?: RowPick<Row> | undefined
  readonly t: Translate
}

const classOf = <Row,>(column: Column<Row>) => [column.right && 'r', column.whole && 'nw'].filter(Boolean).join(' ') || undefined

function HeadCell<Row>({ column, t }: { readonly column: Column<Row>; readonly t: Translate }) {
  const { sort } = column
  return (
    <th scope="col" class={classOf(column)} aria-sort={sort?.now}>
      {column.quiet ? (
        <span class="kern-sr-only">{column.title}</span>
      ) : sort ? (
        <a class="alm-table__sort" href={sort.href}>
          {column.title}
          {sort.now && <span class="kern-sr-only">, {t(`ui.table.${sort.now}`)}</span>}
          {sort.now && <span aria-hidden="true">{sort.now === 'ascending' ? ' ↑' : ' ↓'}</span>}
        </a>
      ) : (
        column.title
      )}
    </th>
  )
}

/** Lines of one row: the first cell is its head. */
function Cells<Row>({
  columns,
  row,
  box,
}: {
  readonly columns: readonly Column<Row>[]
  readonly row: Row
  readonly box?: Children
}) {
  return (
    <tr>
      {box}
      {columns.map((column, i) => {
        const content = column.cell(row)
        if (i === 0)
          return (
            <th key={column.title} scope="row" class={classOf(column)}>
              {content}
            </th>
          )
        const named = column.named ?? (column.right && !column.quiet)
        return (
          <td key={column.title} class={classOf(column)} data-l={named ? column.title : undefined}>
            {content}
          </td>
        )
      })}
    </tr>
  )
}

const PickCell = <Row,>({ pick, row, value, t }: { pick: RowPick<Row>; row: Row; value: string; t: Translate }) => (
  <td class="alm-table__pick alm-check">
    <input
      type="checkbox"
      name={pick.name}
      value={value}
      checked={pick.checked(row)}
      aria-label={t('ui.list.pickRow', { name: pick.label(row) })}
    />
  </td>
)

/** A table of things. Below 768 px every row is a paragraph with named values. */
export function Table<Row>({ caption, showCaption, columns, rows, rowKey, inline, foot, pick, t }: TableProps<Row>) {
  const boxes = pick && <td class="alm-table__pick" />
  return (
    <table class={`alm-table alm-table--stack${inline ? ' alm-table--inline' : ''}${pick ? ' alm-table--pick' : ''}`}>
      <caption class={showCaption ? undefined : 'kern-sr-only'}>{caption}</caption>
      <thead>
        <tr>
          {boxes}
          {columns.map((column) => (
            <HeadCell key={column.title} column={column} t={t} />
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <Cells
            key={rowKey(row)}
            columns={columns}
            row={row}
            box={pick && <PickCell pick={pick} row={row} value={rowKey(row)} t={t} />}
          />
        ))}
      </tbody>
      {foot !== undefined && (
        <tfoot>
          <Cells columns={columns} row={foot} box={boxes} />
        </tfoot>
      )}
    </table>
  )
}
