/** How a ballot is filled in. */
export const boxKinds = ['knapsack', 'approval', 'points', 'ranking'] as const
export type BoxKind = (typeof boxKinds)[number]

/** A ballot box: one budget, or the part of a district. Amounts are cents. */
export interface Box {
  readonly id: string
  readonly tenant: string
  readonly procedure: string
  readonly slug: string
  readonly title: string
  readonly kind: BoxKind
  /** A name of model/tally. */
  readonly rule: string
  readonly threshold: number | null
  readonly budget: number
  /** How many projects a ballot names. */
  readonly fewest: number
  readonly most: number | null
  /** Points of a ballot, and how many of them one project may get. */
  readonly points: number
  readonly each: number | null
  /** Boxes with the same register take one vote of a person between them. */
  readonly register: string
  /** Length of the log; a vote has begun when it is not 0. */
  readonly last: number
  /** Hash of the last entry, in hex. */
  readonly head: string
  /** Ballots that count. */
  readonly ballots: number
  readonly countedAt: Date | null
}

export const projectStates = ['checking', 'checked', 'refused'] as const
export type ProjectState = (typeof projectStates)[number]

/** A proposal on its way to the ballot. */
export interface Project {
  readonly id: string
  readonly procedure: string
  readonly submission: string | null
  readonly box: string | null
  /** What stands on ballots and in files. */
  readonly key: string | null
  readonly title: string
  readonly summary: string
  readonly place: string
  readonly state: ProjectState
  /** Cents. */
  readonly cost: number | null
  readonly office: string
  readonly note: string
}

/** A project that stands for election. */
export interface Candidate {
  readonly key: string
  readonly title: string
  readonly summary: string
  readonly place: string
  /** Cents. */
  readonly cost: number
}

/** Projects of a box that stand for election. */
export const candidatesOf = (projects: readonly Project[], box: string): Candidate[] =>
  projects.flatMap(({ key, title, summary, place, cost, ...one }) =>
    one.box === box && one.state === 'checked' && key !== null && cost !== null ? [{ key, title, summary, place, cost }] : [],
  )
