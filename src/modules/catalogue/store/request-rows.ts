import { sql } from 'kysely'
import type { Finding } from '../model/look-first.ts'
import type { Outcome, RequestKind, RequestState } from '../model/request.ts'

/** A record that a wish or remark is about. */
export interface NamedRecord {
  readonly id: string
  readonly tenant: string
  readonly slug: string
  readonly title: string
}

/** A wish or remark as everybody may read it. */
export interface RequestRow {
  readonly id: string
  readonly tenant: string
  readonly kind: RequestKind
  readonly year: number
  readonly number: number
  readonly state: RequestState
  readonly title: string
  readonly body: string
  readonly place: string | null
  readonly lang: string
  readonly joined: number
  readonly outcome: Outcome | null
  /** A calendar day. */
  readonly plannedUntil: string | null
  readonly createdAt: Date
  readonly changedAt: Date
  /** A calendar day. */
  readonly dueOn: string
  readonly answeredAt: Date | null
  /** The dataset a remark is about. */
  readonly about: NamedRecord | null
  /** The dataset that came of a wish. */
  readonly dataset: NamedRecord | null
}

/** The same with what only those who look after it may read. */
export interface StaffRequestRow extends RequestRow {
  readonly findings: readonly Finding[]
  readonly assignedPerson: string | null
  readonly assignedName: string | null
  /** The record or draft that is to answer it, whether it is public or not. */
  readonly madeId: string | null
  /** Days to the promised answer; negative when it is over. */
  readonly daysLeft: number
}

const named = (alias: string) =>
  sql`case when ${sql.ref(`${alias}.id`)} is not null then json_build_object('id', ${sql.ref(`${alias}.id`)}, 'tenant', ${sql.ref(`${alias}.tenant`)}, 'slug', ${sql.ref(`${alias}.slug`)}, 'title', ${sql.ref(`${alias}.title`)}) end`

/** Columns of a RequestRow, of `requestTables`. */
export const requestColumns = sql`r.id, r.tenant, r.kind, r.year, r.number, r.state, r.title, r.body, r.place, r.lang, r.joined, r.outcome,
  r.planned_until as "plannedUntil", r.created_at as "createdAt", r.changed_at as "changedAt", r.due_on as "dueOn", r.answered_at as "answeredAt",
  ${named('about')} as about, ${named('made')} as dataset`

export const staffColumns = sql`${requestColumns}, r.findings, r.assigned_person as "assignedPerson", r.assigned_name as "assignedName", r.dataset as "madeId",
  (r.due_on - (now() at time zone 'Europe/Berlin')::date)::int as "daysLeft"`

export const requestTables = sql`catalogue_request r
  left join catalogue_resource about on about.id = r.resource and about.state = 'published'
  left join catalogue_resource made on made.id = r.dataset and made.state = 'published'`

/** What stands under a request, oldest first. */
export interface RequestPost {
  readonly id: string
  readonly kind: 'answer' | 'question' | 'reply' | 'note'
  readonly body: string
  readonly outcome: Outcome | null
  readonly law: string | null
  readonly href: string | null
  readonly plannedUntil: string | null
  readonly office: string | null
  readonly at: Date
  readonly dataset: NamedRecord | null
}

export const postColumns = sql`p.id, p.kind, p.body, p.outcome, p.law, p.href, p.planned_until as "plannedUntil", p.office, p.at, ${named('made')} as dataset`
