import { formatMoment } from '#kernel/clock.ts'
import { csvLine } from '#kernel/csv-line.ts'
import { formatNumber } from '#kernel/locale.ts'
import { type Answer, body, type Handler, handler, json, notFound, page, problem, type Visit } from '#platform/http'
import { Head } from '#ui/components/head/head.tsx'
import { LinkList } from '#ui/components/link-list/link-list.tsx'
import { type ParticipationHouse, publicDb } from '../../../../house.ts'
import { routes } from '../../../../routes.ts'
import { letterOf } from '../../model/result.ts'
import { opinionRoutes } from '../../opinion-routes.ts'
import { isAnswering, type OpenedMap, resultIsPublic } from '../../use-cases/open-map.ts'
import { countLines } from '../../use-cases/public-result.ts'
import { readResult, type ShownResult } from '../../use-cases/read-result.ts'
import { mapFrame, mapNotice, withMap } from '../frame.tsx'
import { finding, pageIn, ResultBody } from './result-body.tsx'

/** Lets `show` answer where everybody may read the result, and there is one; says why not otherwise. */
const whenPublic = (
  house: ParticipationHouse,
  visit: Visit,
  show: (map: OpenedMap, shown: ShownResult) => Answer,
  refuse: (map: OpenedMap, key: string) => Answer = () => problem(notFound),
): Promise<Answer> =>
  withMap(house, visit, async (map) => {
    if (!resultIsPublic(map, visit.now)) return refuse(map, map.settings.results === 'staff' ? 'result.staff' : 'result.later')
    const shown = await readResult(publicDb(house, visit.site), map)
    if (!shown) return refuse(map, 'result.soon')
    // Whoever knows one of very few people would read the others from the counts.
    return shown.result.people < map.settings.smallestGroup ? refuse(map, 'result.few') : show(map, shown)
  })

function resultView(visit: Visit, map: OpenedMap, shown: ShownResult) {
  const { t, lang } = visit
  const { slug, title } = map.procedure
  const { people, answers } = shown.result
  return mapFrame(
    visit,
    map,
    t('participation.opinion.result.title'),
    <>
      <Head
        pre={title}
        title={finding(shown, visit)}
        lead={t('participation.opinion.result.lead', {
          count: people,
          people: formatNumber(people, lang),
          answers: formatNumber(answers, lang),
        })}
        t={t}
      >
        <p class="alm-small alm-muted">
          {t('participation.opinion.result.as-of', { when: formatMoment(shown.at, lang, 'text') })}{' '}
          {t('participation.opinion.result.careful')}
        </p>
        <LinkList
          links={[
            ...(isAnswering(map, visit.now)
              ? [{ href: visit.to(opinionRoutes.opinions, { slug }), text: t('participation.opinion.begin') }]
              : []),
            { href: visit.to(opinionRoutes.opinionResultCsv, { slug }), text: t('participation.opinion.result.csv') },
            { href: visit.to(opinionRoutes.opinionResultJson, { slug }), text: t('participation.opinion.result.json') },
            { href: visit.to(routes.procedure, { slug }), text: t('participation.closed.back') },
          ]}
        />
      </Head>
      <ResultBody
        page={{
          shown,
          settings: map.settings,
          at: pageIn(visit),
          here: (seite) => visit.to(opinionRoutes.opinionResult, { slug }, { seite }),
        }}
        visit={visit}
      />
    </>,
  )
}

const columns = ['statement', 'text', 'group', 'agree', 'disagree', 'pass', 'votes'] as const

/** The public result as a page and to take away. */
export const resultHandlers = (house: ParticipationHouse): Handler[] => [
  handler(
    opinionRoutes.opinionResult,
    (visit) =>
      whenPublic(
        house,
        visit,
        (map, shown) => page(resultView(visit, map, shown)),
        (map, key) => page(mapNotice(visit, map, key)),
      ),
    { perMinute: 1200 },
  ),
  handler(opinionRoutes.opinionResultCsv, (visit) =>
    whenPublic(house, visit, ({ procedure, settings }, shown) =>
      body(
        'text/csv; charset=utf-8; header=present',
        [csvLine(columns), ...countLines(shown, settings).map((line) => csvLine(columns.map((name) => line[name])))].join(''),
        { 'content-disposition': `attachment; filename="meinungsbild-${procedure.slug}.csv"` },
      ),
    ),
  ),
  handler(opinionRoutes.opinionResultJson, (visit) =>
    whenPublic(house, visit, ({ procedure, settings }, shown) =>
      json({
        title: procedure.title,
        asOf: shown.at.toISOString(),
        people: shown.result.people,
        answers: shown.result.answers,
        groups: shown.groups.map((at) => ({ group: letterOf(at), people: shown.result.groups[at]?.size ?? 0 })),
        counts: countLines(shown, settings),
      }),
    ),
  ),
]
