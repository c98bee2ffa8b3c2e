import { colleaguesOf } from '#identity'
import { formatDay } from '#kernel/day.ts'
import { fail, ok, type Result } from '#kernel/result.ts'
import { entriesByIds } from '../../store/queries/entries.ts'
import { chargeOf, noteReminder } from '../../store/version-store.ts'
import { noteDeed } from './note-deed.ts'
import { type Acting, type EditHouse, together } from './staff.ts'
import { tellOverdue } from './tell-colleagues.ts'

/** Days between two reminders of one record. */
export const reminderDays = 7

/** Moment from which on a record that was reminded at `at` may be reminded again. */
export const remindableFrom = (at: Date): Date => new Date(at.getTime() + reminderDays * 86_400_000)

/** Why nobody was reminded; the sentence has the text key `catalogue.history.fault.<fault>`. */
export type RemindFault = 'not-found' | 'not-overdue' | 'nobody' | 'silent' | 'too-soon'
export const remindFaults = ['not-overdue', 'nobody', 'silent', 'too-soon'] as const satisfies readonly RemindFault[]

/** Reminds who is in charge of a record that is late by its own rhythm, by mail, at most once in seven days. Gives the name of who is written to. */
export async function remindOverdue(
  house: EditHouse,
  acting: Acting,
  { resource }: { resource: string },
): Promise<Result<{ name: string }, RemindFault>> {
  const { site, person } = acting
  return together(house, site, async (staff): Promise<Result<{ name: string }, RemindFault>> => {
    const [entry] = await entriesByIds(staff, [resource])
    if (!entry?.resource) return fail('not-found')
    const now = house.now()
    if (entry.state !== 'published' || !entry.dueAt || entry.dueAt >= now) return fail('not-overdue')
    const { responsible } = await chargeOf(staff, resource)
    const [to] = await colleaguesOf(house.database.system, site.id, { people: responsible ? [responsible] : [] })
    if (!to) return fail('nobody')
    if (!to.tasks) return fail('silent')
    // Of two who press the button at once, one finds the row taken.
    if (!(await noteReminder(staff, resource, now, new Date(now.getTime() - reminderDays * 86_400_000)))) return fail('too-soon')
    const { title, dueAt } = entry
    const since = (lang: string) => formatDay(dueAt.toISOString(), lang, 'short')
    await tellOverdue(house, staff, site, to, { id: resource, title, since, by: person.name })
    await noteDeed(staff, person, 'remind-overdue', { id: resource, title })
    return ok({ name: to.name })
  })
}
