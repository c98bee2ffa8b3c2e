import { formatDay } from '#kernel/day.ts'
import type { Translate } from '#kernel/locale.ts'
import { Status, type StatusKind } from '#ui/components/status/status.tsx'
import type { PersonState } from '../../model/granting.ts'
import type { HeldRole, ListedPerson } from '../../store/people-store.ts'

const shapes: Readonly<Record<PersonState, StatusKind>> = {
  active: 'ok',
  substitute: 'run',
  planned: 'idle',
  invited: 'idle',
  expired: 'warn',
  left: 'idle',
}

/** "aktiv", "Vertretung bis 4.12.2026": shape and words. */
export const State = ({ person, t }: { readonly person: ListedPerson; readonly t: Translate }) => (
  <Status kind={shapes[person.state]}>
    {t(`identity.state.${person.state}`, { day: person.day ? formatDay(person.day, t.lang, 'short') : '' })}
  </Status>
)

/** A role in words, with its days where it is limited. */
export function roleText(held: HeldRole, t: Translate): string {
  const name = t(`identity.role.${held.role}`)
  if (!held.until) return name
  return t('identity.role.until', { role: name, until: formatDay(held.until, t.lang, 'short') })
}

/** All roles of a person in one line. */
export const rolesText = (person: ListedPerson, t: Translate): string =>
  person.roles.map((held) => roleText(held, t)).join(', ') || t('identity.role.none')
