import { type Answer, type Handler, handler, notFound, page, problem, redirect, type View, type Visit } from '#platform/http'
import { Message } from '#ui/components/message/message.tsx'
import { type ParticipationHouse, type ParticipationWeb, staffDb } from '../../house.ts'
import { setupRoutes } from '../../setup-routes.ts'
import { setupRows } from '../../store/setup-store.ts'
import type { ShownProcedure } from '../../use-cases/open-procedure.ts'
import { actingIn, idIn } from '../../use-cases/setup/acting.ts'
import { beginProcedure } from '../../use-cases/setup/begin-procedure.ts'
import { publishProcedure, withdrawProcedure } from '../../use-cases/setup/publish-procedure.ts'
import { documentSection } from '../documents/document-section.tsx'
import { procedureView } from '../procedure/procedure-view.tsx'
import { newProcedureView, setupListView } from './list-views.tsx'
import { overviewView, setupSaid } from './overview-view.tsx'
import { partHandlers, withOwn } from './part-handlers.ts'
import { publishView, withdrawView } from './publish-views.tsx'

async function begin(house: ParticipationHouse, visit: Visit): Promise<Answer> {
  const given = { format: visit.form.get('format') ?? '', title: visit.form.get('title') ?? '' }
  const done = await beginProcedure(house, actingIn(visit), given)
  return done.ok
    ? redirect(visit.to(setupRoutes.subject, { id: done.value }))
    : page(newProcedureView(visit, given, done.error), 422)
}

/** The page as the public will see it, with a line that says so. */
async function preview(house: ParticipationWeb, visit: Visit, opened: ShownProcedure): Promise<View> {
  const { t } = visit
  const sections = await opened.format.sections(house, visit, opened, opened.settings)
  const view = procedureView(visit, opened, [
    ...sections,
    ...(await documentSection(staffDb(house, visit.site), visit, opened.procedure)),
  ])
  const own = visit.to(setupRoutes.setup, { id: opened.procedure.id })
  return {
    ...view,
    robots: 'noindex',
    body: (
      <>
        <Message kind="info" title={t(`participation.setup.preview.${opened.procedure.state}`)} t={t}>
          <p>
            <a class="alm-link" href={own}>
              {t('participation.setup.back')}
            </a>
          </p>
        </Message>
        {view.body}
      </>
    ),
  }
}

async function publish(house: ParticipationHouse, visit: Visit): Promise<Answer> {
  const id = idIn(visit)
  const done = id ? await publishProcedure(house, actingIn(visit), id) : undefined
  const back = (getan: (typeof setupSaid)[number]) => redirect(visit.to(setupRoutes.setup, { id: id ?? '' }, { getan }))
  if (!done || (!done.ok && done.error === 'gone')) return problem(notFound)
  if (done.ok) return back('veroeffentlicht')
  if (done.error === 'not-now') return back('nicht-jetzt')
  return withOwn(house, visit, (opened) => page(publishView(visit, opened), 409))
}

async function withdraw(house: ParticipationHouse, visit: Visit): Promise<Answer> {
  const id = idIn(visit)
  const reason = visit.form.get('grund') ?? ''
  const done = id ? await withdrawProcedure(house, actingIn(visit), id, reason.replaceAll('\0', '')) : undefined
  const back = (getan: (typeof setupSaid)[number]) => redirect(visit.to(setupRoutes.setup, { id: id ?? '' }, { getan }))
  if (!done || (!done.ok && done.error === 'gone')) return problem(notFound)
  if (done.ok) return back('zurueckgezogen')
  const fault = done.error
  if (fault === 'not-now') return back('nicht-jetzt')
  return withOwn(house, visit, (opened) => page(withdrawView(visit, opened, { reason, fault }), 422))
}

/** Setting a procedure up: the list, a new one, its parts, preview, publication. */
export const setupHandlers = (house: ParticipationWeb): Handler[] => [
  handler(setupRoutes.staffProcedures, async (visit) =>
    page(setupListView(visit, await setupRows(staffDb(house, visit.site), visit.site.id))),
  ),
  handler(setupRoutes.newProcedure, (visit) => page(newProcedureView(visit, { format: '', title: '' }, []))),
  handler(setupRoutes.beginProcedure, (visit) => begin(house, visit)),
  handler(setupRoutes.setup, (visit) =>
    withOwn(house, visit, (opened) =>
      page(
        overviewView(
          visit,
          opened,
          setupSaid.find((one) => one === visit.query.get('getan')),
        ),
      ),
    ),
  ),
  handler(setupRoutes.preview, (visit) => withOwn(house, visit, async (opened) => page(await preview(house, visit, opened)))),
  handler(setupRoutes.publish, (visit) => withOwn(house, visit, (opened) => page(publishView(visit, opened)))),
  handler(setupRoutes.publishNow, (visit) => publish(house, visit)),
  handler(setupRoutes.withdraw, (visit) => withOwn(house, visit, (opened) => page(withdrawView(visit, opened)))),
  handler(setupRoutes.withdrawNow, (visit) => withdraw(house, visit)),
  ...partHandlers(house),
]
