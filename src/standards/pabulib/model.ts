/** How voters fill in their ballots, as the format's META names it. */
export type VoteType = (typeof voteTypes)[number]

export const voteTypes = ['approval', 'choose-1', 'cumulative', 'ordinal', 'scoring'] as const

/** A line of PROJECTS. */
export interface PbProject {
  readonly id: string
  /** In the file's smallest amount: see `PbFile.scale`. */
  readonly cost: number
  /** All other columns as they are written: votes, score, name, selected ... */
  readonly fields: Readonly<Record<string, string>>
}

/** A line of VOTES. With `ordinal` the best project stands first; points stand beside the projects. */
export interface PbVote {
  readonly voter: string
  readonly projects: readonly string[]
  readonly points?: readonly number[]
  /** All other columns as they are written: age, sex, voting_method ... */
  readonly fields: Readonly<Record<string, string>>
}

/** A whole .pb file. Amounts are whole numbers: the amount in the file's currency, times `scale`. */
export interface PbFile {
  /** META as it is written, in its order, also what stands typed below. */
  readonly meta: Readonly<Record<string, string>>
  readonly voteType: VoteType
  readonly rule: string
  /** 1 where all amounts are whole, 10 to 10,000 where they have decimals. */
  readonly scale: number
  readonly budget: number
  readonly projects: readonly PbProject[]
  readonly votes: readonly PbVote[]
}

/** What is wrong, where, and with what; the sentence is the text `pabulib.fault.CODE`. Lines count from 1. */
export interface PbFault {
  readonly line: number
  readonly code: PbFaultCode
  readonly params: Readonly<Record<string, string | number>>
}

export type PbFaultCode =
  | 'encoding'
  | 'too-large'
  | 'quote-open'
  | 'before-section'
  | 'section-twice'
  | 'section-missing'
  | 'section-order'
  | 'header-missing'
  | 'column-twice'
  | 'column-missing'
  | 'key-twice'
  | 'meta-missing'
  | 'vote-type'
  | 'amount'
  | 'id-empty'
  | 'project-twice'
  | 'voter-twice'
  | 'cells'
  | 'project-unknown'
  | 'choice-twice'
  | 'choose-one'
  | 'points-missing'
  | 'points-count'
  | 'points-number'
  | 'points-negative'
  | 'too-many'

/** Bounds against files that are made to hurt. */
export interface PbLimits {
  readonly characters: number
  readonly projects: number
  readonly votes: number
  /** So many faults are told; then reading ends. */
  readonly faults: number
}

export const pbLimits: PbLimits = { characters: 100_000_000, projects: 20_000, votes: 2_000_000, faults: 50 }
