import { randomUUID } from 'node:crypto'
import { fail, ok, type Result } from '#kernel/result.ts'
import { slugOf } from '#kernel/slug.ts'
import { oneLine } from '#kernel/text.ts'
import type { ParticipationHouse } from '../../house.ts'
import {
  missingInProject,
  type Project,
  type ProjectNeed,
  type ProjectSettings,
  type ProjectWriting,
} from '../../model/project.ts'
import { readProject, typedProject } from '../../model/project-form.ts'
import { mergeTyped, type SetupFault, type Typed } from '../../model/setup/typed.ts'
import { readWithdrawReason } from '../../model/setup/withdraw-reason.ts'
import { linkProcedures, procedureChoices } from '../../store/project-links.ts'
import {
  holdProject,
  insertProject,
  projectSlugs,
  putProjectSettings,
  setProjectState,
  takenProjectSlug,
  updateProject,
} from '../../store/project-store.ts'
import { wakeNews } from '../follow/wake-news.ts'
import { type Acting, markOf } from '../setup/acting.ts'
import type { NotSaved } from '../setup/save-procedure.ts'
import { asStaff, noteStaffAct, type Trx } from '../staff-act.ts'

const note = (trx: Trx, { site, person }: Acting, verb: string, one: Pick<Project, 'id' | 'title'>) =>
  noteStaffAct(trx, site, person, verb, { kind: 'project', id: one.id, name: one.title })

/** A free short name: `freibad`, and when that is taken `freibad-2` ... */
function freeSlug(title: string, taken: readonly string[]): string {
  const slug = slugOf(title, 'vorhaben')
  for (let n = 1; ; n++) {
    const one = n === 1 ? slug : `${slug.slice(0, 74)}-${n}`
    if (!taken.includes(one)) return one
  }
}

/** Begins a draft of a project; gives its id. */
export async function beginProject(
  house: ParticipationHouse,
  acting: Acting,
  given: string,
): Promise<Result<string, SetupFault[]>> {
  const title = oneLine(given)
  if (title.length < 5) return fail([{ field: 'title', fault: title ? 'title.short' : 'title.missing' }])
  if (title.length > 120) return fail([{ field: 'title', fault: 'long', about: { most: '120' } }])
  const { site } = acting
  const { organisation, email, phone } = site.contact
  // Two who begin at the same moment may find the same name free: the second looks again.
  for (let attempt = 0; ; attempt++) {
    const id = randomUUID()
    try {
      await asStaff(house, site, async (trx) => {
        await insertProject(trx, site.id, id, {
          slug: freeSlug(title, await projectSlugs(trx, site.id)),
          stage: 'idea',
          title,
          lead: '',
          about: '',
          themes: [],
          district: '',
          place: '',
          area: null,
          costFrom: null,
          costTo: null,
          costNote: '',
          office: organisation,
          contact: { email, ...(phone ? { phone } : {}) },
          papers: [],
          timetable: '',
          participation: 'open',
          participationNote: '',
        })
        await note(trx, acting, 'begin-project', { id, title })
      })
      return ok(id)
    } catch (error) {
      if (!takenProjectSlug(error) || attempt >= 3) throw error
    }
  }
}

/** The project as the form begins with it. */
export async function typedIn(trx: Parameters<typeof procedureChoices>[0], tenant: string, project: Project): Promise<Typed> {
  const own = (await procedureChoices(trx, tenant, project.id)).filter((one) => one.own)
  return typedProject(project, own.map((one) => one.slug).sort())
}

/**
 * Saves a project; the database keeps the former wording. What somebody else saved meanwhile in other fields stays; where both changed the
 * same field nothing is written, and it is told which. Gives the fields that the other one changed.
 */
export async function saveProject(
  house: ParticipationHouse,
  acting: Acting,
  id: string,
  mine: Typed,
  marks: Readonly<Record<string, string>>,
): Promise<Result<readonly string[], NotSaved>> {
  const tenant = acting.site.id
  try {
    return await asStaff(house, acting.site, async (trx): Promise<Result<readonly string[], NotSaved>> => {
      const project = await holdProject(trx, tenant, id)
      if (!project) return fail({ kind: 'gone' })
      const theirs = await typedIn(trx, tenant, project)
      const merged = mergeTyped(mine, theirs, (field, value) => marks[field] === markOf(value))
      if (merged.collided.length > 0) return fail({ kind: 'collided', fields: merged.collided, theirs, typed: merged.typed })
      // What stands on paper once it was public does not change.
      const read = readProject(project.publishedAt ? { ...merged.typed, slug: project.slug } : merged.typed)
      if (!read.ok) return fail({ kind: 'faults', faults: read.error })
      const lacks = project.state === 'public' ? missingInProject(read.value.project) : []
      if (lacks.length > 0) return fail({ kind: 'faults', faults: lacks.map(needFault) })
      await updateProject(trx, tenant, id, read.value.project)
      await linkProcedures(trx, tenant, id, read.value.procedures)
      await wakeNews(house, trx)
      await note(trx, acting, 'save-project', { id, title: read.value.project.title })
      return ok(merged.taken)
    })
  } catch (error) {
    if (takenProjectSlug(error)) return fail({ kind: 'faults', faults: [{ field: 'slug', fault: 'slug.taken' }] })
    throw error
  }
}

const needFault = (need: ProjectNeed): SetupFault => ({
  field: need === 'contact' ? 'contactEmail' : need,
  fault: `participation.project.fault.need.${need}`,
})

/** Makes a project public; gives what is missing otherwise. `not-now` when it is public already. */
export const publishProject = (
  house: ParticipationHouse,
  acting: Acting,
  id: string,
): Promise<Result<Project, 'gone' | 'not-now' | readonly ProjectNeed[]>> =>
  asStaff(house, acting.site, async (trx): Promise<Result<Project, 'gone' | 'not-now' | readonly ProjectNeed[]>> => {
    const project = await holdProject(trx, acting.site.id, id)
    if (!project) return fail('gone')
    const missing = missingInProject(project as ProjectWriting)
    if (missing.length > 0) return fail(missing)
    if (!(await setProjectState(trx, acting.site.id, id, ['draft', 'withdrawn'], 'public', null))) return fail('not-now')
    await note(trx, acting, 'publish-project', project)
    return ok(project)
  })

/** Takes a public project back. Its address says why; procedures and suggestions stay. */
export async function withdrawProject(
  house: ParticipationHouse,
  acting: Acting,
  id: string,
  given: string,
): Promise<Result<true, 'gone' | 'not-now' | 'reason' | 'reason.long'>> {
  const reason = readWithdrawReason(given)
  if (!reason.ok) return reason
  return asStaff(house, acting.site, async (trx): Promise<Result<true, 'gone' | 'not-now'>> => {
    const project = await holdProject(trx, acting.site.id, id)
    if (!project) return fail('gone')
    if (!(await setProjectState(trx, acting.site.id, id, ['public'], 'withdrawn', reason.value))) return fail('not-now')
    await note(trx, acting, 'withdraw-project', project)
    return ok(true)
  })
}

/** Lays down how suggestions are dealt with; gives the fields that are wrong. */
export async function saveSettings(
  house: ParticipationHouse,
  acting: Acting,
  given: { readonly suggestions: boolean; readonly threshold: string; readonly months: string },
): Promise<Result<ProjectSettings, SetupFault[]>> {
  const number = (text: string) => (/^\d{1,6}$/.test(text.trim()) ? Number(text) : Number.NaN)
  const [threshold, months] = [number(given.threshold), number(given.months)]
  const faults: SetupFault[] = []
  if (!(threshold >= 1 && threshold <= 100_000))
    faults.push({ field: 'threshold', fault: 'participation.project.fault.threshold' })
  if (!(months >= 1 && months <= 24)) faults.push({ field: 'months', fault: 'participation.project.fault.months' })
  if (faults.length > 0) return fail(faults)
  const settings = { suggestions: given.suggestions, threshold, months }
  return asStaff(house, acting.site, async (trx) => {
    await putProjectSettings(trx, acting.site.id, settings)
    const { site, person } = acting
    await noteStaffAct(
      trx,
      site,
      person,
      'save-project-settings',
      { kind: 'settings', id: site.id, name: site.name },
      { ...settings },
    )
    return ok(settings)
  })
}
