/** How often each answer was given; `votes` is their sum. */
export interface Counted {
  readonly agree: number
  readonly disagree: number
  readonly pass: number
  readonly votes: number
}

/** A statement that tells a group from the others, with its exact statistics. */
export interface Typical {
  readonly statement: string
  readonly side: 'agree' | 'disagree'
  readonly hits: number
  readonly votes: number
  readonly share: number
  readonly shareZ: number
  readonly ratio: number
  readonly ratioZ: number
}

/** What everybody who is placed agrees on, or rejects. */
export interface United {
  readonly statement: string
  readonly hits: number
  readonly votes: number
  readonly share: number
  readonly shareZ: number
  readonly shares: readonly number[]
}

/** People who answered alike: how many, where on the map on average, and how far around it. Nobody's own place. */
export interface Group {
  readonly size: number
  readonly at: readonly [x: number, y: number]
  /** Standard deviation along both axes. */
  readonly spread: readonly [x: number, y: number]
  readonly typical: readonly Typical[]
}

/** The last computation of an opinion map. */
export interface OpinionResult {
  /** Who answered at least one statement that is shown, and how many answers they gave. */
  readonly people: number
  readonly answers: number
  /** Who answered enough to be placed in a group. */
  readonly placed: number
  readonly silhouette: number
  readonly statements: readonly {
    readonly id: string
    /** Everybody, placed or not. */
    readonly all: Counted
    /** In the order of the groups. */
    readonly groups: readonly Counted[]
  }[]
  readonly groups: readonly Group[]
  readonly agree: readonly United[]
  readonly disagree: readonly United[]
}

/** What a town asks for before groups are shown. */
export interface Shy {
  /** Fewest people in a group. */
  readonly smallestGroup: number
  /** Fewest people who took part. */
  readonly fewestPeople: number
}

/** Why no groups are shown; the text key is `participation.opinion.no-groups.<reason>`. */
export type NoGroups = 'few' | 'one' | 'small'

/**
 * The groups that may be shown, by their number, or why there are none. A group under the smallest size stays out; and so that nobody works out
 * what it says from the others and the whole, all stay out where it and those without a group are too few together.
 */
export function groupsToShow(
  result: Pick<OpinionResult, 'people' | 'placed' | 'groups'>,
  { smallestGroup, fewestPeople }: Shy,
): readonly number[] | NoGroups {
  if (result.people < fewestPeople) return 'few'
  if (result.groups.length < 2) return 'one'
  const large = result.groups.flatMap(({ size }, at) => (size >= smallestGroup ? [at] : []))
  if (large.length === result.groups.length) return large
  const rest = result.people - large.reduce((sum, at) => sum + (result.groups[at]?.size ?? 0), 0)
  return large.length < 2 || rest < smallestGroup ? 'small' : large
}

/** Whether the answers of a group to a statement may be told: too few of them could be somebody's. */
export const enoughTold = (one: Counted, { smallestGroup }: Pick<Shy, 'smallestGroup'>): boolean => one.votes >= smallestGroup

/** How far apart groups are on a statement: the largest difference of the shares that agree, 0 to 1. Groups with too few answers are left out. */
export function distance(groups: readonly Counted[], shy: Pick<Shy, 'smallestGroup'>): number {
  const shares = groups.filter((one) => enoughTold(one, shy)).map(({ agree, votes }) => agree / votes)
  return shares.length < 2 ? 0 : Math.max(...shares) - Math.min(...shares)
}

/** The letter of a group: A is the largest. */
export const letterOf = (at: number): string => String.fromCharCode(65 + at)
