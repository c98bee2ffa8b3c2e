import { formatMoment } from '#kernel/clock.ts'
import { formatNumber } from '#kernel/locale.ts'
import { type Answer, type Handler, handler, json, notFound, page, problem, redirect, stream, type Visit } from '#platform/http'
import { Head } from '#ui/components/head/head.tsx'
import { LinkList } from '#ui/components/link-list/link-list.tsx'
import { Section } from '#ui/components/section/section.tsx'
import { type ParticipationHouse, staffDb } from '../../../house.ts'
import { actingIn, idIn } from '../../../use-cases/setup/acting.ts'
import { mostAtOnce } from '../model/read-statements.ts'
import { opinionRoutes } from '../opinion-routes.ts'
import { finding, pageIn, ResultBody } from '../pages/result/result-body.tsx'
import { listMaps, statementsOf } from '../store/statement-store.ts'
import { addStatements, setShown } from '../use-cases/edit-statements.ts'
import { commentsCsv, peopleCsv, statistics, votesCsv } from '../use-cases/export-map.ts'
import { mapById, type OpenedMap } from '../use-cases/open-map.ts'
import { readResult } from '../use-cases/read-result.ts'
import { mapListView } from './list-view.tsx'
import { staffFrame } from './staff-frame.tsx'
import { lineWords, type StatementsPage, statementsView } from './statements-view.tsx'

/** The opinion map an address names; another tenant's is not found. */
async function withStaffMap(
  house: ParticipationHouse,
  visit: Visit,
  show: (map: OpenedMap) => Promise<Answer> | Answer,
): Promise<Answer> {
  const id = idIn(visit)
  const map = id ? await mapById(house, visit.site, id) : undefined
  return map ? show(map) : problem(notFound)
}

const saids = { hinzugefuegt: 'added', gezeigt: 'shown', herausgenommen: 'taken-off' } as const

async function desk(
  house: ParticipationHouse,
  visit: Visit,
  map: OpenedMap,
  more: Pick<StatementsPage, 'typed' | 'faults'> = {},
): Promise<Answer> {
  const statements = await statementsOf(staffDb(house, visit.site), map.procedure.id)
  const said = Object.entries(saids).find(([name]) => visit.query.has(name))?.[1]
  return page(statementsView(visit, { map, statements, said, ...more }), more.faults ? 422 : 200)
}

async function change(house: ParticipationHouse, visit: Visit, map: OpenedMap): Promise<Answer> {
  const { form, t } = visit
  const back = (said: keyof typeof saids) =>
    redirect(visit.to(opinionRoutes.staffStatements, { id: map.procedure.id }, { [said]: 1 }), 303)
  const deed = form.get('tat')
  if (deed === 'herausnehmen' || deed === 'zeigen') {
    const number = Number(form.get('nummer'))
    const found = Number.isInteger(number) && number > 0 && number < 1_000_000
    const done = found && (await setShown(house, actingIn(visit), map, number, deed === 'zeigen'))
    return done ? back(deed === 'zeigen' ? 'gezeigt' : 'herausgenommen') : problem(notFound)
  }
  const typed = form.get('liste') ?? ''
  const added = await addStatements(house, actingIn(visit), map, typed)
  if (added.ok) return back('hinzugefuegt')
  const faults =
    typeof added.error === 'string'
      ? [t(`participation.opinion.staff.fault.${added.error}`, { most: mostAtOnce })]
      : added.error.map((one) => lineWords(visit, map, one))
  return desk(house, visit, map, { typed, faults })
}

async function results(house: ParticipationHouse, visit: Visit, map: OpenedMap): Promise<Answer> {
  const { t, lang } = visit
  const { id } = map.procedure
  const shown = await readResult(staffDb(house, visit.site), map)
  const files = (
    [
      ['votes', opinionRoutes.opinionVotesCsv],
      ['comments', opinionRoutes.opinionCommentsCsv],
      ['people', opinionRoutes.opinionPeopleCsv],
      ['statistics', opinionRoutes.opinionStatistics],
    ] as const
  ).map(([name, route]) => ({ href: visit.to(route, { id }), text: t(`participation.opinion.staff.file.${name}`) }))
  return page(
    staffFrame(
      visit,
      map,
      'result',
      <>
        <Head
          title={shown ? finding(shown, visit) : t('participation.opinion.result.soon')}
          lead={
            shown
              ? t('participation.opinion.result.lead', {
                  count: shown.result.people,
                  people: formatNumber(shown.result.people, lang),
                  answers: formatNumber(shown.result.answers, lang),
                })
              : t('participation.opinion.staff.result.none')
          }
          t={t}
        >
          {shown && (
            <p class="alm-small alm-muted">
              {t('participation.opinion.result.as-of', { when: formatMoment(shown.at, lang, 'text') })}{' '}
              {t('participation.opinion.staff.result.placed', {
                count: shown.result.placed,
                silhouette: formatNumber(Math.round(shown.result.silhouette * 100) / 100, lang),
              })}
            </p>
          )}
        </Head>
        <Section title={t('participation.opinion.staff.files')} id="dateien" note={t('participation.opinion.staff.files.note')}>
          <LinkList links={files} stacked />
        </Section>
        {shown && (
          <ResultBody
            page={{
              shown,
              settings: map.settings,
              at: pageIn(visit),
              here: (seite) => visit.to(opinionRoutes.staffOpinionResult, { id }, { seite }),
            }}
            visit={visit}
          />
        )}
      </>,
    ),
  )
}

const attached = (name: string) => ({
  'content-disposition': `attachment; filename="${name}"`,
  'cache-control': 'no-store',
})

/** Staff writes statements, reads results and takes the answers away. */
export function staffOpinionHandlers(house: ParticipationHouse): Handler[] {
  const csv = (visit: Visit, name: string, lines: typeof votesCsv) =>
    withStaffMap(house, visit, ({ procedure }) =>
      stream(
        'text/csv; charset=utf-8; header=present',
        lines(staffDb(house, visit.site), procedure.id),
        attached(`${procedure.slug}-${name}.csv`),
      ),
    )
  return [
    handler(opinionRoutes.staffOpinions, async (visit) =>
      page(mapListView(visit, await listMaps(staffDb(house, visit.site), visit.site.id))),
    ),
    handler(opinionRoutes.staffStatements, (visit) => withStaffMap(house, visit, (map) => desk(house, visit, map))),
    handler(opinionRoutes.changeStatements, (visit) => withStaffMap(house, visit, (map) => change(house, visit, map))),
    handler(opinionRoutes.staffOpinionResult, (visit) => withStaffMap(house, visit, (map) => results(house, visit, map))),
    handler(opinionRoutes.opinionVotesCsv, (visit) => csv(visit, 'votes', votesCsv)),
    handler(opinionRoutes.opinionCommentsCsv, (visit) => csv(visit, 'comments', commentsCsv)),
    handler(opinionRoutes.opinionPeopleCsv, (visit) => csv(visit, 'participants-votes', peopleCsv)),
    handler(opinionRoutes.opinionStatistics, (visit) =>
      withStaffMap(house, visit, async (map) => json(await statistics(staffDb(house, visit.site), map))),
    ),
  ]
}
