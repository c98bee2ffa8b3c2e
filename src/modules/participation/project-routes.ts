import { routesOf } from '#kernel/route.ts'

const route = routesOf('participation')
const post = { method: 'POST' } as const
const example = { vorhaben: 'freibad-lindenrode' }
const thing = { thing: 'participation/project' } as const
const read = { permission: 'participation/read' } as const
const edit = { permission: 'participation/edit' } as const
const publish = { permission: 'participation/publish' } as const
const moderate = { permission: 'participation/moderate' } as const

/** The register of projects: for everybody, for whoever suggests and supports, for staff. */
export const projectRoutes = {
  projects: route('projects', '/mitmachen/vorhaben', { page: true }),
  projectsAtom: route('projects-atom', '/mitmachen/vorhaben.atom'),
  projectsCsv: route('projects-csv', '/mitmachen/vorhaben.csv'),
  projectsJson: route('projects-json', '/mitmachen/vorhaben.json'),
  project: route('project', '/mitmachen/vorhaben/:vorhaben', { page: true, example }),
  followProject: route('follow-project', '/mitmachen/vorhaben/:vorhaben/auf-dem-laufenden', { page: true, example }),
  sendFollowProject: route('send-follow-project', '/mitmachen/vorhaben/:vorhaben/auf-dem-laufenden', post),
  suggest: route('suggest', '/mitmachen/vorhaben/:vorhaben/anregung', {
    page: true,
    example: { vorhaben: 'schulhof-grundschule-nord' },
  }),
  sendSuggestion: route('send-suggestion', '/mitmachen/vorhaben/:vorhaben/anregung', post),
  suggestion: route('suggestion', '/mitmachen/vorhaben/:vorhaben/anregung/:nummer', {
    page: true,
    example: { vorhaben: 'schulhof-grundschule-nord', nummer: '1' },
  }),
  support: route('support', '/mitmachen/vorhaben/:vorhaben/anregung/:nummer', post),
  ownSuggestion: route('own-suggestion', '/beitrag/anregung/:token'),
  changeOwnSuggestion: route('change-own-suggestion', '/beitrag/anregung/:token', post),
  ownSupport: route('own-support', '/beitrag/unterstuetzung/:token'),
  changeOwnSupport: route('change-own-support', '/beitrag/unterstuetzung/:token', post),
  staffProjects: route('staff-projects', '/intern/vorhaben', { ...read, page: true }),
  newProject: route('new-project', '/intern/vorhaben/neu', { ...edit, page: true }),
  beginProject: route('begin-project', '/intern/vorhaben/neu', { ...edit, ...post }),
  projectSettings: route('project-settings', '/intern/vorhaben/anregungen', { ...publish, page: true }),
  saveProjectSettings: route('save-project-settings', '/intern/vorhaben/anregungen', { ...publish, ...post }),
  projectsDataset: route('projects-dataset', '/intern/vorhaben/datensatz', { ...publish, ...post }),
  staffProject: route('staff-project', '/intern/vorhaben/:id', { ...read, ...thing, page: true }),
  editProject: route('edit-project', '/intern/vorhaben/:id/bearbeiten', { ...edit, ...thing, page: true }),
  saveProject: route('save-project', '/intern/vorhaben/:id/bearbeiten', { ...edit, ...thing, ...post }),
  publishProject: route('publish-project', '/intern/vorhaben/:id/veroeffentlichen', { ...publish, ...thing, ...post }),
  withdrawProject: route('withdraw-project', '/intern/vorhaben/:id/zurueckziehen', { ...publish, ...thing, page: true }),
  withdrawProjectNow: route('withdraw-project-now', '/intern/vorhaben/:id/zurueckziehen', { ...publish, ...thing, ...post }),
  decideSuggestion: route('decide-suggestion', '/intern/vorhaben/:id/anregung', { ...moderate, ...thing, ...post }),
} as const
