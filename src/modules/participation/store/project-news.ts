import { type Kysely, sql } from 'kysely'
import type { Participation, Stage } from '../model/project.ts'
import type { ParticipationTables } from './tables.ts'

/** A piece of news of a project, with what a mail says of it. As the owner, for the job that tells people. */
export interface ToldProjectNews {
  readonly id: string
  readonly what:
    | 'project-stage'
    | 'project-participation'
    | 'project-procedure'
    | 'project-suggestion'
    | 'project-suggestion-answer'
  readonly slug: string
  readonly title: string
  readonly stage: Stage
  readonly participation: Participation
  readonly procedureSlug: string | null
  readonly procedureTitle: string | null
  readonly number: number | null
  readonly outcome: string | null
}

/** What of it may still be said: what is public no longer is left out. */
export async function toldProjectNews(
  trx: Kysely<ParticipationTables>,
  ids: readonly string[],
): Promise<Map<string, ToldProjectNews>> {
  const { rows } = await sql<ToldProjectNews>`
    select n.id::text as id, n.what, p.slug, p.title, p.stage, p.participation, o.slug as "procedureSlug", o.title as "procedureTitle", s.number, s.outcome
    from participation_news n join participation_project p on p.id = n.project and p.state = 'public'
    left join participation_procedure o on o.id = n.ref and o.state = 'public'
    left join participation_project_suggestion s on s.id = n.ref and s.state = 'public'
    where n.id = any(${[...ids]}::bigint[])
      and case n.what when 'project-procedure' then o.id is not null when 'project-suggestion' then s.id is not null
        when 'project-suggestion-answer' then s.id is not null else true end`.execute(trx)
  return new Map(rows.map((row) => [row.id, row]))
}
