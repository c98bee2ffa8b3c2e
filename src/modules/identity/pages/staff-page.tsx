import type { ComponentChildren } from 'preact'
import { type Answer, page, redirect, type View, type Visit } from '#platform/http'
import { Message } from '#ui/components/message/message.tsx'
import type { Act, FieldFault } from '../use-cases/admin-house.ts'

/** A page of the internal area. `area` is the entry of the navigation it belongs to. */
export const staffPage = (
  visit: Visit,
  given: { title: string; area: string; crumbs?: View['crumbs']; body: ComponentChildren; status?: number },
): Answer =>
  page(
    {
      title: given.title,
      frame: 'staff',
      robots: 'noindex',
      area: given.area,
      crumbs: given.crumbs ?? [{ label: given.title }],
      body: (
        <>
          <Done visit={visit} />
          {given.body}
        </>
      ),
    },
    given.status ?? 200,
  )

const saying = /^[a-z]+(?:-[a-z]+)*$/

/** What was just done, by a key in the address; free text from an address is never shown. */
const Done = ({ visit }: { readonly visit: Visit }) => {
  const key = visit.query.get('erledigt') ?? ''
  const text = saying.test(key) ? visit.t(`identity.done.${key}`) : ''
  if (!text || text.startsWith('identity.done.')) return null
  return <Message kind="success" title={text} live t={visit.t} />
}

/** After a deed: on to a page that says what was done. */
export const doneAt = (address: string, key: string): Answer =>
  redirect(`${address}${address.includes('?') ? '&' : '?'}erledigt=${key}`, 303)

/** Who acts, and for which tenant: from the visit, never from the form. */
export function actOf(visit: Visit): Act {
  const { person } = visit.actor
  // The route's permission let nobody in without an account.
  if (!person) throw new Error('an act needs a person')
  return { site: visit.site, actor: { id: person.id, name: person.name } }
}

/** The faults of a form by field, as sentences: `room.topic.fault.FIELD.FAULT`, or without the field where it does not matter. */
export function sentences(visit: Visit, topic: string, faults: readonly FieldFault[]): { field: string; text: string }[] {
  return faults.map(({ field, fault, value = '' }) => {
    const exact = `identity.${topic}.fault.${field}.${fault}`
    const found = visit.t(exact, { value })
    return { field, text: found === exact ? visit.t(`identity.fault.${fault}`, { value }) : found }
  })
}

/** The sentence of one field, for the field itself. */
export const errorOf = (said: readonly { field: string; text: string }[], field: string): { error?: string } => {
  const found = said.find((one) => one.field === field)
  return found ? { error: found.text } : {}
}

/** A field of a form: without NUL, which no text column takes, and with plain line ends. */
export const field = (visit: Visit, name: string): string =>
  (visit.form.get(name) ?? '').replaceAll('\0', '').replace(/\r\n?/g, '\n').trim()

/** The values of a field that may stand there several times. */
export const fields = (visit: Visit, name: string): string[] => visit.form.getAll(name).map((one) => one.replaceAll('\0', ''))
