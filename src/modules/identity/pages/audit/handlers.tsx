import { hourOf } from '#kernel/clock.ts'
import { csvLine } from '#kernel/csv-line.ts'
import { isId } from '#kernel/id.ts'
import { type AuditQuery, type AuditRow, listAudit } from '#platform/audit'
import { type Answer, type Handler, handler, stream, type Visit } from '#platform/http'
import { isDay } from '../../model/granting.ts'
import { routes } from '../../routes.ts'
import { lastCheck } from '../../store/audit-check-store.ts'
import { peopleOf } from '../../store/people-store.ts'
import type { AdminHouse } from '../../use-cases/admin-house.ts'
import { checkAudit } from '../../use-cases/check-audit.ts'
import { doneAt, staffPage } from '../staff-page.tsx'
import { type AuditAsked, AuditPage } from './audit-page.tsx'
import { auditSentence, sentenceKey } from './audit-words.ts'

function askedOf(visit: Visit): AuditAsked {
  const text = (name: string) => visit.query.get(name) ?? ''
  const id = (name: string) => (isId(text(name)) ? text(name) : '')
  const day = (name: string) => (isDay(text(name)) ? text(name) : '')
  return {
    person: id('person'),
    action: /^[a-z-]+\/[a-z-]+$/.test(text('art')) ? text('art') : '',
    subject: id('sache'),
    from: day('von'),
    until: day('bis'),
  }
}

/** Midnight of a day in Germany, as a moment; any day a calendar has, also in the year 9999. */
function midnight(day: string, plus = 0): Date {
  const utc = new Date(`${day}T00:00:00Z`)
  utc.setUTCDate(utc.getUTCDate() + plus)
  // Germany is one or two hours ahead of UTC; the hour of that very moment tells which.
  return new Date(utc.getTime() - hourOf(utc) * 3600_000)
}

const queryOf = (asked: AuditAsked): AuditQuery => ({
  ...(asked.person ? { actor: asked.person } : {}),
  ...(asked.action ? { action: asked.action } : {}),
  ...(asked.subject ? { subject: asked.subject } : {}),
  ...(asked.from ? { from: midnight(asked.from) } : {}),
  ...(asked.until ? { until: midnight(asked.until, 1) } : {}),
})

/** All entries that were asked for, read by keys in parts. */
async function* all(house: AdminHouse, visit: Visit, asked: AuditAsked): AsyncGenerator<readonly AuditRow[]> {
  for (let after: number | undefined; ; ) {
    const part = await listAudit(house.database.system, visit.site.id, {
      ...queryOf(asked),
      limit: 500,
      ...(after === undefined ? {} : { after }),
    })
    yield part.entries
    if (part.next === undefined) return
    after = part.next
  }
}

async function* asCsv(house: AdminHouse, visit: Visit, asked: AuditAsked): AsyncGenerator<string> {
  yield csvLine(['position', 'at', 'actor', 'action', 'subject_kind', 'subject', 'sentence'])
  for await (const part of all(house, visit, asked))
    yield part
      .map((row) =>
        csvLine([
          row.position,
          row.at.toISOString(),
          row.actor.name,
          row.action,
          row.subject.kind,
          row.subject.name,
          auditSentence(row, visit.t),
        ]),
      )
      .join('')
}

async function* asJson(house: AdminHouse, visit: Visit, asked: AuditAsked): AsyncGenerator<string> {
  let first = true
  yield '[\n'
  for await (const part of all(house, visit, asked)) {
    const lines = part.map((row) => JSON.stringify({ ...row, sentence: auditSentence(row, visit.t) }))
    if (lines.length > 0) yield `${first ? '' : ',\n'}${lines.join(',\n')}`
    first = first && lines.length === 0
  }
  yield '\n]\n'
}

const attached = (name: string) => ({ 'content-disposition': `attachment; filename="${name}"` })

async function list(house: AdminHouse, visit: Visit): Promise<Answer> {
  const asked = askedOf(visit)
  const als = visit.query.get('als')
  if (als === 'csv')
    return stream('text/csv; charset=utf-8; header=present', asCsv(house, visit, asked), attached('protokoll.csv'))
  if (als === 'json') return stream('application/json; charset=utf-8', asJson(house, visit, asked), attached('protokoll.json'))
  const db = house.database.system
  const after = Number(visit.query.get('nach') ?? '')
  const query = { ...queryOf(asked), ...(Number.isSafeInteger(after) && after > 0 ? { after } : {}) }
  const { entries, next } = await listAudit(db, visit.site.id, query)
  const people = await peopleOf(db, visit.site.id, { limit: 500 })
  return staffPage(visit, {
    title: visit.t('identity.log.title'),
    area: 'identity/audit',
    body: (
      <AuditPage
        visit={visit}
        entries={entries}
        asked={asked}
        next={next}
        check={await lastCheck(db, visit.site.id)}
        people={people.filter((one) => one.kind === 'person').map((one) => ({ value: one.id, label: one.name }))}
        actions={(house.auditActions ?? []).map((value) => ({ value, label: actionName(visit, value) }))}
      />
    ),
  })
}

/** An action for the list to choose from: its sentence without people and facts. */
function actionName(visit: Visit, action: string): string {
  const own = `identity.log.name.${action.replace('/', '.')}`
  const named = visit.t(own)
  return named === own
    ? visit
        .t(sentenceKey(action))
        .replace(/\s*[:,(]?\s*\{\w+\}[).]?/g, ' … ')
        .replace(/\s+/g, ' ')
        .trim()
    : named
}

async function check(house: AdminHouse, visit: Visit): Promise<Answer> {
  await checkAudit(house.database.system, visit.site.id, house.now())
  return doneAt(visit.to(routes.audit), 'audit-checked')
}

/** The log of what was done. */
export const auditHandlers = (house: AdminHouse): Handler[] => [
  handler(routes.audit, (visit) => list(house, visit)),
  handler(routes.verifyAudit, (visit) => check(house, visit), { perMinute: 20 }),
]
