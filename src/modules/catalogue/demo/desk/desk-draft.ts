import type { DepartmentKey } from '../departments.ts'
import type { DemoFile } from '../files/demo-file.ts'
import type { Frequency, Theme } from '../vocabulary.ts'

/** Mailbox of a demonstration account in Lindenrode, without its host. */
export type DeskPerson = 'administration' | 'koordination' | 'verantwortung' | 'redaktion' | 'datenschutz'

/** When something was done: so many working days ago, at this hour (UTC). */
export interface DeskMoment {
  readonly days: number
  readonly hour: number
}

/** One thing that a colleague did to a draft. */
export type DeskDeed = DeskMoment & { readonly by: DeskPerson } & (
    | { readonly deed: 'comment'; readonly text: string }
    | { readonly deed: 'submit'; readonly note?: string }
    | { readonly deed: 'send-back'; readonly reason: string }
    | { readonly deed: 'approve' }
    /** Public so many working days from now. */
    | { readonly deed: 'schedule'; readonly inDays: number; readonly note: string }
    | { readonly deed: 'release'; readonly note: string }
    | { readonly deed: 'discard' }
  )

/** What somebody answered at the gate: nothing of the kind everywhere, or what is named. */
export interface DeskLaw {
  readonly personal?: { readonly answer: 'allowed' | 'unclear'; readonly reason: string }
}

interface DeskBasis {
  /** Who began and wrote it. */
  readonly by: DeskPerson
  readonly begun: DeskMoment
  readonly written: DeskMoment
  /** Absent where nobody has come to the gate yet. */
  readonly law?: DeskLaw
  readonly story: readonly DeskDeed[]
}

/** New data on somebody's desk. */
export interface DeskDraft extends DeskBasis {
  readonly title: string
  readonly description: string
  readonly keywords: readonly string[]
  readonly themes: readonly Theme[]
  readonly office: DepartmentKey
  readonly frequency?: Frequency
  readonly from?: string
  readonly until?: string
  readonly legalBasis?: readonly string[]
  readonly files: readonly DemoFile[]
}

/** A change of a published dataset of Lindenrode. What is left out stays. */
export interface DeskChange extends DeskBasis {
  readonly slug: string
  /** Put behind the description. */
  readonly more?: string
  readonly keywords?: readonly string[]
  readonly frequency?: Frequency
  readonly telephone?: string
  readonly contact?: { readonly name: string; readonly mailbox: string; readonly telephone: string }
  readonly provenance?: string
}
