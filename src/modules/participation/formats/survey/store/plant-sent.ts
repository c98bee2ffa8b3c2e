import { type Kysely, sql } from 'kysely'
import type { ParticipationTables } from '../../../store/tables.ts'
import type { AnswerFile, Answers } from '../model/answer.ts'
import type { Tally } from '../model/tally.ts'

type Db = Kysely<ParticipationTables>

/** Writes answers as if they had been sent, for the demonstration; the database counts them as in earnest. They have no link. */
export async function plantSent(
  system: Db,
  { tenant, procedure }: { readonly tenant: string; readonly procedure: string },
  sent: readonly { readonly answers: Answers; readonly tally: Tally; readonly channel?: 'letter' | 'telephone' | 'counter' }[],
): Promise<void> {
  await sql`insert into participation_survey_version (tenant, procedure, version, questions)
    select tenant, id, coalesce((settings->>'version')::integer, 1), coalesce(settings->'questions', '[]') from participation_procedure where id = ${procedure}
    on conflict do nothing`.execute(system)
  await sql`with participation_sent as (
      select coalesce((select last from participation_number where procedure = ${procedure}), 0) as last),
    participation_numbered as (
      insert into participation_number (procedure, tenant, last) values (${procedure}, ${tenant}, ${sent.length})
      on conflict (procedure) do update set last = participation_number.last + excluded.last)
    insert into participation_survey_response (id, tenant, procedure, version, state, number, answers, tally, channel, sent_at)
    select gen_random_uuid(), ${tenant}, ${procedure}, (select max(version) from participation_survey_version where procedure = ${procedure}), 'sent',
      (select last from participation_sent) + one.at::integer, one.given->'answers', one.given->'tally', coalesce(one.given->>'channel', 'web'), clock_timestamp()
    from jsonb_array_elements(${JSON.stringify(sent)}::jsonb) with ordinality one(given, at)`.execute(system)
}

/** Writes the files that planted answers name. */
export async function plantFiles(
  system: Db,
  { tenant, procedure, question }: { readonly tenant: string; readonly procedure: string; readonly question: string },
  files: readonly { readonly file: AnswerFile; readonly sha256: string }[],
): Promise<void> {
  for (const { file, sha256 } of files)
    await sql`insert into participation_survey_file (id, tenant, procedure, question, response, name, sha256, media_type, bytes)
      select ${file.id}, ${tenant}, ${procedure}, ${question}, r.id, ${file.name}, ${sha256}, ${file.mediaType}, ${file.bytes}
      from participation_survey_response r where r.procedure = ${procedure}
        and r.answers->${question}->'files' @> ${JSON.stringify([{ id: file.id }])}::jsonb`.execute(system)
}
