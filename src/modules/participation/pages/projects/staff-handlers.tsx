import { isIdInAnyCase } from '#kernel/id.ts'
import { type Answer, type Handler, handler, notFound, page, problem, redirect, type Visit } from '#platform/http'
import { type ParticipationHouse, staffDb } from '../../house.ts'
import type { Project } from '../../model/project.ts'
import { type ProjectField, projectFields } from '../../model/project-form.ts'
import type { Typed } from '../../model/setup/typed.ts'
import { projectRoutes } from '../../project-routes.ts'
import { procedureChoices, proceduresOf } from '../../store/project-links.ts'
import { projectSettings, projectVersions, staffProjects } from '../../store/project-store.ts'
import { suggestionsOf } from '../../store/suggestion-store.ts'
import { decideSuggestion, type SuggestionDeed } from '../../use-cases/projects/decide-suggestion.ts'
import {
  beginProject,
  publishProject,
  saveProject,
  saveSettings,
  typedIn,
  withdrawProject,
} from '../../use-cases/projects/edit-project.ts'
import { actingIn } from '../../use-cases/setup/acting.ts'
import { marksOf } from '../../use-cases/setup/save-procedure.ts'
import { projectDatasetPath, publishProjectData } from './dataset.ts'
import { type EditState, editProjectView } from './edit-view.tsx'
import { withOwnProject } from './open-project.ts'
import { projectSaid, type Refused, staffOneView } from './staff-project-view.tsx'
import { newProjectView, projectSettingsView, staffListView, withdrawProjectView } from './staff-views.tsx'

const pageSize = 100
const themes = ['AGRI', 'ECON', 'EDUC', 'ENER', 'ENVI', 'GOVE', 'HEAL', 'JUST', 'REGI', 'SOCI', 'TECH', 'TRAN']
/** Boxes of one name that may all be ticked. */
const several: readonly ProjectField[] = ['themes', 'procedures']

async function list(house: ParticipationHouse, visit: Visit): Promise<Answer> {
  const after = visit.query.get('nach') ?? ''
  const rows = await staffProjects(
    staffDb(house, visit.site),
    visit.site.id,
    isIdInAnyCase(after) ? after : undefined,
    pageSize + 1,
  )
  const said = ['released', 'in-review', 'empty', 'in-work', 'unfit'].find((one) => one === visit.query.get('datensatz'))
  const more = rows.length > pageSize ? rows[pageSize - 1]?.id : undefined
  return page(staffListView(visit, rows.slice(0, pageSize), more, { path: await projectDatasetPath(house, visit), said }))
}

async function begin(house: ParticipationHouse, visit: Visit): Promise<Answer> {
  const title = visit.form.get('title') ?? ''
  const done = await beginProject(house, actingIn(visit), title)
  return done.ok
    ? redirect(visit.to(projectRoutes.editProject, { id: done.value }))
    : page(newProjectView(visit, title, done.error), 422)
}

async function show(house: ParticipationHouse, visit: Visit, project: Project, refused?: Refused): Promise<Answer> {
  const db = staffDb(house, visit.site)
  const [procedures, suggestions, versions] = await Promise.all([
    proceduresOf(db, project.id),
    suggestionsOf(db, project.id, 200),
    projectVersions(db, project.id, 50),
  ])
  const said = projectSaid.find((one) => one === visit.query.get('getan'))
  return page(staffOneView(visit, { project, procedures, suggestions, versions }, said, refused), refused ? 422 : 200)
}

/** What the form says, by field; boxes of one name in one text. */
const typedOf = (form: URLSearchParams): Typed =>
  Object.fromEntries(
    (Object.keys(projectFields) as ProjectField[])
      .filter((name) => several.includes(name) || form.has(name))
      .map((name) => [
        name,
        (several.includes(name) ? form.getAll(name).toSorted().join(' ') : (form.get(name) ?? '')).replaceAll('\0', ''),
      ]),
  )

function readMarks(text: string): Record<string, string> {
  try {
    const value: unknown = JSON.parse(text)
    return typeof value === 'object' && value !== null && !Array.isArray(value) ? { ...(value as Record<string, string>) } : {}
  } catch {
    return {}
  }
}

async function edit(house: ParticipationHouse, visit: Visit, project: Project, state: Partial<EditState> = {}, status = 200) {
  const db = staffDb(house, visit.site)
  const [typed, procedures] = await Promise.all([
    state.typed ?? typedIn(db, visit.site.id, project),
    procedureChoices(db, visit.site.id, project.id),
  ])
  const taken = (visit.query.get('uebernommen') ?? '').split(',').filter((field) => field in typed)
  return page(
    editProjectView(visit, project, {
      faults: [],
      marks: marksOf(typed),
      procedures,
      themes,
      ...(visit.query.has('gespeichert') ? { saved: { taken } } : {}),
      ...state,
      typed,
    }),
    status as 200,
  )
}

async function save(house: ParticipationHouse, visit: Visit, project: Project): Promise<Answer> {
  const marks = readMarks(visit.form.get('stand') ?? '')
  const mine = typedOf(visit.form)
  const done = await saveProject(house, actingIn(visit), project.id, mine, marks)
  if (done.ok) {
    const query = { gespeichert: 1, uebernommen: done.value.join(',') }
    return redirect(visit.to(projectRoutes.editProject, { id: project.id }, query))
  }
  if (done.error.kind === 'gone') return problem(notFound)
  const kept = await typedIn(staffDb(house, visit.site), visit.site.id, project)
  if (done.error.kind === 'faults')
    return edit(house, visit, project, { typed: { ...kept, ...mine }, marks, faults: done.error.faults }, 422)
  const { fields, theirs, typed } = done.error
  // Whoever saves now has seen the other wording: that is what the form begins with.
  return edit(house, visit, project, { typed, marks: marksOf(theirs), collided: { fields, theirs } }, 409)
}

const back = (visit: Visit, id: string, getan: (typeof projectSaid)[number]) =>
  redirect(visit.to(projectRoutes.staffProject, { id }, { getan }))

async function publish(house: ParticipationHouse, visit: Visit, { id }: Project): Promise<Answer> {
  const done = await publishProject(house, actingIn(visit), id)
  if (!done.ok && done.error === 'gone') return problem(notFound)
  return back(visit, id, done.ok ? 'veroeffentlicht' : 'nicht-jetzt')
}

async function withdraw(house: ParticipationHouse, visit: Visit, project: Project): Promise<Answer> {
  const reason = (visit.form.get('grund') ?? '').replaceAll('\0', '')
  const done = await withdrawProject(house, actingIn(visit), project.id, reason)
  if (done.ok) return back(visit, project.id, 'zurueckgezogen')
  if (done.error === 'gone') return problem(notFound)
  if (done.error === 'not-now') return back(visit, project.id, 'nicht-jetzt')
  return page(withdrawProjectView(visit, project, { reason, fault: done.error }), 422)
}

/** The deed that the pressed button names; undefined for what is none. */
function deedIn({ form }: Visit): SuggestionDeed | undefined {
  const text = (name: string) => (form.get(name) ?? '').replaceAll('\0', '')
  switch (form.get('tat')) {
    case 'zeigen':
      return { kind: 'show' }
    case 'verbergen':
      return { kind: 'hide', reason: text('grund') }
    case 'antworten':
      return { kind: 'answer', outcome: text('ergebnis'), answer: text('antwort') }
    default:
      return undefined
  }
}

async function decide(house: ParticipationHouse, visit: Visit, project: Project): Promise<Answer> {
  const id = visit.form.get('anregung') ?? ''
  const deed = deedIn(visit)
  if (!deed || !isIdInAnyCase(id)) return back(visit, project.id, 'nicht-jetzt')
  const done = await decideSuggestion(house, actingIn(visit), project.id, id, deed)
  if (done.ok) return back(visit, project.id, 'entschieden')
  if (done.error === 'gone' || done.error === 'not-now') return back(visit, project.id, 'nicht-jetzt')
  return show(house, visit, project, {
    id,
    fault: done.error,
    typed: {
      reason: visit.form.get('grund') ?? '',
      answer: visit.form.get('antwort') ?? '',
      outcome: visit.form.get('ergebnis') ?? '',
    },
  })
}

async function settings(house: ParticipationHouse, visit: Visit): Promise<Answer> {
  const { suggestions, threshold, months } = await projectSettings(staffDb(house, visit.site), visit.site.id)
  const form = { suggestions, threshold: String(threshold), months: String(months) }
  return page(projectSettingsView(visit, form, [], visit.query.has('gespeichert')))
}

async function keepSettings(house: ParticipationHouse, visit: Visit): Promise<Answer> {
  const { form } = visit
  const given = {
    suggestions: form.has('suggestions'),
    threshold: form.get('threshold') ?? '',
    months: form.get('months') ?? '',
  }
  const done = await saveSettings(house, actingIn(visit), given)
  return done.ok
    ? redirect(visit.to(projectRoutes.projectSettings, {}, { gespeichert: 1 }))
    : page(projectSettingsView(visit, given, done.error, false), 422)
}

async function dataset(house: ParticipationHouse, visit: Visit): Promise<Answer> {
  const done = await publishProjectData(house, visit)
  return redirect(visit.to(projectRoutes.staffProjects, {}, { datensatz: done }))
}

/** The register for those who keep it. */
export const staffProjectHandlers = (house: ParticipationHouse): Handler[] => {
  const own = (work: (house: ParticipationHouse, visit: Visit, project: Project) => Answer | Promise<Answer>) => (visit: Visit) =>
    withOwnProject(house, visit, (project) => work(house, visit, project))
  return [
    handler(projectRoutes.staffProjects, (visit) => list(house, visit)),
    handler(projectRoutes.newProject, (visit) => page(newProjectView(visit, '', []))),
    handler(projectRoutes.beginProject, (visit) => begin(house, visit)),
    handler(projectRoutes.projectSettings, (visit) => settings(house, visit)),
    handler(projectRoutes.saveProjectSettings, (visit) => keepSettings(house, visit)),
    handler(projectRoutes.projectsDataset, (visit) => dataset(house, visit)),
    handler(projectRoutes.staffProject, own(show)),
    handler(projectRoutes.editProject, own(edit)),
    handler(projectRoutes.saveProject, own(save)),
    handler(projectRoutes.publishProject, own(publish)),
    handler(
      projectRoutes.withdrawProject,
      own((_, visit, project) => page(withdrawProjectView(visit, project))),
    ),
    handler(projectRoutes.withdrawProjectNow, own(withdraw)),
    handler(projectRoutes.decideSuggestion, own(decide)),
  ]
}
