import { type Answer, notFound, problem, redirect, type Visit } from '#platform/http'
import { routes } from '../../routes.ts'
import { personNames } from '../../store/person-names.ts'
import type { SitePageDraft, StoredSitePage } from '../../store/site-contents-store.ts'
import type { AdminHouse } from '../../use-cases/admin-house.ts'
import type { PageConflict } from '../../use-cases/save-site-page.ts'
import { pageHistory, restoreSitePage } from '../../use-cases/site-page-history.ts'
import { actOf, doneAt, field, staffPage } from '../staff-page.tsx'
import { PageHistory } from './history-page.tsx'

/** As many versions stand on one page. */
const shown = 20

/** A number of a version as an address or a form has it; undefined for anything else. */
const numberIn = (text: string): number | undefined => (/^[1-9]\d{0,6}$/.test(text) ? Number(text) : undefined)

/** The versions of a page of the tenant's own. */
export async function showHistory(house: AdminHouse, visit: Visit, page: StoredSitePage): Promise<Answer> {
  const before = numberIn(visit.query.get('vor') ?? '')
  const { steps, older } = await pageHistory(house, visit.site.id, page.id, { before, limit: shown })
  const people = await personNames(
    house.database.system,
    steps.map((one) => one.savedBy),
  )
  const title = visit.t('identity.page.history.title', { title: page.title })
  return staffPage(visit, {
    title,
    area: 'identity/site-pages',
    crumbs: [
      { label: visit.t('identity.pages.title'), href: visit.to(routes.sitePages) },
      { label: page.title, href: visit.to(routes.editSitePage, { page: page.id }) },
      { label: visit.t('identity.page.history') },
    ],
    body: (
      <PageHistory
        visit={visit}
        page={page}
        steps={steps}
        newest={before === undefined}
        {...(older === undefined ? {} : { older })}
        people={people}
      />
    ),
  })
}

/** Brings a version back; where that cannot be, `form` shows it with what is wrong. */
export async function restore(
  house: AdminHouse,
  visit: Visit,
  { id }: StoredSitePage,
  form: (draft: SitePageDraft, fault: PageConflict) => Answer,
): Promise<Answer> {
  const number = numberIn(field(visit, 'fassung'))
  if (number === undefined) return redirect(visit.to(routes.sitePageHistory, { page: id }))
  const tried = await restoreSitePage(house, actOf(visit), { id, number, version: field(visit, 'version') })
  if (!tried) return problem(notFound)
  const { old, done } = tried
  return done.ok ? doneAt(visit.to(routes.editSitePage, { page: id }), 'page-restored') : form(old, done.error)
}
