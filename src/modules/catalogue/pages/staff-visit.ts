import { isId } from '#kernel/id.ts'
import { must } from '#kernel/result.ts'
import type { Visit } from '#platform/http'
import { type Acting, actingIn } from '../use-cases/edit/staff.ts'

/** The id an address names; undefined for what is none, so that the database is not asked. */
export const idIn = (visit: Pick<Visit, 'params'>): string | undefined => (isId(visit.params.id) ? visit.params.id : undefined)

/** Who acts: a staff route lets nobody in who is not signed in. */
export const personIn = (visit: Visit): Acting => must(actingIn(visit), 'the person of a staff page')

/** A field of a form, without what no database takes. */
export const fieldIn = (visit: Pick<Visit, 'form'>, name: string): string =>
  (visit.form.get(name) ?? '').replaceAll('\0', '').toWellFormed()
