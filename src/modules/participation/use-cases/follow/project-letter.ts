import type { Letter } from '#platform/mail'
import type { ParticipationHouse } from '../../house.ts'
import { projectRoutes } from '../../project-routes.ts'
import { routes } from '../../routes.ts'
import type { DueFollow } from '../../store/news-store.ts'
import type { ToldProjectNews } from '../../store/project-news.ts'
import { addressFor, wordsIn } from './letter.ts'
import { common } from './news-letter.ts'

/** The mail that tells somebody what happened to a project; undefined when nothing of it can be said any more. */
export function projectLetter(
  house: Pick<ParticipationHouse, 'config' | 'sites'>,
  one: DueFollow,
  all: ReadonlyMap<string, ToldProjectNews>,
): Letter | undefined {
  const site = house.sites().byId(one.tenant)
  const news = one.news.flatMap((id) => all.get(id) ?? [])
  const [first] = news
  if (!site || !first) return undefined
  const t = wordsIn(one.lang)
  const { last, ...rest } = common(house, site, one, t, first.title)
  const project = addressFor(house, site, projectRoutes.project, { vorhaben: first.slug })
  const lines = news.toReversed().map((piece) => {
    const { procedureSlug, procedureTitle, number } = piece
    const at = procedureSlug
      ? addressFor(house, site, routes.procedure, { slug: procedureSlug })
      : number === null
        ? project
        : addressFor(house, site, projectRoutes.suggestion, { vorhaben: piece.slug, nummer: String(number) })
    const line = t(`participation.letter.news.${piece.what}`, {
      project: piece.title,
      procedure: procedureTitle ?? '',
      number: String(number ?? ''),
      stage: t(`participation.stage.${piece.stage}`),
      outcome: piece.outcome ? t(`participation.suggest.outcome.${piece.outcome}`) : '',
    })
    return `${line}\n${at}`
  })
  return {
    ...rest,
    subject: t('participation.letter.digest.subject', { procedure: first.title, count: news.length }),
    paragraphs: lines,
    ways: [{ text: t('participation.letter.project'), href: project }, ...last],
  }
}
