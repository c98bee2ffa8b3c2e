import { formatDay } from '#kernel/day.ts'
import { formatNumber } from '#kernel/locale.ts'
import type { Visit } from '#platform/http'
import { type Bar, Bars } from '#ui/components/bars/bars.tsx'
import { Table } from '#ui/components/table/table.tsx'
import { optionsOf, otherOption, type Question } from '../../model/questionnaire.ts'
import { countOf, figuresOf, rangesOf, valuesOf } from '../../model/results.ts'
import type { SurveyResults } from '../../use-cases/read-results.ts'

interface ResultProps {
  readonly question: Question
  readonly results: SurveyResults
  readonly visit: Visit
}

/** Share of those who answered, in per cent: "42 (35 %)". */
const share = (count: number, answered: number, visit: Visit): string =>
  `${formatNumber(count, visit.lang)} (${formatNumber(answered > 0 ? Math.round((count / answered) * 100) : 0, visit.lang)}\u00a0%)`

/** An option with its words; one that is offered no longer says so. */
const named = ({ question, results, visit }: ResultProps, id: string, text: string): string =>
  id === otherOption || question.kind === 'rating' || results.current.has(`${question.id}=${id}`)
    ? text
    : visit.t('participation.survey.former', { option: text })

function Chosen(props: ResultProps) {
  const { question, results, visit } = props
  const { t, lang } = visit
  const { tally } = results
  const answered = tally[question.id] ?? 0
  const options = optionsOf(question, t('participation.survey.other'))
  const bars = options.map(({ id, text }): Bar => {
    const value = countOf(tally, question.id, id)
    return {
      label: named(props, id, text),
      value,
      text: share(value, answered, visit),
      kind: id === otherOption ? 'rest' : 'ours',
    }
  })
  const sum = options.reduce((all, { id }) => all + Number(id) * countOf(tally, question.id, id), 0)
  return (
    <Bars
      title={t(question.kind === 'multiple' ? 'participation.survey.bars.several' : 'participation.survey.bars')}
      bars={bars}
      lang={lang}
      {...(question.kind === 'rating' && answered > 0
        ? { caption: t('participation.survey.mean', { mean: formatNumber(sum / answered, lang, 1) }) }
        : {})}
    />
  )
}

function Ranked(props: ResultProps) {
  const { question, results, visit } = props
  const { t, lang } = visit
  const places = question.options.map((_, i) => i + 1)
  const rows = question.options
    .map((option) => {
      const counts = places.map((place) => countOf(results.tally, question.id, `${option.id}@${place}`))
      const given = counts.reduce((all, n) => all + n, 0)
      const mean = counts.reduce((all, n, i) => all + n * (i + 1), 0) / given
      return { option, first: counts[0] ?? 0, given, mean }
    })
    .sort((a, b) => (Number.isNaN(a.mean) ? 99 : a.mean) - (Number.isNaN(b.mean) ? 99 : b.mean))
  return (
    <Table
      caption={question.title}
      rows={rows}
      rowKey={({ option }) => option.id}
      columns={[
        { title: t('participation.survey.column.option'), cell: ({ option }) => named(props, option.id, option.text) },
        {
          title: t('participation.survey.column.mean-place'),
          right: true,
          cell: ({ mean, given }) => (given > 0 ? formatNumber(mean, lang, 1) : ''),
        },
        { title: t('participation.survey.column.first'), right: true, cell: ({ first }) => formatNumber(first, lang) },
        { title: t('participation.survey.column.placed'), right: true, cell: ({ given }) => formatNumber(given, lang) },
      ]}
      t={t}
    />
  )
}

function Matrix(props: ResultProps) {
  const { question, results, visit } = props
  const { t } = visit
  const count = (row: string, column: string) => countOf(results.tally, question.id, `${row}@${column}`)
  const given = (row: string) => question.options.reduce((all, { id }) => all + count(row, id), 0)
  return (
    <Table
      caption={question.title}
      rows={question.rows}
      rowKey={({ id }) => id}
      columns={[
        { title: t('participation.survey.column.row'), cell: (row) => named(props, row.id, row.text) },
        ...question.options.map((column) => ({
          title: named(props, column.id, column.text),
          right: true,
          cell: (row: (typeof question.rows)[number]) => share(count(row.id, column.id), given(row.id), visit),
        })),
      ]}
      t={t}
    />
  )
}

function Numbers({ question, results, visit }: ResultProps) {
  const { t, lang } = visit
  const values = valuesOf(results.tally, question.id).map(({ value, count }) => ({ value: Number(value), count }))
  const figures = figuresOf(values)
  if (!figures) return null
  const told = (key: keyof typeof figures) => formatNumber(Math.round(figures[key] * 100) / 100, lang)
  return (
    <Bars
      title={t('participation.survey.bars')}
      bars={rangesOf(values).map(({ from, to, count }) => ({
        label: from === to ? formatNumber(from, lang) : t('participation.survey.range', { from, to }),
        value: count,
      }))}
      caption={t('participation.survey.figures', {
        mean: told('mean'),
        median: told('median'),
        least: told('least'),
        most: told('most'),
      })}
      lang={lang}
    />
  )
}

function Dates({ question, results, visit }: ResultProps) {
  const { t, lang } = visit
  const values = valuesOf(results.tally, question.id)
  const long = values.length > 12
  const groups = Map.groupBy(values, ({ value }) => value.slice(0, long ? 7 : 10))
  const bars = [...groups]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([day, all]) => ({ label: formatDay(day, lang, 'short'), value: all.reduce((sum, { count }) => sum + count, 0) }))
  return <Bars title={t('participation.survey.bars')} bars={bars} lang={lang} />
}

function Shared(props: ResultProps) {
  const { question, results, visit } = props
  const { t, lang } = visit
  const answered = results.tally[question.id] ?? 0
  const bars = question.options.map(({ id, text }) => {
    const value = answered > 0 ? countOf(results.tally, question.id, id) / answered : 0
    return { label: named(props, id, text), value, text: `${formatNumber(value, lang, 1)}\u00a0%` }
  })
  return <Bars title={t('participation.survey.bars.budget')} bars={bars} lang={lang} />
}

/** The result of one question as a table: bars in it where they help. */
export function QuestionResult(props: ResultProps) {
  const answered = props.results.tally[props.question.id] ?? 0
  if (answered === 0) return <p>{props.visit.t('participation.survey.nobody')}</p>
  switch (props.question.kind) {
    case 'single':
    case 'multiple':
    case 'rating':
      return <Chosen {...props} />
    case 'ranking':
      return <Ranked {...props} />
    case 'matrix':
      return <Matrix {...props} />
    case 'number':
      return <Numbers {...props} />
    case 'date':
      return <Dates {...props} />
    case 'budget':
      return <Shared {...props} />
    default:
      return null
  }
}
