import { formatDay } from '#kernel/day.ts'
import type { TextParams, Translate } from '#kernel/locale.ts'
import type { AuditRow, AuditValue } from '#platform/audit'

/** A value of the details in words: `text:KEY` is translated, days are written as people write them, lists are joined. */
export function valueText(value: AuditValue | undefined, t: Translate): string {
  if (value === undefined || value === null) return ''
  if (typeof value === 'string' && /^\d{4}-\d{2}-\d{2}$/.test(value)) return formatDay(value, t.lang, 'short')
  if (typeof value === 'string') return value.startsWith('text:') ? t(value.slice(5)) : value
  if (typeof value === 'boolean') return t(value ? 'identity.yes' : 'identity.no')
  if (typeof value === 'number') return String(value)
  if (Array.isArray(value)) return value.map((one) => valueText(one, t)).join(', ')
  return ''
}

/** The key of the sentence for an action: `catalogue/release` -> `catalogue.audit.release`. */
export const sentenceKey = (action: string): string => action.replace('/', '.audit.')

/** What was done, as one sentence. Names are erased where the rules want it, and then the sentence says so. */
export function auditSentence(row: AuditRow, t: Translate): string {
  const places: TextParams = {
    ...Object.fromEntries(Object.entries(row.details).map(([name, value]) => [name, valueText(value, t) || '–'])),
    actor: row.erased.actor ? t('identity.log.erased') : row.actor.name,
    subject: row.erased.subject ? t('identity.log.erased') : row.subject.name,
  }
  const key = sentenceKey(row.action)
  const said = t(key, places)
  return said === key
    ? t('identity.log.other', { actor: String(places.actor), action: row.action, subject: String(places.subject) })
    : said
}

/** What was before and what is now, field by field. */
export function auditChanges(row: AuditRow, t: Translate): { label: string; before: string; after: string }[] {
  const { before, after } = row.details
  if (!isRecord(before) || !isRecord(after)) return []
  return Object.keys(after).map((label) => ({
    label: t(label),
    before: valueText(before[label], t),
    after: valueText(after[label], t),
  }))
}

const isRecord = (value: AuditValue | undefined): value is { readonly [key: string]: AuditValue } =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
