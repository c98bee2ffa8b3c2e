import { safeMarkdown } from '#identity'
import { dayOf } from '#kernel/clock.ts'
import { formatDay } from '#kernel/day.ts'
import type { Visit } from '#platform/http'
import { type PdfBlock, writePdf } from '#platform/pdf'
import { htmlToText } from '#standards/dcat-ap-de'
import type { ReportVersion } from '../../store/report-store.ts'
import type { StoryCell, StorySection } from './story.ts'

const words = (cell: StoryCell) => [cell.text, cell.more].filter(Boolean).join('\n')

/** Markdown as plain paragraphs: a printed report has no links to press. */
const remark = (text: string | undefined): PdfBlock[] =>
  text
    ? htmlToText(safeMarkdown(text))
        .split(/\n\s*\n/)
        .filter((part) => part.trim() !== '')
        .map((part) => ({ kind: 'paragraph', text: part.trim() }))
    : []

function blocksOf(one: StorySection, texts: ReportVersion['texts'], visit: Visit): PdfBlock[] {
  const { t } = visit
  const value = t('participation.report.column.value')
  const pair = (caption: string, rows: readonly (readonly string[])[]): PdfBlock => ({
    kind: 'table',
    caption,
    head: [t('participation.report.column.what'), value],
    rows,
    right: [1],
    widths: [3, 2],
  })
  return [
    { kind: 'heading', level: 2, text: one.title },
    ...(one.paragraphs ?? []).map((text): PdfBlock => ({ kind: 'paragraph', text })),
    ...(one.chain
      ? [
          {
            kind: 'table',
            caption: one.title,
            head: [
              t('participation.report.column.step'),
              t('participation.report.column.number'),
              t('participation.report.column.note'),
            ],
            rows: one.chain.map((link) => [link.label, link.text, link.note ?? '']),
            right: [1],
            widths: [2, 1, 4],
          } as const,
        ]
      : []),
    ...(one.bars ?? []).map((bars) =>
      pair(
        bars.title,
        bars.bars.map((bar) => [bar.label, bar.text ?? String(bar.value)]),
      ),
    ),
    ...(one.lacks ? [{ kind: 'list', items: one.lacks.map((lack) => lack.title) } as const] : []),
    ...(one.table
      ? [
          {
            kind: 'table',
            caption: one.table.caption,
            head: one.table.head,
            rows: one.table.rows.map((row) => row.map(words)),
            ...(one.table.right ? { right: one.table.right } : {}),
            ...(one.table.widths ? { widths: one.table.widths } : {}),
          } as const,
        ]
      : []),
    ...(one.place ? remark(texts[one.place]) : []),
  ]
}

/** A published report as an accessible PDF: the same words and numbers as its page. */
export function reportPdf(
  visit: Visit,
  given: { title: string; lead: string; sections: readonly StorySection[]; version: ReportVersion },
): Promise<Buffer> {
  const { t, lang, site } = visit
  const { title, lead, sections, version } = given
  const day = formatDay(dayOf(version.publishedAt), lang)
  return writePdf({
    title,
    lang,
    author: site.name,
    created: version.publishedAt,
    foot: (page, pages) => t('participation.report.foot', { title, page: String(page), pages: String(pages) }),
    blocks: [
      { kind: 'heading', level: 1, text: title },
      { kind: 'paragraph', text: t('participation.report.pre', { name: site.name, day, number: String(version.number) }) },
      { kind: 'paragraph', text: lead },
      ...remark(version.texts.intro),
      ...sections.flatMap((one) => blocksOf(one, version.texts, visit)),
    ],
  })
}
