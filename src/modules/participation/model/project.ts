import type { Basis, Geometry, ProcedureContact, ProcedureState } from './procedure.ts'

/** How far a project is, in its order. */
export const stages = ['idea', 'planned', 'decided', 'running', 'done'] as const
export type Stage = (typeof stages)[number]

/** Whether people are asked about it: because a law wants it, of the town's own accord, not at all, or not decided yet. */
export const participations = ['law', 'voluntary', 'none', 'open'] as const
export type Participation = (typeof participations)[number]

/** What staff writes of a project (Vorhaben). */
export interface ProjectWriting {
  readonly slug: string
  readonly stage: Stage
  readonly title: string
  readonly lead: string
  /** Markdown. */
  readonly about: string
  /** Themes of the data catalogue: TRAN. */
  readonly themes: readonly string[]
  readonly district: string
  readonly place: string
  readonly area: Geometry | null
  /** In euros. */
  readonly costFrom: number | null
  readonly costTo: number | null
  readonly costNote: string
  readonly office: string
  readonly contact: ProcedureContact
  readonly papers: readonly Basis[]
  readonly timetable: string
  readonly participation: Participation
  readonly participationNote: string
}

/** What a town plans, and what procedures hang on. */
export interface Project extends ProjectWriting {
  readonly id: string
  readonly tenant: string
  readonly state: ProcedureState
  readonly stagedAt: Date
  readonly version: number
  readonly changedAt: Date
  readonly publishedAt: Date | null
  readonly withdrawnReason: string | null
}

/** What a tenant lays down for suggestions. */
export interface ProjectSettings {
  readonly suggestions: boolean
  readonly threshold: number
  readonly months: number
}

/** What holds where a tenant said nothing. */
export const usualSettings: ProjectSettings = { suggestions: true, threshold: 50, months: 6 }

/** Whether people may suggest participation on a project; the database says the same when one comes. */
export const suggestible = ({ state, stage, participation }: Project, { suggestions }: ProjectSettings): boolean =>
  suggestions && state === 'public' && stage !== 'done' && (participation === 'none' || participation === 'open')

/** What a project lacks before it may be published. */
export const projectNeeds = ['lead', 'office', 'contact', 'timetable'] as const
export type ProjectNeed = (typeof projectNeeds)[number]

/** Which of them are missing. */
export const missingInProject = (one: ProjectWriting): ProjectNeed[] =>
  projectNeeds.filter((need) => (need === 'contact' ? !one.contact.email && !one.contact.phone : one[need].trim() === ''))
