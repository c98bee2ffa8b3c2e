import { type Answer, type Handler, handler, page, type Visit } from '#platform/http'
import { type ParticipationWeb, publicDb } from '../../../../house.ts'
import { compareTexts } from '../../model/compare.ts'
import { blocksOf, versionsOf } from '../../store/text-store.ts'
import { textRoutes } from '../../text-routes.ts'
import type { OpenedText } from '../../use-cases/open-text.ts'
import { askedVersion, withText } from '../with-text.ts'
import { versionsView } from './versions-view.tsx'

async function show(house: ParticipationWeb, visit: Visit, opened: OpenedText): Promise<Answer> {
  const db = publicDb(house, visit.site)
  const { procedure, settings } = opened
  const last = settings.version
  const versions = await versionsOf(db, procedure.id)
  if (last < 2) return page(versionsView(visit, opened, { versions }))
  const [a, b] = [askedVersion(visit, 'von', last) ?? last - 1, askedVersion(visit, 'bis', last) ?? last]
  // Whoever names them the other way round means the same.
  const [from, to] = a <= b ? [a, b] : [b, a]
  const [before, after] = await Promise.all([blocksOf(db, procedure.id, from), blocksOf(db, procedure.id, to)])
  return page(versionsView(visit, opened, { versions, compared: { from, to, blocks: compareTexts(before, after) } }))
}

/** The versions of a text, and what differs between two of them. */
export const versionsHandlers = (house: ParticipationWeb): Handler[] => [
  handler(textRoutes.versions, (visit) => withText(house, visit, (opened) => show(house, visit, opened))),
]
