import { isIdInAnyCase } from '#kernel/id.ts'
import type { Visit } from '#platform/http'
import type { Stage } from '../../model/project.ts'
import type { ProjectFilter } from '../../store/project-store.ts'

/** Stages as addresses name them. */
export const stageNames: Readonly<Record<Stage, string>> = {
  idea: 'idee',
  planned: 'geplant',
  decided: 'beschlossen',
  running: 'umsetzung',
  done: 'fertig',
}

/** What the address of the list asks for; what is unknown in it is left aside. */
export interface AskedProjects extends ProjectFilter {
  readonly text: string
  readonly after: string | undefined
}

/** Reads the filters from the address. */
export function readProjects({ query }: Pick<Visit, 'query'>): AskedProjects {
  const stand = query.get('stand') ?? ''
  const after = query.get('nach') ?? ''
  return {
    stage: (Object.keys(stageNames) as Stage[]).find((one) => stageNames[one] === stand),
    theme: /^[A-Z]{4}$/.exec(query.get('thema') ?? '')?.[0],
    district: (query.get('ortsteil') ?? '').trim().slice(0, 80) || undefined,
    text: (query.get('q') ?? '').trim().slice(0, 100),
    after: isIdInAnyCase(after) ? after : undefined,
  }
}

/** The filters as a query again, with what shall be different. */
export const projectsQuery = (asked: AskedProjects, change: Record<string, string> = {}): Record<string, string> => ({
  q: asked.text,
  stand: asked.stage ? stageNames[asked.stage] : '',
  thema: asked.theme ?? '',
  ortsteil: asked.district ?? '',
  ...change,
})
