import { isId } from '#kernel/id.ts'
import { slugOf } from '#kernel/slug.ts'
import { type Answer, type Handler, handler, notFound, page, problem, type Visit } from '#platform/http'
import { routes } from '../../routes.ts'
import {
  publishedPages,
  type SitePageDraft,
  type StoredSitePage,
  sitePage,
  sitePagesOf,
} from '../../store/site-contents-store.ts'
import type { AdminHouse, FieldFault } from '../../use-cases/admin-house.ts'
import { removeSitePage, saveSitePage } from '../../use-cases/save-site-page.ts'
import { safeMarkdown } from '../safe-markdown.ts'
import { actOf, doneAt, field, sentences, staffPage } from '../staff-page.tsx'
import { restore, showHistory } from './history-handlers.tsx'
import { PageForm, PagesList } from './pages.tsx'

const area = 'identity/site-pages'

const list = async (house: AdminHouse, visit: Visit): Promise<Answer> =>
  staffPage(visit, {
    title: visit.t('identity.pages.title'),
    area,
    body: <PagesList visit={visit} pages={await sitePagesOf(house.database.system, visit.site.id)} />,
  })

function form(
  visit: Visit,
  given: {
    id?: string
    draft: SitePageDraft
    version: string
    faults?: readonly FieldFault[]
    previewed?: boolean
    now?: StoredSitePage
  },
): Answer {
  const { id, draft, version, faults = [], previewed = false, now } = given
  const title = id ? draft.title : visit.t('identity.pages.new')
  return staffPage(visit, {
    title,
    area,
    crumbs: [{ label: visit.t('identity.pages.title'), href: visit.to(routes.sitePages) }, { label: title }],
    status: now ? 409 : faults.length > 0 ? 422 : 200,
    body: (
      <PageForm
        visit={visit}
        {...(id ? { id } : {})}
        draft={draft}
        version={version}
        said={sentences(visit, 'page', faults)}
        previewed={previewed}
        {...(now ? { now } : {})}
      />
    ),
  })
}

function sent(visit: Visit): SitePageDraft {
  const title = field(visit, 'title')
  const place = field(visit, 'place')
  return {
    title,
    slug: field(visit, 'slug') || (title ? slugOf(title) : ''),
    lang: field(visit, 'lang'),
    content: field(visit, 'content'),
    published: field(visit, 'published') === '1',
    place: place as SitePageDraft['place'],
  }
}

async function save(house: AdminHouse, visit: Visit, id?: string): Promise<Answer> {
  const draft = sent(visit)
  const version = field(visit, 'version')
  const given = { ...(id ? { id } : {}), draft, version }
  if (field(visit, 'tat') === 'vorschau') return form(visit, { ...given, previewed: true })
  const done = await saveSitePage(house, actOf(visit), { ...draft, version, ...(id ? { id } : {}) })
  if (done.ok) return doneAt(visit.to(routes.editSitePage, { page: done.value.id }), 'page-saved')
  const { faults, now } = done.error
  return form(visit, { ...given, faults, ...(now ? { now, version: now.version } : {}) })
}

/** What is done with a page of this tenant; one of another tenant is not there. */
async function onPage(house: AdminHouse, visit: Visit, deed: (found: StoredSitePage) => Promise<Answer>): Promise<Answer> {
  const id = visit.params.page
  const found = isId(id) ? await sitePage(house.database.system, visit.site.id, id) : undefined
  return found ? deed(found) : problem(notFound)
}

/** A page that the tenant wrote itself, as the public reads it: in the reader's language, else in the one there is. */
async function own(house: AdminHouse, visit: Visit): Promise<Answer> {
  const slug = visit.params.slug ?? ''
  if (!/^[a-z0-9-]{1,80}$/.test(slug)) return problem(notFound)
  const db = house.database.within({ tenant: visit.site.id, readable: [visit.site.id] })
  const found = await publishedPages(db, visit.site.id, slug)
  const shown = found.find((one) => one.lang === visit.lang) ?? found[0]
  if (!shown) return problem(notFound)
  return page({
    title: shown.title,
    area: `${routes.ownPage.id}/${slug}`,
    crumbs: [{ label: shown.title }],
    body: (
      <div lang={shown.lang === visit.lang ? undefined : shown.lang}>
        <div class="alm-head">
          <h1>{shown.title}</h1>
        </div>
        <div class="identity-text" dangerouslySetInnerHTML={{ __html: safeMarkdown(shown.content) }} />
      </div>
    ),
  })
}

const empty = (visit: Visit): SitePageDraft => ({
  title: '',
  slug: '',
  lang: visit.site.languages[0] ?? 'de',
  content: '',
  published: false,
  place: 'footer',
})

/** Pages of the tenant's own. */
export const sitePageHandlers = (house: AdminHouse): Handler[] => [
  handler(routes.sitePages, (visit) => list(house, visit)),
  handler(routes.newSitePage, (visit) => form(visit, { draft: empty(visit), version: '' })),
  handler(routes.addSitePage, (visit) => save(house, visit)),
  handler(routes.editSitePage, (visit) =>
    onPage(house, visit, async ({ id, version, ...draft }) => form(visit, { id, draft, version })),
  ),
  handler(routes.saveSitePage, (visit) => onPage(house, visit, ({ id }) => save(house, visit, id))),
  handler(routes.sitePageHistory, (visit) => onPage(house, visit, (found) => showHistory(house, visit, found))),
  handler(routes.restoreSitePage, (visit) =>
    onPage(house, visit, (found) =>
      restore(house, visit, found, (draft, { faults, now }) =>
        form(visit, { id: found.id, draft, version: (now ?? found).version, faults, ...(now ? { now } : {}) }),
      ),
    ),
  ),
  handler(routes.removeSitePage, (visit) =>
    onPage(house, visit, async ({ id }) =>
      (await removeSitePage(house, actOf(visit), id)) ? doneAt(visit.to(routes.sitePages), 'page-removed') : problem(notFound),
    ),
  ),
  handler(routes.ownPage, (visit) => own(house, visit)),
]
