import { readEmail } from '#kernel/text.ts'
import { type Answer, type Handler, handler, page, redirect, type Visit } from '#platform/http'
import { slowDown } from '#platform/slow-down'
import { type ParticipationHouse, publicDb, shownIn } from '../../house.ts'
import { limits } from '../../model/limits.ts'
import { type Project, suggestible } from '../../model/project.ts'
import { projectRoutes } from '../../project-routes.ts'
import { proceduresOf } from '../../store/project-links.ts'
import { listProjects, projectFacets, projectSettings } from '../../store/project-store.ts'
import { suggestionsOf } from '../../store/suggestion-store.ts'
import { follow } from '../../use-cases/follow/follow.ts'
import { digestRhythms, followSentView, followView } from '../follow/follow-views.tsx'
import { withProject } from './open-project.ts'
import { projectView } from './project-view.tsx'
import { projectsView } from './projects-view.tsx'
import { readProjects } from './read-projects.ts'
import { suggestionHandlers } from './suggestion-handlers.ts'
import { Suggestions } from './suggestion-views.tsx'
import { projectsAtom, projectsCsv, projectsJson } from './take-along.ts'

const pageSize = 30

async function list(house: ParticipationHouse, visit: Visit): Promise<Answer> {
  const db = publicDb(house, visit.site)
  const shown = shownIn(visit.site, visit.sites)
  const asked = readProjects(visit)
  const [found, facets] = await Promise.all([
    listProjects(db, shown, asked, { after: asked.after, limit: pageSize + 1 }),
    projectFacets(db, shown),
  ])
  return page(
    projectsView(visit, {
      asked,
      projects: found.slice(0, pageSize),
      more: found.length > pageSize ? found[pageSize - 1]?.id : undefined,
      ...facets,
    }),
  )
}

async function show(house: ParticipationHouse, visit: Visit, project: Project): Promise<Answer> {
  const db = publicDb(house, visit.site)
  const [procedures, suggestions, settings] = await Promise.all([
    proceduresOf(db, project.id),
    suggestionsOf(db, project.id),
    projectSettings(db, visit.site.id),
  ])
  return page(
    projectView(visit, {
      project,
      procedures,
      suggestions: <Suggestions suggestions={suggestions} project={project} visit={visit} />,
      suggestible: suggestible(project, settings),
    }),
  )
}

async function sendFollow(house: ParticipationHouse, visit: Visit, project: Project): Promise<Answer> {
  const typed = visit.form.get('email') ?? ''
  const chosen = visit.form.get('rhythmus') ?? ''
  const typedForm = { email: typed, rhythm: chosen || 'taeglich' }
  const email = readEmail(typed)
  if (!email) return page(followView(visit, { project }, { ...typedForm, fault: typed.trim() ? 'invalid' : 'missing' }), 422)
  const slow = await slowDown(house, { room: 'participation', what: 'follow' }, limits.follow, {
    address: visit.request.ip,
    given: visit.form.get('puzzle') ?? '',
  })
  if (slow) return page(followView(visit, { project }, { ...typedForm, slow }), 429)
  const rhythm = chosen === 'woechentlich' ? digestRhythms.woechentlich : digestRhythms.taeglich
  await follow(house, visit.site, { project, rhythm, email, lang: visit.lang })
  return redirect(visit.to(projectRoutes.followProject, { vorhaben: project.slug }, { gesendet: 1 }), 303)
}

/** The register of projects for everybody. */
export const projectHandlers = (house: ParticipationHouse): Handler[] => [
  handler(projectRoutes.projects, (visit) => list(house, visit)),
  handler(projectRoutes.projectsAtom, (visit) => projectsAtom(house, visit)),
  handler(projectRoutes.projectsCsv, (visit) => projectsCsv(house, visit), { perMinute: 60 }),
  handler(projectRoutes.projectsJson, (visit) => projectsJson(house, visit), { perMinute: 60 }),
  handler(projectRoutes.project, (visit) => withProject(house, visit, (project) => show(house, visit, project))),
  handler(projectRoutes.followProject, (visit) =>
    withProject(house, visit, (project) =>
      page(
        visit.query.has('gesendet')
          ? followSentView(visit, { project })
          : followView(visit, { project }, { email: '', rhythm: 'taeglich' }),
      ),
    ),
  ),
  handler(projectRoutes.sendFollowProject, (visit) => withProject(house, visit, (project) => sendFollow(house, visit, project)), {
    perMinute: 600,
  }),
  ...suggestionHandlers(house),
]
