import { formatNumber } from '#kernel/locale.ts'
import type { Visit } from '#platform/http'
import { Actions, Button } from '#ui/components/button/button.tsx'
import { Figures } from '#ui/components/figures/figures.tsx'
import type { FormatSection, OpenedProcedure } from '../../format.ts'
import { type ParticipationWeb, publicDb } from '../../house.ts'
import { opinionRoutes } from './opinion-routes.ts'
import type { OpinionSettings } from './settings.ts'
import { resultOf } from './store/result-store.ts'
import { countShown } from './store/statement-store.ts'
import { isAnswering, resultIsPublic, takesStatements } from './use-cases/open-map.ts'

/** What the page of a procedure says of its opinion map: how many statements and answers, and the ways in. */
export async function opinionSections(
  house: ParticipationWeb,
  visit: Visit,
  opened: OpenedProcedure,
  settings: OpinionSettings,
): Promise<FormatSection[]> {
  const { t, lang, now } = visit
  const { id, slug } = opened.procedure
  const map = { ...opened, settings }
  const db = publicDb(house, visit.site)
  const [statements, kept] = await Promise.all([countShown(db, id), resultOf(db, id)])
  const shows = resultIsPublic(map, now)
  const { people = 0, answers = 0 } = kept?.result ?? {}
  return [
    {
      id: 'meinungsbild',
      title: t('participation.opinion.title'),
      body: (
        <>
          <Figures>
            {t('participation.opinion.told.statements', { count: statements, number: formatNumber(statements, lang) })}{' '}
            {people > 0 &&
              t('participation.opinion.told.people', {
                count: people,
                number: formatNumber(people, lang),
                answers: formatNumber(answers, lang),
              })}
          </Figures>
          <p>{t('participation.opinion.how')}</p>
          <p>{t(`participation.opinion.results.${settings.results}`)}</p>
          <Actions>
            {isAnswering(opened, now) && statements > 0 && (
              <Button
                text={t('participation.opinion.begin')}
                href={visit.to(opinionRoutes.opinions, { slug })}
                kind="secondary"
              />
            )}
            {takesStatements(map, now) && (
              <a class="alm-link" href={visit.to(opinionRoutes.newStatement, { slug })}>
                {t('participation.opinion.new')}
              </a>
            )}
            {shows && (
              <a class="alm-link" href={visit.to(opinionRoutes.opinionResult, { slug })}>
                {t('participation.opinion.result')}
              </a>
            )}
          </Actions>
        </>
      ),
    },
  ]
}
