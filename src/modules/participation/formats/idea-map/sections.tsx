import { formatNumber } from '#kernel/locale.ts'
import type { Visit } from '#platform/http'
import { Bars } from '#ui/components/bars/bars.tsx'
import { Actions, Button } from '#ui/components/button/button.tsx'
import { Choice } from '#ui/components/choice/choice.tsx'
import { Figures } from '#ui/components/figures/figures.tsx'
import { ResultList } from '#ui/components/result-row/result-row.tsx'
import type { FormatSection, OpenedProcedure } from '../../format.ts'
import { wordsOf } from '../../format-words.ts'
import { type ParticipationWeb, publicDb } from '../../house.ts'
import { phaseFor } from '../../model/procedure.ts'
import { pinsOf, submissionMap } from '../../pages/dialogue/submission-map.tsx'
import { SubmissionRow } from '../../pages/submission-row.tsx'
import { routes } from '../../routes.ts'
import { listSubmissions, type SubmissionFigures, submissionFigures } from '../../store/submission-store.ts'
import type { IdeaSettings } from './format.ts'

const shownHere = 5

function Told({
  opened,
  figures,
  visit,
}: {
  readonly opened: OpenedProcedure
  readonly figures: SubmissionFigures
  readonly visit: Visit
}) {
  const { t, lang } = visit
  const { procedure } = opened
  const all = visit.to(routes.submissions, { slug: procedure.slug })
  const link = (href: string, text: string) => <a href={href}>{text}</a>
  const count = formatNumber(procedure.submissions, lang)
  return (
    <Figures>
      {link(all, t('participation.idea.told.ideas', { count: procedure.submissions, number: count }))}{' '}
      {t('participation.idea.told.came', { agreed: formatNumber(figures.agreements, lang) })}{' '}
      {figures.onPaper > 0 && t('participation.idea.told.paper', { count: figures.onPaper })}{' '}
      {figures.answered > 0 && t('participation.idea.told.answered', { count: figures.answered })}
    </Figures>
  )
}

/** The newest ideas and the figures of a collection of ideas. */
export async function ideaSections(
  house: ParticipationWeb,
  visit: Visit,
  opened: OpenedProcedure,
  settings: IdeaSettings,
): Promise<FormatSection[]> {
  const { t, lang } = visit
  const { procedure, phases } = opened
  const db = publicDb(house, visit.site)
  const [ideas, figures] = await Promise.all([
    listSubmissions(db, procedure.id, {}, 'agreed', undefined, shownHere),
    submissionFigures(db, procedure.id),
  ])
  const open = phaseFor(phases, 'submit', visit.now)
  const map = await submissionMap(house, visit, procedure, ideas, { sortiert: 'zustimmung', anzahl: shownHere })
  const pins = pinsOf(ideas)
  const list: FormatSection = {
    id: 'ideen',
    title: t('participation.idea.title'),
    body: (
      <>
        {ideas.length === 0 ? (
          <p>{t(open ? 'participation.idea.none' : 'participation.idea.none.closed')}</p>
        ) : (
          <>
            <div class="participation-between">
              <Choice
                label={t('participation.submissions.sort')}
                links={(['zustimmung', 'neu', 'kommentare'] as const).map((sort) => ({
                  text: t(`participation.sort.${sort}`),
                  href:
                    sort === 'zustimmung'
                      ? '#ideen'
                      : visit.to(routes.submissions, { slug: procedure.slug }, { sortiert: sort === 'neu' ? '' : sort }),
                  current: sort === 'zustimmung',
                }))}
              />
              <a class="alm-link" href="#mitnehmen">
                {t('participation.take.all')}
              </a>
            </div>
            {map}
            <ResultList>
              {ideas.map((one) => (
                <SubmissionRow
                  key={one.id}
                  one={one}
                  procedure={procedure}
                  visit={visit}
                  pin={map ? (pins.get(one.id) ?? null) : undefined}
                />
              ))}
            </ResultList>
          </>
        )}
        <Actions>
          {open && (
            <Button
              text={t('participation.idea.new')}
              href={visit.to(routes.newSubmission, { slug: procedure.slug })}
              kind="secondary"
            />
          )}
          {procedure.submissions > shownHere && (
            <a class="alm-link" href={visit.to(routes.submissions, { slug: procedure.slug })}>
              {t('participation.read-all', { count: procedure.submissions, ...wordsOf(undefined, lang) })}
            </a>
          )}
        </Actions>
      </>
    ),
  }
  if (procedure.submissions === 0) return [list]
  const bars = figures.byCategory.flatMap(({ category, count }) =>
    category
      ? [{ label: category, value: count, href: visit.to(routes.submissions, { slug: procedure.slug }, { thema: category }) }]
      : [],
  )
  return [
    list,
    {
      id: 'in-zahlen',
      title: t('participation.figures'),
      body: (
        <>
          <Told opened={opened} figures={figures} visit={visit} />
          {settings.categories.length > 0 && bars.length > 0 && (
            <Bars title={t('participation.idea.bars')} bars={bars} lang={lang} />
          )}
        </>
      ),
    },
  ]
}
