import { randomUUID } from 'node:crypto'
import { type Kysely, sql } from 'kysely'

/** Tables of participation whose rows a view above may read, once they are public. */
export const openParticipation = [
  'participation_procedure',
  'participation_phase',
  'participation_submission',
  'participation_comment',
  'participation_answer',
  'participation_decision',
  'participation_milestone',
  'participation_act',
  'participation_box',
  'participation_budget_project',
  'participation_vote',
  'participation_count',
  'participation_document',
  'participation_document_version',
  'participation_dataset',
  'participation_project',
  'participation_project_procedure',
  'participation_project_suggestion',
  'participation_survey_version',
  'participation_survey_count',
  'participation_opinion_statement',
  'participation_opinion_result',
  'participation_text_version',
  'participation_text_part',
  'participation_text_count',
  'participation_issue',
  'participation_issue_step',
  'participation_issue_photo',
  'participation_event',
  'participation_event_link',
  'participation_slot',
  'participation_poll',
  'participation_poll_option',
  'participation_opinion_statement',
  'participation_opinion_result',
]

/** A public procedure of a tenant with something in every table that hangs on it. */
export async function furnishParticipation<Tables>(db: Kysely<Tables>, tenant: string): Promise<void> {
  const id = randomUUID()
  const submission = randomUUID()
  const decision = randomUUID()
  const mark = Buffer.from(id)
  await sql`insert into participation_procedure (id, tenant, slug, format, state, prefix, title, lead, office)
    values (${id}, ${tenant}, 'probe', 'idea-map', 'public', 'PR', 'Zur Probe', 'Zur Probe', 'Amt')`.execute(db)
  await sql`insert into participation_phase (id, tenant, procedure, position, title) values (${randomUUID()}, ${tenant}, ${id}, 0, 'Zur Probe')`.execute(
    db,
  )
  await sql`insert into participation_number (procedure, tenant, last) values (${id}, ${tenant}, 1)`.execute(db)
  await sql`insert into participation_submission (id, tenant, procedure, number, state, title, body, secret_hash)
    values (${submission}, ${tenant}, ${id}, 1, 'public', 'Zur Probe', 'Zur Probe', ${mark})`.execute(db)
  await sql`insert into participation_original (submission, tenant, content, hash) values (${submission}, ${tenant}, '{}', ${mark})`.execute(
    db,
  )
  await sql`insert into participation_version (submission, version, tenant, title, body, answers, replaced_by)
    values (${submission}, 1, ${tenant}, 'Zur Probe', 'Zur Probe', '{}', 'author')`.execute(db)
  await sql`insert into participation_comment (id, tenant, procedure, submission, state, body, secret_hash)
    values (${randomUUID()}, ${tenant}, ${id}, ${submission}, 'public', 'Zur Probe', ${mark})`.execute(db)
  await sql`insert into participation_reaction (tenant, procedure, submission, mark, value) values (${tenant}, ${id}, ${submission}, ${mark}, 1)`.execute(
    db,
  )
  await sql`insert into participation_answer (id, tenant, procedure, submission, kind, body)
    values (${randomUUID()}, ${tenant}, ${id}, ${submission}, 'answer', 'Zur Probe')`.execute(db)
  await sql`insert into participation_decision (id, tenant, procedure, title, body) values (${decision}, ${tenant}, ${id}, 'Zur Probe', 'Rat')`.execute(
    db,
  )
  await sql`insert into participation_milestone (id, tenant, decision, state, note) values (${randomUUID()}, ${tenant}, ${decision}, 'planned', 'Zur Probe')`.execute(
    db,
  )
  await sql`insert into participation_act (id, tenant, procedure, submission, act, reason)
    values (${randomUUID()}, ${tenant}, ${id}, ${submission}, 'shown', 'Zur Probe')`.execute(db)
  await furnishVotes(db, tenant, id)
  await furnishPapers(db, tenant, id)
  await furnishAccount(db, tenant, id)
  await furnishModeration(db, tenant, id, submission)
  await furnishSurvey(db, tenant, id)
  await furnishOpinions(db, tenant, id)
  await furnishProjects(db, tenant, id)
  await furnishText(db, tenant, id)
  await furnishIssue(db, tenant, id, submission)
  await furnishEvents(db, tenant, id)
  await furnishProofs(db, tenant, id)
}

/** Something that waits for the link in a mail, and somebody who is at BundID. */
async function furnishProofs<Tables>(db: Kysely<Tables>, tenant: string, procedure: string): Promise<void> {
  const mark = Buffer.from(randomUUID().replaceAll('-', ''))
  await sql`insert into participation_pending (id, tenant, procedure, kind, content, address_mark, secret_hash)
    values (${randomUUID()}, ${tenant}, ${procedure}, 'submit', '{}', ${mark}, ${mark})`.execute(db)
  await sql`insert into participation_bundid (id, tenant, procedure, action, onward, browser)
    values (${`_${mark.toString('hex').slice(0, 40)}`}, ${tenant}, ${procedure}, 'vote', '/', ${mark})`.execute(db)
}

/** A document with a file, and a list that waits. */
async function furnishPapers<Tables>(db: Kysely<Tables>, tenant: string, procedure: string): Promise<void> {
  const document = randomUUID()
  await sql`insert into participation_document (id, tenant, procedure, title) values (${document}, ${tenant}, ${procedure}, 'Zur Probe')`.execute(
    db,
  )
  await sql`insert into participation_document_version (document, version, tenant, name, media_type, bytes, sha256)
    values (${document}, 1, ${tenant}, 'probe.pdf', 'application/pdf', 1, ${'0'.repeat(64)})`.execute(db)
  await sql`insert into participation_sheet (id, tenant, procedure, lines) values (${randomUUID()}, ${tenant}, ${procedure}, '[]')`.execute(
    db,
  )
}

/** A counted box with a vote, its voter, a code and a paper. */
async function furnishVotes<Tables>(db: Kysely<Tables>, tenant: string, procedure: string): Promise<void> {
  const box = randomUUID()
  const bytes = Buffer.from(box.replaceAll('-', ''))
  await sql`insert into participation_box (id, tenant, procedure, slug, title, position, budget, register) values (${box}, ${tenant}, ${procedure}, 'probe', 'Zur Probe', 0, 100, ${box})`.execute(
    db,
  )
  await sql`insert into participation_budget_project (id, tenant, procedure, title) values (${randomUUID()}, ${tenant}, ${procedure}, 'Zur Probe')`.execute(
    db,
  )
  await sql`insert into participation_voter (register, mark, tenant) values (${box}, ${bytes}, ${tenant})`.execute(db)
  await sql`insert into participation_vote (tenant, box, position, channel, day, receipt, projects, digest, hash)
    values (${tenant}, ${box}, 1, 'online', current_date, ${bytes}, '{A}', ${bytes}, ${bytes})`.execute(db)
  await sql`insert into participation_code (procedure, hash, tenant, batch) values (${procedure}, ${bytes}, ${tenant}, 'Probe')`.execute(
    db,
  )
  await sql`insert into participation_paper (box, number, pass, tenant, projects, person) values (${box}, 1, 1, ${tenant}, '{A}', ${box})`.execute(
    db,
  )
  await sql`insert into participation_count (box, tenant, last, head, ballots, outcome)
    select id, tenant, last, head, ballots, '{}' from participation_box where id = ${box}`.execute(db)
}

/** A text block, a published report, an open dataset. */
async function furnishAccount<Tables>(db: Kysely<Tables>, tenant: string, procedure: string): Promise<void> {
  const report = randomUUID()
  await sql`insert into participation_text_block (id, tenant, title, body) values (${randomUUID()}, ${tenant}, 'Zur Probe', 'Zur Probe')`.execute(
    db,
  )
  await sql`insert into participation_report (id, tenant, procedure) values (${report}, ${tenant}, ${procedure})`.execute(db)
  await sql`insert into participation_report_version (report, number, tenant, procedure, texts, figures)
    values (${report}, 1, ${tenant}, ${procedure}, '{}', '{}')`.execute(db)
  await sql`insert into participation_dataset (procedure, tenant, resource, submissions, blanked)
    values (${procedure}, ${tenant}, ${randomUUID()}, 1, 0)`.execute(db)
}

/** What moderation, notices and telling people keep. */
async function furnishModeration<Tables>(
  db: Kysely<Tables>,
  tenant: string,
  procedure: string,
  submission: string,
): Promise<void> {
  const [statement, notice, follow] = [randomUUID(), randomUUID(), randomUUID()]
  const mark = Buffer.from(notice)
  await sql`insert into participation_comment_version (comment, version, tenant, body, reason)
    select id, 1, tenant, 'Zur Probe', 'Zur Probe' from participation_comment where submission = ${submission}`.execute(db)
  await sql`insert into participation_comment_talk (id, tenant, procedure, comment, kind, body)
    select gen_random_uuid(), tenant, procedure, id, 'question', 'Zur Probe' from participation_comment where submission = ${submission}`.execute(
    db,
  )
  await sql`insert into participation_statement (id, tenant, procedure, submission, act) values (${statement}, ${tenant}, ${procedure}, ${submission}, 'kept')`.execute(
    db,
  )
  await sql`insert into participation_objection (id, tenant, statement, party, body) values (${randomUUID()}, ${tenant}, ${statement}, 'author', 'Zur Probe')`.execute(
    db,
  )
  await sql`insert into participation_notice_number (tenant, year, last) values (${tenant}, 2026, 1)`.execute(db)
  await sql`insert into participation_notice (id, tenant, year, number, procedure, submission, address, reason, body, secret_hash)
    values (${notice}, ${tenant}, 2026, 1, ${procedure}, ${submission}, '/', 'other', 'Zur Probe', ${mark})`.execute(db)
  await sql`insert into participation_notice_address (notice, tenant, email, address_mark) values (${notice}, ${tenant}, 'jana@example.org', ${mark})`.execute(
    db,
  )
  await sql`insert into participation_follow (id, tenant, procedure, rhythm, secret_hash, address_mark)
    values (${follow}, ${tenant}, ${procedure}, 'daily', ${mark}, ${mark})`.execute(db)
  await sql`insert into participation_follow_address (follow, tenant, email) values (${follow}, ${tenant}, 'jana@example.org')`.execute(
    db,
  )
  await sql`with news as (insert into participation_news (tenant, procedure, what) values (${tenant}, ${procedure}, 'phase') returning id)
    insert into participation_follow_news (follow, tenant, news) select ${follow}, ${tenant}, id from news`.execute(db)
  await sql`insert into participation_phase_told (phase, tenant) values (${randomUUID()}, ${tenant})`.execute(db)
}

/** A statement with an answer, and a result. */
async function furnishOpinions<Tables>(db: Kysely<Tables>, tenant: string, procedure: string): Promise<void> {
  const id = randomUUID()
  await sql`insert into participation_opinion_statement (id, tenant, procedure, number, body) values (${id}, ${tenant}, ${procedure}, 0, 'Zur Probe')`.execute(
    db,
  )
  await sql`insert into participation_opinion_vote (tenant, procedure, participant, statement, value)
    values (${tenant}, ${procedure}, ${Buffer.alloc(32, id)}, ${id}, 1)`.execute(db)
  await sql`insert into participation_opinion_result (procedure, tenant, basis, result, at) values (${procedure}, ${tenant}, '', '{}', now())`.execute(
    db,
  )
}

/** A survey with an answer, its count and a code. */
async function furnishSurvey<Tables>(db: Kysely<Tables>, tenant: string, procedure: string): Promise<void> {
  const id = randomUUID()
  await sql`insert into participation_survey_version (tenant, procedure, version, questions) values (${tenant}, ${procedure}, 1, '[]') on conflict do nothing`.execute(
    db,
  )
  await sql`insert into participation_survey_response (id, tenant, procedure, version, state, number, sent_at, secret_hash)
    values (${id}, ${tenant}, ${procedure}, 1, 'sent', 1, now(), ${Buffer.from(id)})`.execute(db)
  await sql`insert into participation_survey_file (id, tenant, procedure, question, response, name, sha256, media_type, bytes)
    values (${randomUUID()}, ${tenant}, ${procedure}, 'f1', ${id}, 'probe.pdf', ${'0'.repeat(64)}, 'application/pdf', 1)`.execute(
    db,
  )
  await sql`insert into participation_survey_count (tenant, procedure, key, n) values (${tenant}, ${procedure}, 'a', 1)`.execute(
    db,
  )
  await sql`insert into participation_survey_proof (tenant, procedure, mark) values (${tenant}, ${procedure}, ${Buffer.alloc(32)})`.execute(
    db,
  )
  await sql`insert into participation_survey_code (tenant, procedure, hash) values (${tenant}, ${procedure}, ${Buffer.from(id)})`.execute(
    db,
  )
}

/** A text with a draft, a version, its paragraph and its count. */
async function furnishText<Tables>(db: Kysely<Tables>, tenant: string, procedure: string): Promise<void> {
  await sql`insert into participation_text (procedure, tenant, source) values (${procedure}, ${tenant}, 'Zur Probe')`.execute(db)
  await sql`insert into participation_text_version (tenant, procedure, version, source, paragraphs) values (${tenant}, ${procedure}, 1, 'Zur Probe', 1)`.execute(
    db,
  )
  await sql`insert into participation_text_part (tenant, procedure, version, position, key, kind, body) values (${tenant}, ${procedure}, 1, 0, '1', 'text', 'Zur Probe')`.execute(
    db,
  )
  await sql`insert into participation_text_count (tenant, procedure, key, comments) values (${tenant}, ${procedure}, '1', 1)`.execute(
    db,
  )
}

/** A report of a defect with a photo, its history, and the program that sent it. */
async function furnishIssue<Tables>(db: Kysely<Tables>, tenant: string, procedure: string, submission: string): Promise<void> {
  const id = randomUUID()
  const mark = Buffer.from(id)
  await sql`insert into participation_issue_client (id, tenant, name, key_hash) values (${id}, ${tenant}, 'Zur Probe', ${mark})`.execute(
    db,
  )
  await sql`insert into participation_issue (submission, tenant, procedure, category, office, received_at, changed_at, client)
    values (${submission}, ${tenant}, ${procedure}, 'probe', 'Amt', now(), now(), ${id})`.execute(db)
  await sql`insert into participation_issue_step (id, tenant, submission, status, office) values (${id}, ${tenant}, ${submission}, 'open', 'Amt')`.execute(
    db,
  )
  await sql`insert into participation_issue_photo (id, tenant, submission, sha256, media_type, bytes, width, height, state, secret_hash)
    values (${id}, ${tenant}, ${submission}, ${'0'.repeat(64)}, 'image/png', 1, 1, 1, 'public', ${mark})`.execute(db)
  await sql`insert into participation_issue_key (tenant, key_hash, submission) values (${tenant}, ${mark}, ${submission})`.execute(
    db,
  )
}

/** Office hours with a slot that is booked, a link, and a search for a date with an answer. */
async function furnishEvents<Tables>(db: Kysely<Tables>, tenant: string, procedure: string): Promise<void> {
  const [event, slot, poll] = [randomUUID(), randomUUID(), randomUUID()]
  const mark = Buffer.from(event)
  await sql`insert into participation_event (id, tenant, procedure, key, kind, state, title, starts_at, ends_at)
    values (${event}, ${tenant}, ${procedure}, 1, 'hours', 'public', 'Zur Probe', now(), now() + interval '1 hour')`.execute(db)
  await sql`insert into participation_event_link (event, tenant, link, everybody) values (${event}, ${tenant}, 'https://video.example', true)`.execute(
    db,
  )
  await sql`insert into participation_slot (id, tenant, event, starts_at, ends_at, desk)
    values (${slot}, ${tenant}, ${event}, now(), now() + interval '1 hour', 1)`.execute(db)
  await sql`insert into participation_registration (id, tenant, event, slot, people, name, secret_hash, address_mark)
    values (${randomUUID()}, ${tenant}, ${event}, ${slot}, 1, 'Jana', ${mark}, ${mark})`.execute(db)
  await sql`insert into participation_poll (id, tenant, procedure, key, state, title, until) values (${poll}, ${tenant}, ${procedure}, 1, 'open', 'Zur Probe', now())`.execute(
    db,
  )
  await sql`insert into participation_poll_option (tenant, poll, starts_at, ends_at) values (${tenant}, ${poll}, now(), now() + interval '1 hour')`.execute(
    db,
  )
  await sql`insert into participation_poll_answer (id, tenant, poll, name, secret_hash) values (${randomUUID()}, ${tenant}, ${poll}, 'Jana', ${mark})`.execute(
    db,
  )
}

/** A project with a former wording, a procedure, a suggestion and somebody who supports it. */
async function furnishProjects<Tables>(db: Kysely<Tables>, tenant: string, procedure: string): Promise<void> {
  const [id, suggestion] = [randomUUID(), randomUUID()]
  const mark = Buffer.from(id)
  await sql`insert into participation_project (id, tenant, slug, state, title) values (${id}, ${tenant}, 'probe', 'public', 'Zur Probe')`.execute(
    db,
  )
  await sql`update participation_project set version = version + 1, lead = 'Zur Probe' where id = ${id}`.execute(db)
  await sql`insert into participation_project_procedure (procedure, project, tenant) values (${procedure}, ${id}, ${tenant})`.execute(
    db,
  )
  await sql`insert into participation_project_settings (tenant) values (${tenant})`.execute(db)
  await sql`insert into participation_project_suggestion (id, tenant, project, number, state, body, secret_hash, threshold, ends_at)
    values (${suggestion}, ${tenant}, ${id}, 0, 'public', 'Zur Probe', ${mark}, 50, now() + interval '1 day')`.execute(db)
  await sql`insert into participation_project_support (id, tenant, suggestion, address_mark, secret_hash)
    values (${randomUUID()}, ${tenant}, ${suggestion}, ${mark}, ${mark})`.execute(db)
}
