import { type Colleague, colleaguesOf } from '#identity'
import type { Translate } from '#kernel/locale.ts'
import type { Params, Route } from '#kernel/route.ts'
import type { Site } from '#kernel/site.ts'
import { titleOf } from '#standards/dcat-ap-de'
import { permissions } from '../../policies.ts'
import { routes } from '../../routes.ts'
import type { StaffDb } from '../../store/draft-store.ts'
import type { Draft } from '../../store/draft-tables.ts'
import { readSettings } from '../../store/version-store.ts'
import { addressFor, sendLetter, wordsIn } from '../requests/letter.ts'
import { theClock } from './note-deed.ts'
import type { Acting, EditHouse } from './staff.ts'

type MailHouse = Pick<EditHouse, 'config' | 'database' | 'mail'>
type Actor = Acting['person'] | typeof theClock

const releasing = permissions.find(({ id }) => id === 'catalogue/release')?.roles ?? []

/** What a colleague is told, in his language. */
interface Told {
  readonly subject: string
  readonly paragraphs: readonly string[]
  readonly button: string
  readonly to: readonly [route: Route, params: Params]
  readonly why: string
}

/** Queues a letter to each who wants to be told of tasks, in the transaction of the deed. */
async function tell(
  house: MailHouse,
  staff: StaffDb,
  site: Site,
  people: readonly Colleague[],
  say: (t: Translate) => Told,
): Promise<void> {
  for (const one of people) {
    if (!one.tasks) continue
    const { subject, paragraphs, button, to, why } = say(wordsIn(one.lang))
    const ways = [{ text: button, href: addressFor(house, site, ...to) }]
    await sendLetter(house, staff.db, { site, to: one.address, lang: one.lang, subject, paragraphs, ways, reason: why })
  }
}

const titled = (draft: Pick<Draft, 'record'>, t: Translate) => titleOf(draft.record, t.lang) || t('catalogue.entry.untitled')

/** Who wrote a draft or is in charge of it, without who acts. */
async function authors(house: MailHouse, site: Site, draft: Draft, by: Actor): Promise<Colleague[]> {
  const ids = [draft.submittedBy ?? draft.changedBy ?? draft.createdBy, draft.responsible]
  const people = [...new Set(ids)].flatMap((id) => (id !== null && id !== by.id ? [id] : []))
  return colleaguesOf(house.database.system, site.id, { people })
}

/** How many titles a letter names. */
const named = 10

/** Tells those who may release that drafts wait for them: one letter for all that one deed handed in. Where four eyes are wanted, who wrote one is not asked to release it. */
export async function tellHandedIn(
  house: MailHouse,
  staff: StaffDb,
  site: Site,
  drafts: readonly Pick<Draft, 'id' | 'record' | 'changedBy'>[],
  by: Acting['person'],
): Promise<void> {
  if (drafts.length === 0) return
  const { fourEyes } = await readSettings(staff)
  for (const one of await colleaguesOf(house.database.system, site.id, { roles: releasing })) {
    const own = drafts.filter((draft) => !(fourEyes && draft.changedBy === one.id))
    const [first] = own
    if (!first || one.id === by.id) continue
    await tell(house, staff, site, [one], (t) => ({
      subject: t('catalogue.mail.handed-in.subject', { count: own.length, title: titled(first, t) }),
      paragraphs: [
        t('catalogue.mail.handed-in.lead', { count: own.length, name: by.name, title: titled(first, t) }),
        ...(own.length > 1
          ? [
              own
                .map((draft) => titled(draft, t))
                .sort((a, b) => a.localeCompare(b, 'de'))
                .slice(0, named)
                .map((title) => `– ${title}`)
                .join('\n'),
            ]
          : []),
        ...(own.length > named ? [t('catalogue.mail.handed-in.more', { count: own.length - named })] : []),
      ],
      button: t('catalogue.mail.handed-in.button', { count: own.length }),
      to: own.length === 1 ? [routes.draft, { id: first.id }] : [routes.reviews, {}],
      why: t('catalogue.mail.handed-in.why'),
    }))
  }
}

/** Tells who wrote a draft and who is in charge of it that it came back, and why. */
export async function tellReturned(
  house: MailHouse,
  staff: StaffDb,
  site: Site,
  draft: Draft,
  by: Actor,
  reason: string,
): Promise<void> {
  await tell(house, staff, site, await authors(house, site, draft, by), (t) => ({
    subject: t('catalogue.mail.returned.subject', { title: titled(draft, t) }),
    paragraphs: [
      by.id === theClock.id
        ? t('catalogue.mail.returned.clock', { title: titled(draft, t) })
        : t('catalogue.mail.returned.lead', { title: titled(draft, t), name: by.name }),
      reason,
    ],
    button: t('catalogue.mail.returned.button'),
    to: [routes.draft, { id: draft.id }],
    why: t('catalogue.mail.author.why'),
  }))
}

/** Tells who wrote a draft and who is in charge of it that it is public. */
export async function tellReleased(
  house: MailHouse,
  staff: StaffDb,
  site: Site,
  draft: Draft & { slug: string },
  by: Actor,
): Promise<void> {
  await tell(house, staff, site, await authors(house, site, draft, by), (t) => ({
    subject: t('catalogue.mail.released.subject', { title: titled(draft, t) }),
    paragraphs: [t('catalogue.mail.released.lead', { title: titled(draft, t) })],
    button: t('catalogue.mail.released.button'),
    to: [routes.dataset, { slug: draft.slug }],
    why: t('catalogue.mail.author.why'),
  }))
}

/** Asks somebody in charge to renew what is late by its own rhythm; `since` is the day on which it was due. */
export async function tellOverdue(
  house: MailHouse,
  staff: StaffDb,
  site: Site,
  to: Colleague,
  late: { readonly id: string; readonly title: string; readonly since: (lang: string) => string; readonly by: string },
): Promise<void> {
  await tell(house, staff, site, [to], (t) => ({
    subject: t('catalogue.mail.overdue.subject', { title: late.title }),
    paragraphs: [t('catalogue.mail.overdue.lead', { title: late.title, day: late.since(t.lang), name: late.by })],
    button: t('catalogue.mail.overdue.button'),
    to: [routes.history, { id: late.id }],
    why: t('catalogue.mail.overdue.why'),
  }))
}
