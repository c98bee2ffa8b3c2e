import type { Translate } from '#kernel/locale.ts'

export interface RawColumn {
  readonly name: string
  /** "Text", "Jahr", "Zahl": under the name. */
  readonly kind?: string | undefined
  readonly right?: boolean | undefined
}

export interface RawTableProps {
  readonly caption: string
  readonly columns: readonly RawColumn[]
  readonly rows: readonly (readonly string[])[]
  /** Language of the values, if it is not that of the page. */
  readonly lang?: string | undefined
  readonly t: Translate
}

/** Values of a file as they are. Wide tables scroll sideways in a region that takes the focus. */
export const RawTable = ({ caption, columns, rows, lang, t }: RawTableProps) => (
  // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by keyboard (WCAG 2.1.1)
  <section class="alm-tablebox" tabIndex={0} aria-label={t('ui.table.scroll', { name: caption })}>
    <table class="alm-table alm-table--raw" lang={lang}>
      <caption class="kern-sr-only">{caption}</caption>
      <thead>
        <tr>
          {columns.map((column, i) => (
            <th key={`${i}`} scope="col" class={column.right ? 'r' : undefined}>
              {column.name}
              {column.kind && <small>{column.kind}</small>}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map((row, i) => (
          <tr key={`${i}`}>
            {columns.map((column, j) => (
              <td key={`${j}`} class={column.right ? 'r' : undefined}>
                {row[j]}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  </section>
)
