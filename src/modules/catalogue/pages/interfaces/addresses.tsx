import type { Visit } from '#platform/http'
import { Table } from '#ui/components/table/table.tsx'

/** An address of an interface. */
export interface Line {
  href: string
  /** What is shown: the full address. */
  address: string
  what: string
}

/** Addresses with what they give; every address is a link. */
export function Addresses({
  lines,
  caption,
  visit,
}: {
  readonly lines: readonly Line[]
  readonly caption: string
  readonly visit: Visit
}) {
  const { t } = visit
  const columns = [
    { title: t('catalogue.interfaces.gives'), cell: (line: Line) => line.what },
    {
      title: t('catalogue.interfaces.address'),
      cell: (line: Line) => (
        <a class="alm-link catalogue-address" href={line.href}>
          {line.address}
        </a>
      ),
    },
  ]
  return <Table t={t} caption={caption} columns={columns} rows={lines} rowKey={(line) => line.address} />
}
