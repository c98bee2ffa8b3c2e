import { formatDay } from '#kernel/day.ts'
import type { Visit } from '#platform/http'
import { excerpt, type HighlightTerms, type ReadText, readText, type Segment } from '#platform/search'
import { publisherOf, say, titleOf } from '#standards/dcat-ap-de'
import { ResultList, ResultRow, type ResultRowProps } from '#ui/components/result-row/result-row.tsx'
import type { Marked } from '#ui/vocabulary.ts'
import { routes } from '../../routes.ts'
import type { ResultCard, Verdict } from '../../store/result-card.ts'
import { formatCodes } from '../../use-cases/search-document.ts'
import { formatName } from './labels.ts'

const marked = (segments: readonly Segment[]): Marked => segments.map((one) => (one.marked ? { mark: one.text } : one.text))

/** Days late as people say it. */
export function lateness(days: number, visit: Visit): string {
  const { t } = visit
  if (days >= 730) return t('catalogue.quality.late.years', { count: Math.floor(days / 365) })
  return days >= 60
    ? t('catalogue.quality.late.months', { count: Math.floor(days / 30.4) })
    : t('catalogue.quality.late.days', { count: days })
}

/** One line on the quality of a record: late, or how many checks it passed; nothing before it was looked at. */
function qualityStatus(verdict: Verdict | undefined, visit: Visit): ResultRowProps['status'] | undefined {
  if (!verdict) return undefined
  const { passed, all } = verdict
  const days = Number(verdict.late ?? 0)
  if (days > 0) return { kind: 'warn', text: lateness(days, visit) }
  return { kind: passed * 2 > all ? 'ok' : 'warn', text: visit.t('catalogue.quality.passed', { passed, all }) }
}

/** Who publishes it, and whose portal it stands in where the name does not tell. */
function from(stored: ResultCard, visit: Visit): string {
  const owner = visit.sites.byId(stored.tenant)
  const publisher = publisherOf(stored.record, visit.lang)
  if (!publisher) return owner?.name ?? ''
  return !owner || owner.id === visit.site.id || publisher.includes(owner.name) ? publisher : `${publisher}, ${owner.name}`
}

/** Language of a text where the record says it and it is not the page's. */
function foreign(stored: ResultCard, title: string, lang: string): string | undefined {
  const tag = stored.record.title.find((one) => one.value === title)?.lang.toLowerCase() ?? ''
  return /^[a-z]{2,3}(-[a-z0-9]+)*$/.test(tag) && tag.split('-')[0] !== lang ? tag : undefined
}

/** Address of a record in the portal it belongs to. */
export const recordHref = (stored: Pick<ResultCard, 'tenant' | 'slug'>, visit: Visit): string =>
  visit.toSite(visit.sites.byId(stored.tenant) ?? visit.site, routes.dataset, { slug: stored.slug })

/** Formats and date of a record, as the rows of lists show them. */
function recordFacts({ record }: ResultCard, visit: Visit): string[] {
  const formats = formatCodes(record.kind, record.formats).map((code) => formatName(code, visit.lang))
  const day = record.modified ?? record.issued
  return [
    ...(formats.length > 0 ? [formats.slice(0, 6).join(', ')] : []),
    ...(day ? [visit.t('catalogue.record.as-of', { day: formatDay(day, visit.lang) })] : []),
  ]
}

const read = new WeakMap<ResultCard, Map<string, ReadText>>()

/** The description in a language, ready for excerpts; kept as long as the card is. */
function descriptionOf(stored: ResultCard, lang: string): ReadText {
  const kept = read.get(stored) ?? new Map<string, ReadText>()
  const text = kept.get(lang) ?? readText(say(stored.record.description, lang))
  read.set(stored, kept.set(lang, text))
  return text
}

/** The records of a page as rows. */
export function ResultRows({
  cards,
  terms,
  start,
  visit,
}: {
  readonly cards: readonly ResultCard[]
  readonly terms: HighlightTerms
  readonly start: number
  readonly visit: Visit
}) {
  return (
    <ResultList start={start}>
      {cards.map((stored) => {
        const title = titleOf(stored.record, visit.lang)
        const status = qualityStatus(stored.verdict, visit)
        const lang = foreign(stored, title, visit.lang)
        return (
          <ResultRow
            key={stored.id}
            href={recordHref(stored, visit)}
            title={title}
            publisher={from(stored, visit)}
            excerpt={marked(excerpt(descriptionOf(stored, visit.lang), terms))}
            meta={recordFacts(stored, visit)}
            {...(status ? { status } : {})}
            {...(lang ? { lang } : {})}
          />
        )
      })}
    </ResultList>
  )
}
