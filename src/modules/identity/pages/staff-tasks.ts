import { formatDay } from '#kernel/day.ts'
import type { StaffContent, StaffTask, Visit } from '#platform/http'
import { routes } from '../routes.ts'
import { lastCheck } from '../store/audit-check-store.ts'
import { expiredInvitations, unsettledInvitations } from '../store/invitation-store.ts'
import { mandatesOf } from '../store/mandate-store.ts'
import { administratorsWithoutFactor, leftPeople } from '../store/people-store.ts'
import type { AdminHouse } from '../use-cases/admin-house.ts'

/** Days before its end in which a mandate is called to mind. */
const soon = 30

async function peopleTasks(house: AdminHouse, visit: Visit): Promise<StaffTask[]> {
  const { t, site } = visit
  const db = house.database.system
  const tasks: StaffTask[] = []
  const expired = await expiredInvitations(db, site.id)
  if (expired > 0)
    tasks.push({
      href: visit.to(routes.people, {}, { stand: 'expired' }),
      title: t('identity.task.expired', { count: expired }),
      due: { kind: 'soon', text: t('identity.task.soon') },
      order: 40,
    })
  for (const mandate of await mandatesOf(db, site.id)) {
    if (mandate.left === null || mandate.left > soon) continue
    const holder = visit.sites.byId(mandate.holder)?.name ?? ''
    const over = mandate.left < 0
    tasks.push({
      href: visit.to(routes.mandates),
      title: t(over ? 'identity.task.mandate.over' : 'identity.task.mandate', { holder }),
      due: { kind: over ? 'late' : 'soon', text: formatDay(mandate.until ?? '', visit.lang) },
      order: 45,
    })
  }
  for (const one of await administratorsWithoutFactor(db, site.id))
    tasks.push({
      href: visit.to(routes.person, { person: one.id }),
      title: t('identity.task.factor', { name: one.name }),
      note: t('identity.task.factor.note'),
      due: { kind: 'soon', text: t('identity.task.soon') },
      order: 30,
    })
  return [...tasks, ...(await leftBehind(house, visit))]
}

/** Things of people who are not here any more. */
async function leftBehind(house: AdminHouse, visit: Visit): Promise<StaffTask[]> {
  if (!house.ownedBy) return []
  const gone = await leftPeople(house.database.system, visit.site.id)
  if (gone.length === 0) return []
  const owned = await house.ownedBy(
    visit.site,
    gone.map((one) => one.id),
  )
  return gone.flatMap((one) => {
    const count = owned.get(one.id) ?? 0
    return count === 0
      ? []
      : [
          {
            href: house.ownedAt?.(visit, one.id) ?? visit.to(routes.person, { person: one.id }),
            title: visit.t('identity.task.left', { name: one.name, day: formatDay(one.day, visit.lang), count }),
            due: { kind: 'late' as const, text: visit.t('identity.task.now') },
            order: 20,
          },
        ]
  })
}

function siteTasks(visit: Visit): StaffTask[] {
  const { t, site } = visit
  const missing = (['imprint', 'privacy', 'accessibility'] as const).filter(
    (name) => !site.texts[name]?.[site.languages[0] ?? 'de']?.trim(),
  )
  return [
    ...missing.map((name) => ({
      href: visit.to(routes.siteTexts),
      title: t('identity.task.text', { text: t(`identity.${name}`) }),
      due: { kind: 'late' as const, text: t('identity.task.law') },
      order: 10,
    })),
    ...(site.contact.email
      ? []
      : [
          {
            href: visit.to(routes.siteContact),
            title: t('identity.task.contact'),
            due: { kind: 'soon' as const, text: t('identity.task.soon') },
            order: 35,
          },
        ]),
  ]
}

/** An entry of the log that is not what it was. */
async function auditTasks(house: AdminHouse, visit: Visit): Promise<StaffTask[]> {
  const check = await lastCheck(house.database.system, visit.site.id)
  if (!check?.fault) return []
  return [
    {
      href: visit.to(routes.audit),
      title: visit.t('identity.task.audit', { position: check.position ?? 0 }),
      due: { kind: 'late', text: visit.t('identity.task.now') },
      order: 5,
    },
  ]
}

/** What waits in the administration for whoever may do something about it. */
export async function identityStaff(house: AdminHouse, visit: Visit): Promise<StaffContent> {
  return {
    tasks: [
      ...(visit.may('identity/manage-site') ? siteTasks(visit) : []),
      ...(visit.may('identity/manage-people') ? await peopleTasks(house, visit) : []),
      ...(visit.may('identity/read-audit') ? await auditTasks(house, visit) : []),
    ],
    sections: [],
  }
}

/** Figures beside the entries of the internal area: open invitations. */
export async function identityCounts(house: AdminHouse, visit: Visit): Promise<Record<string, number>> {
  if (!visit.may('identity/read-people')) return {}
  const waiting = await unsettledInvitations(house.database.system, visit.site.id)
  return waiting > 0 ? { 'identity/invitations': waiting } : {}
}
