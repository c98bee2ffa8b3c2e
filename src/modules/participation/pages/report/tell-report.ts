import { formatDay } from '#kernel/day.ts'
import { formatNumber } from '#kernel/locale.ts'
import type { Visit } from '#platform/http'
import { elsewhere, nowhere } from '../../model/analysis/areas.ts'
import type { ReportFigures } from '../../model/report/figures.ts'
import { channels, outcomes, reasons } from '../../model/submission.ts'
import type { ReportRow } from '../../store/report-store.ts'
import { rowCells } from './report-cells.ts'
import { type ReportSubject, reportLinks } from './report-subject.ts'
import type { StoryBars, StoryLack, StorySection } from './story.ts'

/** What a report is told from. */
export interface ReportMatter {
  readonly subject: ReportSubject
  readonly figures: ReportFigures
  /** Those that came furthest, as they read today. */
  readonly rows: readonly ReportRow[]
  /** Names of the parts of the tenant by id. */
  readonly areas: ReadonlyMap<string, string>
  /** Procedures of a year by id. */
  readonly procedures: ReadonlyMap<string, { readonly title: string; readonly slug: string; readonly href: string }>
}

type Tell = (matter: ReportMatter, visit: Visit) => StorySection

const number = (n: number, visit: Visit) => formatNumber(n, visit.lang)

const who: Tell = ({ subject, figures, areas }, visit) => {
  const { t } = visit
  const to = reportLinks(subject, visit)
  return {
    id: 'wer',
    place: 'who',
    title: t('participation.report.who'),
    note: t('participation.report.numbers'),
    bars: [
      {
        title: t('participation.report.who.bars'),
        bars: channels
          .filter((channel) => figures.byChannel[channel] > 0)
          .map((channel) => ({
            label: t(`participation.way.${channel}`),
            value: figures.byChannel[channel],
            href: to.list({ weg: channel }),
          })),
      },
      ...byArea(figures, areas, visit),
    ],
    ...levels(figures, visit),
  }
}

/** Where it lies, for a tenant whose parts are known. */
function byArea({ byArea: found = [] }: ReportFigures, areas: ReportMatter['areas'], visit: Visit): StoryBars[] {
  const { t } = visit
  if (found.length === 0) return []
  const name = (area: string) => areas.get(area) ?? t(`participation.report.areas.${area === nowhere ? 'none' : elsewhere}`)
  return [
    {
      title: t('participation.report.areas'),
      bars: found.map(({ area, submissions }) => ({ label: name(area), value: submissions })),
    },
  ]
}

/** What people had shown of themselves, where anything was asked. */
function levels({ byLevel = [] }: ReportFigures, visit: Visit): Pick<StorySection, 'table'> {
  const { t } = visit
  if (byLevel.every(({ level }) => level === 'none')) return {}
  const columns = ['submissions', 'comments', 'reactions'] as const
  return {
    table: {
      caption: t('participation.report.levels'),
      head: ['level', ...columns].map((name) => t(`participation.report.levels.${name}`)),
      rows: byLevel.map((one) => [
        { text: t(`participation.level.${one.level}`) },
        ...columns.map((name) => ({ text: number(one[name], visit) })),
      ]),
      right: [1, 2, 3],
    },
  }
}

const chain: Tell = ({ subject, figures: f }, visit) => {
  const { t } = visit
  const to = reportLinks(subject, visit)
  const step = (value: number, name: string, stand: string, note: string) => ({
    value,
    text: number(value, visit),
    label: t(`participation.report.chain.${name}`),
    href: to.list({ stand }),
    note,
  })
  const rest = f.answered - f.decided
  return {
    id: 'kette',
    place: 'chain',
    title: t('participation.report.chain'),
    chain: [
      step(
        f.received,
        'received',
        'alle',
        subject.year ? t('participation.report.chain.from', { count: f.procedures.length }) : '',
      ),
      step(
        f.answered,
        'answered',
        'beantwortet',
        f.unanswered === 0
          ? t('participation.report.chain.all')
          : t('participation.report.chain.open', { count: f.unanswered, days: number(f.oldestDays ?? 0, visit) }),
      ),
      step(f.decided, 'decided', 'beschluss', rest > 0 ? t('participation.report.chain.without', { count: rest }) : ''),
      step(
        f.realised,
        'realised',
        'umgesetzt',
        t('participation.report.chain.decisions', {
          planned: number(f.decisions.planned + f.decisions.running, visit),
          delayed: number(f.decisions.delayed, visit),
          dropped: number(f.decisions.dropped, visit),
        }),
      ),
    ],
  }
}

const became: Tell = ({ subject, figures, rows }, visit) => {
  const { t } = visit
  const to = reportLinks(subject, visit)
  const results: StoryBars = {
    title: t('participation.report.became.bars'),
    bars: outcomes
      .filter((one) => figures.byOutcome[one] > 0)
      .map((one) => ({
        label: t(`participation.result.${one}`),
        value: figures.byOutcome[one],
        href: to.list({ ergebnis: one }),
      })),
  }
  const why: StoryBars = {
    title: t('participation.report.why.bars'),
    bars: reasons
      .filter((one) => (figures.byReason[one] ?? 0) > 0)
      .map((one) => ({
        label: t(`participation.reason.${one}`),
        value: figures.byReason[one] ?? 0,
        href: to.list({ grund: one }),
      })),
  }
  return {
    id: 'ergebnis',
    place: 'became',
    title: t('participation.report.became'),
    ...(results.bars.length === 0 ? { paragraphs: [t('participation.report.became.none')] } : {}),
    bars: [results, why].filter((one) => one.bars.length > 0),
    ...(rows.length > 0
      ? {
          table: {
            caption: t('participation.report.became.table'),
            head: ['submission', 'answer', 'decision', 'stand'].map((name) => t(`participation.report.column.${name}`)),
            rows: rows.map((row) => rowCells(row, visit)),
            widths: [3, 5, 3, 2],
          },
        }
      : {}),
    links: [{ href: to.list({ stand: 'beschluss' }), text: t('participation.report.became.all', { count: figures.decided }) }],
  }
}

const missed: Tell = ({ subject, figures: f }, visit) => {
  const { t } = visit
  const to = reportLinks(subject, visit)
  const lack = (count: number, name: string, kind: StoryLack['kind'], stand: string): StoryLack[] =>
    count > 0
      ? [
          {
            kind,
            title: t(`participation.report.missed.${name}`, { count }),
            href: to.list({ stand }),
            link: t('participation.report.missed.list'),
          },
        ]
      : []
  const lacks = [
    ...lack(f.overdue, 'overdue', 'bad', 'ueberfaellig'),
    ...lack(f.unanswered - f.overdue, 'waiting', 'warn', 'offen'),
    ...lack(f.decisions.delayed, 'delayed', 'warn', 'verzoegert'),
    ...lack(f.decisions.dropped, 'dropped', 'warn', 'aufgehoben'),
  ]
  return {
    id: 'offen',
    place: 'missed',
    title: t('participation.report.missed'),
    ...(lacks.length > 0 ? { lacks } : { paragraphs: [t('participation.report.missed.none')] }),
  }
}

const speed: Tell = ({ subject, figures: f }, visit) => {
  const { t, lang } = visit
  const to = reportLinks(subject, visit)
  const base = { id: 'tempo', place: 'speed', title: t('participation.report.speed') } as const
  if (f.medianDays === null) return { ...base, paragraphs: [t('participation.report.speed.none')] }
  return {
    ...base,
    paragraphs: [
      f.medianDays === 0
        ? t('participation.report.speed.same-day')
        : t('participation.report.speed.median', { count: f.medianDays }),
      ...(f.promised > 0 ? [t('participation.report.speed.kept', { kept: number(f.kept, visit), count: f.promised })] : []),
    ],
    bars: [
      {
        title: t('participation.report.speed.bars'),
        bars: f.months.map((one) => ({
          label: formatDay(one.month, lang),
          value: one.median,
          text: t('participation.report.speed.bar', { count: one.median, answers: number(one.answers, visit) }),
          href: to.list({ monat: one.month }),
        })),
      },
    ],
  }
}

const perProcedure: Tell = ({ figures, procedures, subject }, visit) => {
  const { t } = visit
  const cell = (n: number) => ({ text: number(n, visit) })
  return {
    id: 'verfahren',
    title: t('participation.report.procedures', { year: String(subject.year) }),
    table: {
      caption: t('participation.report.procedures', { year: String(subject.year) }),
      head: ['procedure', 'received', 'answered', 'decided', 'realised'].map((name) => t(`participation.report.column.${name}`)),
      right: [1, 2, 3, 4],
      widths: [4, 1, 1, 1, 1],
      rows: figures.procedures.flatMap((one) => {
        const known = procedures.get(one.id)
        return known
          ? [
              [
                { text: known.title, href: known.href },
                cell(one.received),
                cell(one.answered),
                cell(one.decided),
                cell(one.realised),
              ],
            ]
          : []
      }),
    },
  }
}

const made: Tell = ({ figures }, visit) => ({
  id: 'entstehung',
  place: 'made',
  title: visit.t('participation.report.made'),
  paragraphs: [visit.t('participation.report.made.text', { day: formatDay(figures.day, visit.lang) })],
})

/** The sections of a report in order. */
export const tellReport = (matter: ReportMatter, visit: Visit): StorySection[] =>
  [who, chain, became, missed, speed, ...(matter.subject.year ? [perProcedure] : []), made].map((tell) => tell(matter, visit))
