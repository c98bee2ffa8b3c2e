import { type Kysely, sql } from 'kysely'
import type { Choice } from '../../model/vote/ballot.ts'
import type { ParticipationTables } from '../tables.ts'

type Db = Kysely<ParticipationTables>

/** A ballot on paper as somebody typed it. */
export interface PaperEntry {
  readonly number: number
  readonly choice: Choice
  /** Cannot be read, or breaks a rule: does not count. */
  readonly spoilt: boolean
}

/**
 * Keeps what a person typed for a paper: the first time, or the second by somebody else; one's own entry may be put right. Gives
 * which of both it was; undefined when two others have typed this number already.
 */
export async function enterPaper(
  db: Db,
  where: { readonly tenant: string; readonly box: string; readonly person: string },
  { number, choice, spoilt }: PaperEntry,
): Promise<1 | 2 | undefined> {
  const points = choice.points ? sql`${[...choice.points]}::smallint[]` : sql`null::smallint[]`
  const { rows } = await sql<{ pass: 1 | 2 }>`with there as (
      select pass, person from participation_paper where box = ${where.box} and number = ${number} for update
    ), mine as (
      select coalesce((select pass from there where person = ${where.person}),
        case when not exists (select 1 from there where pass = 1) then 1 when not exists (select 1 from there where pass = 2) then 2 end) as pass
    )
    insert into participation_paper (box, number, pass, tenant, projects, points, spoilt, person)
    select ${where.box}, ${number}, pass, ${where.tenant}, ${[...choice.projects]}::text[], ${points}, ${spoilt}, ${where.person} from mine where pass is not null
    on conflict (box, number, pass) do update set projects = excluded.projects, points = excluded.points, spoilt = excluded.spoilt
      where participation_paper.person = excluded.person
    returning pass`.execute(db)
  return rows[0]?.pass
}

/** What both said of a paper. */
export interface PaperPair {
  readonly number: number
  readonly first: string[]
  readonly second: string[] | null
  readonly firstPoints: number[] | null
  readonly secondPoints: number[] | null
  readonly firstSpoilt: boolean
  readonly secondSpoilt: boolean | null
}

const same = sql`b.pass is not null and a.projects = b.projects and a.points is not distinct from b.points and a.spoilt = b.spoilt`
const pairs = sql`from participation_paper a left join participation_paper b on b.box = a.box and b.number = a.number and b.pass = 2`

/** Papers that were typed once only, or differently. */
export async function differingPapers(db: Db, box: string, limit: number): Promise<PaperPair[]> {
  const { rows } =
    await sql<PaperPair>`select a.number, a.projects as first, b.projects as second, a.points as "firstPoints", b.points as "secondPoints",
      a.spoilt as "firstSpoilt", b.spoilt as "secondSpoilt"
    ${pairs} where a.box = ${box} and a.pass = 1 and not (${same}) order by a.number limit ${limit}`.execute(db)
  return rows
}

/** Papers of which both said the same and that count. */
export async function agreedPapers(db: Db, box: string): Promise<PaperEntry[]> {
  const { rows } = await sql<{
    number: number
    projects: string[]
    points: number[] | null
  }>`select a.number, a.projects, a.points
    ${pairs} where a.box = ${box} and a.pass = 1 and ${same} and not a.spoilt order by a.number`.execute(db)
  return rows.map(({ number, projects, points }) => ({
    number,
    spoilt: false,
    choice: { projects, ...(points ? { points } : {}) },
  }))
}

/** How many papers were typed, how many twice and alike, and how many of those are spoilt. */
export async function paperFigures(db: Db, box: string): Promise<{ all: number; agreed: number; spoilt: number }> {
  const { rows } = await sql<{ all: number; agreed: number; spoilt: number }>`select count(*)::int as all,
      (count(*) filter (where ${same}))::int as agreed, (count(*) filter (where ${same} and a.spoilt))::int as spoilt
    ${pairs} where a.box = ${box} and a.pass = 1`.execute(db)
  return rows[0] ?? { all: 0, agreed: 0, spoilt: 0 }
}

/** Forgets who typed which paper; that two different people did stays true. */
export async function forgetTypists(db: Db, box: string): Promise<void> {
  await sql`update participation_paper set person = gen_random_uuid() where box = ${box}`.execute(db)
}
