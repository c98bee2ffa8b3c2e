import { safeMarkdown } from '#identity'
import type { Visit } from '#platform/http'
import { Chain } from '#ui/components/chain/chain.tsx'
import { LinkList } from '#ui/components/link-list/link-list.tsx'
import { Section } from '#ui/components/section/section.tsx'
import { Checks, Status } from '#ui/components/status/status.tsx'
import { Table } from '#ui/components/table/table.tsx'
import type { ReportTexts } from '../../model/report/texts.ts'
import { WideBars } from '../wide-bars.tsx'
import type { StoryCell, StorySection, StoryTable } from './story.ts'

const Cell = ({ cell }: { readonly cell: StoryCell }) => (
  <>
    {cell.href ? <a href={cell.href}>{cell.text}</a> : cell.status ? <Status kind={cell.status}>{cell.text}</Status> : cell.text}
    {cell.more && <span class="participation-more">{cell.more}</span>}
  </>
)

/** A table of a report or of its lists. */
export const StoryTableView = ({ table, visit }: { readonly table: StoryTable; readonly visit: Visit }) => (
  <Table
    caption={table.caption}
    rows={table.rows}
    rowKey={(row) => `${row[0]?.href ?? ''} ${row[0]?.text ?? ''}`}
    t={visit.t}
    columns={table.head.map((title, i) => ({
      title,
      right: table.right?.includes(i),
      cell: (row: readonly StoryCell[]) => (row[i] ? <Cell cell={row[i]} /> : null),
    }))}
  />
)

/** What staff wrote, without anything that could run. */
export const Remark = ({ text }: { readonly text: string | undefined }) =>
  text ? <div class="identity-text" dangerouslySetInnerHTML={{ __html: safeMarkdown(text) }} /> : null

/** Sections of a report as a page shows them. */
export function StoryView({
  sections,
  texts,
  visit,
}: {
  readonly sections: readonly StorySection[]
  readonly texts: ReportTexts
  readonly visit: Visit
}) {
  return (
    <>
      {sections.map((one) => (
        <Section key={one.id} id={one.id} title={one.title} {...(one.note ? { note: one.note } : {})}>
          {one.paragraphs?.map((text) => (
            <p key={text}>{text}</p>
          ))}
          {one.chain && <Chain links={one.chain} />}
          {one.bars?.map((bars) => (
            <WideBars key={bars.title} title={bars.title} bars={bars.bars} lang={visit.lang} />
          ))}
          {one.lacks && (
            <Checks
              checks={one.lacks.map((lack) => ({
                kind: lack.kind,
                title: lack.title,
                reason: lack.href ? (
                  <a class="alm-link" href={lack.href}>
                    {lack.link}
                    <span class="kern-sr-only">: {lack.title}</span>
                  </a>
                ) : undefined,
              }))}
              t={visit.t}
            />
          )}
          {one.table && <StoryTableView table={one.table} visit={visit} />}
          {one.links && one.links.length > 0 && <LinkList links={one.links} />}
          {one.place && <Remark text={texts[one.place]} />}
        </Section>
      ))}
    </>
  )
}
