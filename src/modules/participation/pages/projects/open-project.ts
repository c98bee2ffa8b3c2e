import { isIdInAnyCase } from '#kernel/id.ts'
import { type Answer, notFound, page, problem, type Visit } from '#platform/http'
import { type ParticipationHouse, publicDb, staffDb } from '../../house.ts'
import type { Project } from '../../model/project.ts'
import { projectById, projectBySlug } from '../../store/project-store.ts'
import { withdrawnProjectView } from './project-view.tsx'

/** Opens the public project that the address names; says what stands in the way otherwise. */
export async function withProject(
  house: ParticipationHouse,
  visit: Visit,
  show: (project: Project) => Answer | Promise<Answer>,
): Promise<Answer> {
  const found = await projectBySlug(publicDb(house, visit.site), visit.site.id, visit.params.vorhaben ?? '')
  if (!found)
    return problem({
      ...notFound,
      id: 'participation/no-project',
      title: visit.t('participation.none.project'),
      detail: visit.t('participation.none.project.detail'),
    })
  return found.state === 'withdrawn' ? page(withdrawnProjectView(visit, found), 410) : show(found)
}

/** Opens a project of the tenant for its staff; another tenant's, and what is none, is not found. */
export async function withOwnProject(
  house: ParticipationHouse,
  visit: Visit,
  show: (project: Project) => Answer | Promise<Answer>,
): Promise<Answer> {
  const { id = '' } = visit.params
  const found = isIdInAnyCase(id) ? await projectById(staffDb(house, visit.site), visit.site.id, id) : undefined
  return found ? show(found) : problem(notFound)
}
