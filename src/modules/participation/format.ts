import type { Kysely } from 'kysely'
import type { ZodType } from 'zod'
import type { LangText, RoomLocale } from '#kernel/locale.ts'
import type { NavigationEntry } from '#kernel/module.ts'
import { fail, ok, type Result } from '#kernel/result.ts'
import type { Params, Route } from '#kernel/route.ts'
import type { Handler, Visit } from '#platform/http'
import type { Jobs } from '#platform/jobs'
import type { CalendarEvent } from '#standards/ical'
import type { Children } from '#ui/vocabulary.ts'
import type { FormatWords } from './format-words.ts'
import type { ParticipationHouse, ParticipationWeb } from './house.ts'
import type { Dialogue } from './model/comment.ts'
import type { Action, Phase, Procedure } from './model/procedure.ts'
import type { SetupFault } from './model/setup/typed.ts'
import type { Asked, Submission } from './model/submission.ts'
import type { PhaseFilter } from './store/dialogue-queries.ts'
import type { ParticipationTables } from './store/tables.ts'

/** A procedure with its timetable, as pages get it. */
export interface OpenedProcedure {
  readonly procedure: Procedure
  readonly phases: readonly Phase[]
}

/** What a format puts on the page of a procedure. */
export interface FormatSection {
  readonly id: string
  readonly title: string
  readonly note?: string
  readonly body: Children
}

/** A day and hour of a procedure beside its phases, as calendars show it. */
export interface FormatDate {
  readonly tenant: string
  readonly slug: string
  readonly procedureTitle: string
  readonly startsAt: Date
  readonly title: string
  /** Where it stands on the procedure's pages. */
  readonly href: string
  readonly event: CalendarEvent
}

/** What a format keeps of somebody with this mark of an address: read for the person, taken out when the account is erased. */
export interface FormatPersonal {
  read(db: Kysely<ParticipationTables>, mark: Buffer): Promise<unknown>
  erase(trx: Kysely<ParticipationTables>, mark: Buffer): Promise<void>
}

/** A piece of its news as a mail tells it. */
export interface FormatNews {
  /** The line of the mail, in the language of whoever is written to; `what` is the name under which it was noted. */
  line(what: string, lang: string): string
  /** Where it stands. */
  readonly route: Route
  readonly params: Params
}

/** A format of participation: everything it needs lies in its folder. `Settings` is what a town may set. */
export interface Format<Settings = unknown> {
  /** Name of its folder. */
  readonly id: string
  readonly name: LangText
  /** When to choose it, in one sentence. */
  readonly use: LangText
  /** Its own words for what people hand in; without them those of contributions ("Beiträge"). */
  readonly words?: Partial<FormatWords> & {
    /** Names of actions, where who must show what for them is told. */
    readonly acts?: Partial<Record<Action, LangText>>
  }
  /** What comes in is kept in its own tables: the room's lists, files and open data of submissions would be empty and are not offered. */
  readonly ownTables?: boolean
  /** What may be planned in its phases. */
  readonly actions: readonly Action[]
  /** Actions for which its pages ask who it is (`whoActs`); without it those of the engine's own forms: submit where it has `asked`, comment and rate where it has `dialogue`. */
  readonly proves?: readonly Action[]
  /** Reads the settings of a procedure; `{}` gives the usual ones. */
  readonly settings: ZodType<Settings>
  /**
   * Fields of the form in which a town sets them. `typed` is what came back with `faults`, each of which names a field by its id; without
   * it the settings stand there as they are kept.
   */
  settingsForm?(visit: Visit, settings: Settings, faults: readonly SetupFault[], typed?: URLSearchParams): Children
  /** Reads that form; gives every fault with its field, `fault` being the whole text key of the sentence. `kept`: what it does not ask for. */
  readSettings?(form: URLSearchParams, kept: Settings): Result<Settings, readonly SetupFault[]>
  /** What a submission consists of; undefined where nothing is handed in by form. */
  asked?(settings: Settings): Asked
  /** What stands in its words as a matter of course, though elsewhere staff looks first because of it: `address`. */
  readonly expects?: readonly string[]
  /** How others respond to a submission; undefined where they do not. */
  dialogue?(settings: Settings): Dialogue
  /** How a submission reads on its page, in place of its plain text; undefined where the plain text says it all. */
  told?(
    house: ParticipationHouse,
    visit: Visit,
    opened: OpenedProcedure,
    settings: Settings,
    one: Submission,
  ): Promise<Children | undefined>
  /** Its sections of the procedure's page. */
  sections(house: ParticipationWeb, visit: Visit, opened: OpenedProcedure, settings: Settings): Promise<readonly FormatSection[]>
  /** What it shows of a submission besides its words: on the public page, and to its author. */
  submissionParts?(
    house: ParticipationWeb,
    visit: Visit,
    opened: OpenedProcedure,
    submission: Submission,
  ): Promise<readonly FormatSection[]>
  /** Its own list of what came in, in place of that of the room: a route that wants the slug. */
  readonly list?: Route
  /** Its tables whose rows name contents of the storage, and the fingerprints that they name. */
  readonly contents?: {
    readonly tables: readonly string[]
    named(db: Kysely<ParticipationTables>): Promise<readonly string[]>
  }
  /** The same questions for the paper form; without it those of `asked` are printed. Undefined where there is nothing to fill in. */
  paper?(visit: Visit, opened: OpenedProcedure, settings: Settings): Children | undefined
  /** Its main action while it is open: label key and route. */
  action?(opened: OpenedProcedure, now: Date): { readonly label: string; readonly route: Route } | undefined
  /** What becomes of what one hands in, in place of what is said of contributions. */
  after?(opened: OpenedProcedure, visit: Visit): readonly { readonly title: string; readonly text: string }[]
  /** Settings with which it can be tried; those of `{}` where they are enough. */
  readonly example?: unknown
  /** Where what came in can be taken away by staff; `:id` is the procedure. */
  readonly exports?: readonly Route[]
  /** Its dates that begin before `until` and end after `from`, for the calendars of procedures. */
  dates?(house: ParticipationHouse, visit: Visit, filter: PhaseFilter, from: Date, until: Date): Promise<readonly FormatDate[]>
  /**
   * What its triggers note in participation_news for those who follow a procedure, and what a mail says of it, by the thing it is about
   * (`ref`). What is not public any more is left out.
   */
  readonly news?: {
    readonly what: readonly string[]
    tell(db: Kysely<ParticipationTables>, refs: readonly string[]): Promise<ReadonlyMap<string, FormatNews>>
  }
  /** What it keeps of persons outside the tables of the room. */
  readonly personal?: FormatPersonal
  /** Fills a procedure with what its settings cannot say, so that it can be tried. */
  furnish?(house: ParticipationHouse, tenant: string, procedure: string): Promise<void>
  /** Says what its jobs do, and when. */
  jobs?(jobs: Pick<Jobs, 'define' | 'schedule'>, house: ParticipationHouse): void
  /** Once a day: deletes and blanks what is kept no longer. */
  tidy?(house: ParticipationHouse): Promise<void>
  /** Staff looks at what is handed in before it is public, whatever the procedure says. */
  readonly looksFirst?: boolean
  /** Words that were handed in are not reworded by their author, only withdrawn: others have answered to them. */
  readonly final?: boolean
  /** Its part of the demonstration; a second call changes nothing. */
  demonstration?(house: ParticipationHouse): Promise<void>
  /** Figures beside its entries of the internal area, for whom they are. */
  counts?(house: Pick<ParticipationHouse, 'database'>, visit: Visit): Promise<Readonly<Record<string, number>>>
  readonly navigation?: readonly NavigationEntry[]
  /** Its own pages for staff of a procedure: label key, and a route that wants the id of the procedure. */
  readonly staff?: readonly { readonly label: string; readonly route: Route }[]
  readonly routes?: Readonly<Record<string, Route>>
  readonly locales?: RoomLocale
  readonly handlers?: (house: ParticipationWeb) => Handler[]
}

/** Checks nothing at run time; gives the types. */
export const defineFormat = <Settings>(format: Format<Settings>): Format<Settings> => format

/** Looks at what a folder exports: a format, or what is wrong with it. */
export function checkFormat(exported: unknown): Result<Format, string> {
  const one = exported as Partial<Format> | null
  if (typeof one !== 'object' || one === null) return fail('its default export is no format')
  for (const key of ['id', 'name', 'use', 'actions', 'settings', 'sections'] as const)
    if (one[key] === undefined) return fail(`its format has no "${key}"`)
  const usual = one.settings?.safeParse({})
  if (!usual?.success) return fail('its settings cannot be read from {}: every one needs a usual value')
  return ok(one as Format)
}
