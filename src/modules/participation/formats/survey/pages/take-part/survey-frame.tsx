import { type Answer, page, type View, type Visit } from '#platform/http'
import { Head } from '#ui/components/head/head.tsx'
import { LinkList } from '#ui/components/link-list/link-list.tsx'
import type { Children } from '#ui/vocabulary.ts'
import { routes } from '../../../../routes.ts'
import type { OpenedSurvey } from '../../use-cases/open-survey.ts'

/** The frame of every page of a survey: not for search engines; pages behind a link are kept nowhere on the way. */
export function surveyFrame(
  visit: Visit,
  { procedure }: OpenedSurvey,
  title: string,
  body: Children,
  more: Pick<View, 'secret' | 'islands'> = {},
): View {
  return {
    title: `${title}: ${procedure.title}`,
    area: 'participation',
    robots: more.secret ? 'noindex, nofollow' : 'noindex',
    crumbs: [
      { label: visit.t('participation.nav'), href: visit.to(routes.procedures) },
      { label: procedure.title, href: visit.to(routes.procedure, { slug: procedure.slug }) },
      { label: title },
    ],
    body,
    ...more,
  }
}

/** A page that only says why there is nothing to fill in, and leads back. */
export function surveyNotice(visit: Visit, survey: OpenedSurvey, key: string): View {
  const { t } = visit
  const { procedure } = survey
  const title = t(`participation.survey.${key}`)
  return surveyFrame(
    visit,
    survey,
    title,
    <Head pre={procedure.title} title={title} lead={t(`participation.survey.${key}.lead`, { office: procedure.office })} t={t}>
      <LinkList links={[{ href: visit.to(routes.procedure, { slug: procedure.slug }), text: t('participation.closed.back') }]} />
    </Head>,
  )
}

/** The page was opened in time, the button was pressed too late. */
export const tooLate = (visit: Visit, survey: OpenedSurvey): Answer => page(surveyNotice(visit, survey, 'over'), 409)
