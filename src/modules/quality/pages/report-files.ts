import { csvLine } from '#kernel/csv-line.ts'
import { type Answer, body, json, type Visit } from '#platform/http'
import { countOf, type Report } from '../model/report.ts'
import type { Check } from '../store/check-store.ts'
import { tongueOf, wordsOf } from './report-words.ts'

/** The report for programs: sums, and each kind of fault with its places. */
export function reportJson(visit: Visit, check: Check, report: Report): Answer {
  const lang = tongueOf(visit)
  const { records, whole, left } = report
  const [violations, warnings, infos] = (['Violation', 'Warning', 'Info'] as const).map((one) => countOf(report, one))
  const groups = report.groups.map((group) => ({
    severity: group.severity,
    constraint: group.constraint,
    path: group.path,
    class: group.targetType,
    ...wordsOf(group, lang),
    count: group.count,
    datasets: group.records,
    values: group.values.map(([value, count]) => ({ value, count })),
    places: group.places.map(({ dataset, node, value }) => ({
      dataset,
      title: (dataset && report.titles[dataset]) ?? null,
      node: node ?? dataset,
      value: value ?? null,
    })),
  }))
  const about = { name: check.name, profile: check.profile, checked: check.createdAt.toISOString() }
  return json(
    {
      ...about,
      conforms: violations === 0,
      datasets: records,
      conforming: whole,
      notJudged: left,
      violations,
      warnings,
      infos,
      groups,
    },
    { 'cache-control': 'no-store' },
  )
}

/** The report as a table: a line for each place. */
export function reportCsv(visit: Visit, report: Report): Answer {
  const lang = tongueOf(visit)
  const head = ['severity', 'what', 'why', 'how', 'dataset', 'title', 'distribution', 'value', 'property', 'constraint']
  const lines = report.groups.flatMap((group) => {
    const { what, why, how } = wordsOf(group, lang)
    return group.places.map(({ dataset, node, value }) =>
      csvLine([
        visit.t(`quality.severity.${group.severity}`),
        what,
        why,
        how,
        dataset ?? '',
        (dataset && report.titles[dataset]) || '',
        node ?? '',
        value ?? '',
        group.path ?? '',
        group.constraint,
      ]),
    )
  })
  return body('text/csv; charset=utf-8; header=present', csvLine(head) + lines.join(''), {
    'content-disposition': 'attachment; filename="pruefbericht.csv"',
    'cache-control': 'no-store',
  })
}
