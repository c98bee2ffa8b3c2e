import { type Answer, body, type Handler, handler, notFound, page, problem, type Visit } from '#platform/http'
import { type ParticipationWeb, publicDb } from '../../../../house.ts'
import { themeOf } from '../../contribution.ts'
import { answersUnder } from '../../store/contribution-store.ts'
import { blocksOf, countsOf, sourceOf, versionsOf } from '../../store/text-store.ts'
import { textRoutes } from '../../text-routes.ts'
import type { OpenedText } from '../../use-cases/open-text.ts'
import { askedVersion, withText } from '../with-text.ts'
import { pagesOf, textView } from './text-view.tsx'

async function show(house: ParticipationWeb, visit: Visit, opened: OpenedText): Promise<Answer> {
  const db = publicDb(house, visit.site)
  const { procedure, settings } = opened
  const version = askedVersion(visit, 'fassung', settings.version) ?? settings.version
  const [blocks, versions, counts] = await Promise.all([
    blocksOf(db, procedure.id, version),
    versionsOf(db, procedure.id),
    countsOf(db, procedure.id),
  ])
  const pages = pagesOf(blocks)
  const asked = Number(visit.query.get('seite') ?? '1')
  const at = Number.isInteger(asked) && asked >= 1 && asked <= pages.length ? asked : 1
  const shown = pages[at - 1] ?? []
  const answers = await answersUnder(
    db,
    procedure.id,
    shown.filter(({ key }) => (counts.get(key)?.answered ?? 0) > 0).map(({ key }) => themeOf(key)),
  )
  return page(
    textView(visit, opened, {
      version,
      versions,
      pages,
      page: at,
      counts,
      answers: Map.groupBy(answers, ({ theme }) => theme),
    }),
  )
}

/** A version as it was written, to be kept or compared elsewhere. */
async function file(house: ParticipationWeb, visit: Visit, { procedure, settings }: OpenedText): Promise<Answer> {
  const version = askedVersion(visit, 'fassung', settings.version) ?? settings.version
  const source = await sourceOf(publicDb(house, visit.site), procedure.id, version)
  if (source === undefined) return problem(notFound)
  return body('text/markdown; charset=utf-8', source, {
    'content-disposition': `attachment; filename="${procedure.slug}-fassung-${version}.md"`,
    'x-content-type-options': 'nosniff',
  })
}

/** The text itself, whole, with what was said to each paragraph. */
export const textHandlers = (house: ParticipationWeb): Handler[] => [
  handler(textRoutes.text, (visit) => withText(house, visit, (opened) => show(house, visit, opened))),
  handler(textRoutes.textFile, (visit) => withText(house, visit, (opened) => file(house, visit, opened))),
]
