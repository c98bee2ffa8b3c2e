import { dayOf } from '#kernel/clock.ts'
import { formatDay } from '#kernel/day.ts'
import type { Visit } from '#platform/http'
import { Actions, Button } from '#ui/components/button/button.tsx'
import { Figures } from '#ui/components/figures/figures.tsx'
import { LinkList } from '#ui/components/link-list/link-list.tsx'
import type { FormatSection, OpenedProcedure } from '../../format.ts'
import { type ParticipationHouse, publicDb } from '../../house.ts'
import { phaseFor } from '../../model/procedure.ts'
import { routes } from '../../routes.ts'
import { sectionsOf } from './model/text.ts'
import { countSentence, sectionName } from './pages/text-parts.tsx'
import { blocksOf, countsOf, totalOf, versionsOf } from './store/text-store.ts'
import { textRoutes } from './text-routes.ts'
import type { TextSettings } from './text-settings.tsx'

/** What the page of a procedure says of its text: the version that stands, its sections, how much was said. */
export async function textSections(
  house: ParticipationHouse,
  visit: Visit,
  { procedure, phases }: OpenedProcedure,
  settings: TextSettings,
): Promise<FormatSection[]> {
  const { t, lang } = visit
  const { slug } = procedure
  const db = publicDb(house, visit.site)
  const [versions, counts, blocks] = await Promise.all([
    versionsOf(db, procedure.id),
    countsOf(db, procedure.id),
    blocksOf(db, procedure.id, settings.version),
  ])
  const total = totalOf(counts)
  const said = countSentence(total, visit)
  const standing = versions[0]
  const open = phaseFor(phases, 'submit', visit.now)
  const text = visit.to(textRoutes.text, { slug })
  return [
    {
      id: 'text',
      title: t('participation.text.section'),
      ...(standing
        ? {
            note: t('participation.text.version-of', {
              version: standing.version,
              date: formatDay(dayOf(standing.publishedAt), lang),
            }),
          }
        : {}),
      body: standing ? (
        <>
          <Figures>
            {t('participation.text.told.size', { count: standing.paragraphs })}{' '}
            {said && (
              <>
                <a href={visit.to(routes.submissions, { slug })}>{said}</a> {t('participation.text.told.came')}
              </>
            )}{' '}
            {total.answered > 0 && t('participation.text.told.answered', { count: total.answered })}
          </Figures>
          <ul class="participation-text__sections">
            {sectionsOf(blocks)
              .filter(({ heading }) => heading)
              .slice(0, 20)
              .map((one) => (
                <li key={one.heading?.key}>{sectionName(one, visit)}</li>
              ))}
          </ul>
          <Actions>
            <Button text={t(open ? 'participation.text.action' : 'participation.text.read')} href={text} kind="secondary" />
          </Actions>
          {standing.version > 1 && (
            <LinkList
              links={[
                {
                  href: visit.to(textRoutes.versions, { slug }),
                  text: t('participation.text.whats-new', { version: standing.version - 1 }),
                },
              ]}
            />
          )}
        </>
      ) : (
        <p>{t('participation.text.none')}</p>
      ),
    },
  ]
}
