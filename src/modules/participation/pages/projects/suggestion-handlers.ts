import { readEmail } from '#kernel/text.ts'
import { type Answer, type Handler, handler, notFound, page, problem, redirect, type Visit } from '#platform/http'
import { slowDown } from '#platform/slow-down'
import { type ParticipationHouse, publicDb } from '../../house.ts'
import { limits } from '../../model/limits.ts'
import { type Project, type ProjectSettings, suggestible } from '../../model/project.ts'
import { readSuggestion, type Suggestion } from '../../model/suggestion.ts'
import { projectRoutes } from '../../project-routes.ts'
import { projectSettings } from '../../store/project-store.ts'
import { suggestionByNumber } from '../../store/suggestion-store.ts'
import {
  confirmOwnSupport,
  endOwnSupport,
  ownSuggestion,
  ownSupport,
  suggest,
  support,
  withdrawOwnSuggestion,
} from '../../use-cases/projects/suggest.ts'
import { withProject } from './open-project.ts'
import { notSuggestibleView, ownSuggestionView, suggestionView, suggestView } from './suggestion-views.tsx'
import { supportSaidView, supportView } from './support-view.tsx'

/** Opens the form's project where somebody may suggest; says so where nobody may. */
const whileSuggestible = (
  house: ParticipationHouse,
  visit: Visit,
  show: (project: Project, settings: ProjectSettings) => Answer | Promise<Answer>,
): Promise<Answer> =>
  withProject(house, visit, async (project) => {
    const settings = await projectSettings(publicDb(house, visit.site), visit.site.id)
    if (suggestible(project, settings)) return show(project, settings)
    return page(notSuggestibleView(visit, project, visit.form.get('text') ?? ''), 410)
  })

async function send(house: ParticipationHouse, visit: Visit, project: Project, settings: ProjectSettings): Promise<Answer> {
  const typed = { body: visit.form.get('text') ?? '', author: visit.form.get('name') ?? '' }
  const read = readSuggestion(visit.form)
  if (!read.ok) return page(suggestView(visit, project, settings, { ...typed, faults: read.error }), 422)
  const slow = await slowDown(house, { room: 'participation', what: 'submit' }, limits.submit, {
    address: visit.request.ip,
    given: visit.form.get('puzzle') ?? '',
  })
  if (slow) return page(suggestView(visit, project, settings, { ...typed, faults: {}, slow }), 429)
  const done = await suggest(house, visit.site, project, read.value, visit.lang)
  return done.ok
    ? redirect(visit.to(projectRoutes.ownSuggestion, { token: done.value }, { neu: 1 }), 303)
    : page(notSuggestibleView(visit, project, typed.body), 410)
}

const nothing = (visit: Visit, what: string): Answer =>
  problem({
    ...notFound,
    id: `participation/no-${what}`,
    title: visit.t(`participation.none.${what}`),
    detail: visit.t(`participation.none.${what}.detail`),
  })

const withSuggestion = (
  house: ParticipationHouse,
  visit: Visit,
  show: (project: Project, suggestion: Suggestion) => Answer | Promise<Answer>,
): Promise<Answer> =>
  withProject(house, visit, async (project) => {
    const { nummer = '' } = visit.params
    const found = /^\d{1,6}$/.test(nummer)
      ? await suggestionByNumber(publicDb(house, visit.site), project.id, Number(nummer))
      : undefined
    return found ? show(project, found) : nothing(visit, 'suggestion')
  })

async function sendSupport(house: ParticipationHouse, visit: Visit, project: Project, one: Suggestion): Promise<Answer> {
  const typed = visit.form.get('email') ?? ''
  const email = readEmail(typed)
  const again = (state: Partial<Parameters<typeof suggestionView>[3]>, status: 409 | 422 | 429) =>
    page(suggestionView(visit, project, one, { email: typed, ...state }), status)
  if (!email) return again({ fault: typed.trim() ? 'invalid' : 'missing' }, 422)
  const slow = await slowDown(house, { room: 'participation', what: 'follow' }, limits.follow, {
    address: visit.request.ip,
    given: visit.form.get('puzzle') ?? '',
  })
  if (slow) return again({ slow }, 429)
  const done = await support(house, visit.site, project, one, { email, lang: visit.lang })
  if (!done.ok) return again({ late: true }, 409)
  const params = { vorhaben: project.slug, nummer: String(one.number) }
  return redirect(visit.to(projectRoutes.suggestion, params, { gesendet: 1 }), 303)
}

async function showOwn(house: ParticipationHouse, visit: Visit): Promise<Answer> {
  const found = await ownSuggestion(house, visit.site, visit.params.token ?? '')
  const said = (['neu', 'zurueckgezogen'] as const).find((one) => visit.query.has(one))
  return found ? page(ownSuggestionView(visit, found, said)) : nothing(visit, 'suggestion')
}

async function withdrawOwn(house: ParticipationHouse, visit: Visit): Promise<Answer> {
  const { token = '' } = visit.params
  const done = await withdrawOwnSuggestion(house, visit.site, token)
  if (!done) return showOwn(house, visit)
  return redirect(visit.to(projectRoutes.ownSuggestion, { token }, { zurueckgezogen: 1 }), 303)
}

async function showSupport(house: ParticipationHouse, visit: Visit): Promise<Answer> {
  const found = await ownSupport(house, visit.site, visit.params.token ?? '')
  return found ? page(supportView(visit, found, false)) : nothing(visit, 'support')
}

async function changeSupport(house: ParticipationHouse, visit: Visit): Promise<Answer> {
  const { token = '' } = visit.params
  const deed = visit.form.get('tat')
  if (deed === 'beenden') {
    await endOwnSupport(house, visit.site, token)
    return page(supportSaidView(visit, 'ended'))
  }
  if (deed !== 'bestaetigen') return showSupport(house, visit)
  const done = await confirmOwnSupport(house, visit.site, token)
  if (done.ok) return redirect(visit.to(projectRoutes.ownSupport, { token }), 303)
  if (done.error === 'counted') return page(supportSaidView(visit, 'counted'))
  const found = done.error === 'closed' ? await ownSupport(house, visit.site, token) : undefined
  return found ? page(supportView(visit, found, true), 409) : nothing(visit, 'support')
}

/** Suggesting that there should be participation, supporting that, and what stands behind secret links. */
export const suggestionHandlers = (house: ParticipationHouse): Handler[] => [
  handler(projectRoutes.suggest, (visit) =>
    whileSuggestible(house, visit, (project, settings) =>
      page(suggestView(visit, project, settings, { body: '', author: '', faults: {} })),
    ),
  ),
  handler(
    projectRoutes.sendSuggestion,
    (visit) => whileSuggestible(house, visit, (project, settings) => send(house, visit, project, settings)),
    { perMinute: 600 },
  ),
  handler(projectRoutes.suggestion, (visit) =>
    withSuggestion(house, visit, (project, one) =>
      page(suggestionView(visit, project, one, { email: '', sent: visit.query.has('gesendet') })),
    ),
  ),
  handler(
    projectRoutes.support,
    (visit) => withSuggestion(house, visit, (project, one) => sendSupport(house, visit, project, one)),
    { perMinute: 600 },
  ),
  handler(projectRoutes.ownSuggestion, (visit) => showOwn(house, visit), { perMinute: 300 }),
  handler(projectRoutes.changeOwnSuggestion, (visit) => withdrawOwn(house, visit), { perMinute: 300 }),
  handler(projectRoutes.ownSupport, (visit) => showSupport(house, visit), { perMinute: 300 }),
  handler(projectRoutes.changeOwnSupport, (visit) => changeSupport(house, visit), { perMinute: 300 }),
]
