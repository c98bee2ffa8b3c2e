import { textIn } from '#kernel/locale.ts'
import type { ModuleDefinition, NavigationEntry } from '#kernel/module.ts'
import type { Route } from '#kernel/route.ts'
import type { Site } from '#kernel/site.ts'
import type { Problem, View, Visit } from '#platform/http'
import { renderDocument } from '#ui/layout/document.ts'
import { PageFrame, type PageFrameProps } from '#ui/layout/page-frame.tsx'
import { StaffFrame } from '#ui/layout/staff-frame.tsx'
import { routes } from './routes.ts'

/** What the frame needs to know of the house. */
export interface FrameParts {
  definitions: readonly ModuleDefinition[]
  asset: (name: string) => string
  /** Address of the tenant's stylesheet; undefined when it has the default look. */
  themeUrl: (visit: Visit) => string | undefined
  armsUrl: (visit: Visit) => string | undefined
  legal: readonly { route: Route; label: string }[]
  /** Where somebody's own account is, and where leaving it posts to. */
  account: Route
  signOut: Route
  /** A page that a tenant wrote itself. */
  ownPage: Route
  /** The quick search of the header. */
  search?: { route: Route; label: string; suggestions: Route }
}

/** Whether a module is switched on for the tenant; rooms that are always there count as on. */
const on = (visit: Visit, definition: ModuleDefinition) => !definition.switchable || visit.site.modules.includes(definition.id)

function entries(parts: FrameParts, visit: Visit, place: NavigationEntry['place']): NavigationEntry[] {
  return parts.definitions
    .filter((definition) => on(visit, definition))
    .flatMap((definition) => definition.navigation.filter((entry) => entry.place === place))
    .sort((a, b) => a.order - b.order)
}

/** The entries of the internal area that lead whoever asks somewhere, group by group. */
export function staffGroups(parts: FrameParts, visit: Visit, counts: Readonly<Record<string, number>>, area?: string) {
  return (['staff-data', 'staff-participation', 'staff-administration'] as const)
    .map((place) => ({
      title: visit.t(`shell.${place}`),
      links: entries(parts, visit, place)
        .filter((entry) => visit.may(entry.route.permission))
        .map((entry) => ({
          ...link(visit, entry),
          current: entry.id === area,
          ...(entry.count !== undefined && counts[entry.count] !== undefined ? { count: counts[entry.count] } : {}),
        })),
    }))
    .filter((group) => group.links.length > 0)
}

const link = (visit: Visit, entry: NavigationEntry) => ({ href: visit.to(entry.route), text: visit.t(entry.label) })

/** The tenant's own pages that have their way at a place, in the reader's language. */
const ownPages = (parts: FrameParts, visit: Visit, place: 'main' | 'footer') =>
  visit.site.pages
    .filter((page) => page.place === place && page.lang === visit.lang)
    .map((page) => ({ href: visit.to(parts.ownPage, { slug: page.slug }), text: page.title, slug: page.slug }))

/** The same page in the tenant's other languages. */
function otherLanguages(visit: Visit) {
  const [main = 'de'] = visit.site.languages
  const base = visit.address(visit.site, routes.home).replace(/\/$/, '')
  const at = (lang: string) => `${base}${lang === main ? '' : `/${lang}`}${visit.path === '/' ? '' : visit.path}` || '/'
  return visit.site.languages.map((lang) => ({ lang, href: at(lang) }))
}

const feet = new WeakMap<Site, Map<string, PageFrameProps['foot']>>()

/** The foot is the same for all pages of a site in a language; a site that changes is another object. */
function footOf(parts: FrameParts, visit: Visit): PageFrameProps['foot'] {
  const known = feet.get(visit.site) ?? new Map<string, PageFrameProps['foot']>()
  const key = `${visit.lang} ${visit.to(routes.home)}`
  const made = known.get(key) ?? foot(parts, visit)
  feet.set(visit.site, known.set(key, made))
  return made
}

function foot(parts: FrameParts, visit: Visit): PageFrameProps['foot'] {
  const { t } = visit
  const parent = visit.site.ancestors.map((id) => visit.sites.byId(id)).filter((site) => site !== undefined)
  const groups = [
    { title: t('shell.footer.data'), links: entries(parts, visit, 'footer-data').map((entry) => link(visit, entry)) },
    {
      title: t('shell.footer.help'),
      links: [...entries(parts, visit, 'footer-help').map((entry) => link(visit, entry)), ...ownPages(parts, visit, 'footer')],
    },
    { title: t('shell.footer.above'), links: parent.map((site) => ({ href: visit.toSite(site, routes.home), text: site.name })) },
    { title: t('shell.footer.legal'), links: parts.legal.map((one) => ({ href: visit.to(one.route), text: t(one.label) })) },
  ]
  return {
    groups: groups.filter((group) => group.links.length > 0),
    end: (
      <>
        <p>{t('shell.footer.cookies')}</p>
        <p>{t('shell.footer.by')}</p>
      </>
    ),
  }
}

function frameProps(parts: FrameParts, visit: Visit, view: View): Omit<PageFrameProps, 'children'> {
  const { t, site } = visit
  const languages = otherLanguages(visit)
  const officialLine = textIn(site.officialLine, visit.lang)
  const themeUrl = parts.themeUrl(visit)
  const armsUrl = parts.armsUrl(visit)
  const search = parts.search && !view.ownSearch && site.modules.includes(parts.search.route.module) ? parts.search : undefined
  const here = languages.find((one) => one.lang === visit.lang)?.href
  return {
    lang: visit.lang,
    t,
    asset: parts.asset,
    title: view.title,
    ...(view.description ? { description: view.description } : {}),
    canonical: view.canonical ?? here?.split('?')[0] ?? '',
    hreflangs:
      languages.length > 1 && !view.canonical && view.robots !== 'noindex'
        ? languages.map((one) => ({ ...one, href: one.href.split('?')[0] ?? one.href }))
        : [],
    ...(view.alternates ? { alternates: view.alternates } : {}),
    ...(view.robots ? { robots: view.robots } : {}),
    ...(view.jsonLd ? { jsonLd: view.jsonLd } : {}),
    ...(view.styles ? { styles: view.styles } : {}),
    ...(view.manifest ? { links: [{ rel: 'manifest', href: view.manifest }] } : {}),
    ...(themeUrl ? { themeUrl } : {}),
    islands: [...new Set([...(search || view.ownSearch ? ['search-bar'] : []), ...(view.islands ?? [])])],
    site: {
      name: site.name,
      home: visit.to(routes.home),
      subtitle: textIn(site.subtitle, visit.lang),
      ...(officialLine ? { officialLine } : {}),
      ...(armsUrl ? { armsUrl } : {}),
    },
    ...(visit.actor.person
      ? {
          person: {
            name: visit.actor.person.name,
            href: visit.to(parts.account),
            ...(visit.may('staff') ? { staffHref: visit.to(routes.staff) } : {}),
          },
        }
      : {}),
    navigation: [
      ...entries(parts, visit, 'main').map((entry) => ({ ...link(visit, entry), current: entry.id === view.area })),
      ...ownPages(parts, visit, 'main').map((page) => ({ ...page, current: view.area === `${parts.ownPage.id}/${page.slug}` })),
    ],
    service: languages
      .filter((one) => one.lang !== visit.lang)
      .map((one) => ({
        href: new URL(one.href).pathname + new URL(one.href).search,
        text: t(`shell.lang.${one.lang}`),
        lang: one.lang,
      })),
    ...(search
      ? {
          search: {
            action: visit.to(search.route),
            name: 'q',
            label: t(search.label),
            suggestions: visit.to(search.suggestions),
          },
        }
      : {}),
    ...(view.crumbs
      ? {
          crumbs: [
            { text: t('shell.home'), href: visit.to(routes.home) },
            ...view.crumbs.map((crumb) => ({ text: crumb.label, ...(crumb.href ? { href: crumb.href } : {}) })),
          ],
        }
      : {}),
    foot: footOf(parts, visit),
  }
}

/** The frame of the internal area: its entries with their figures, the person, the way to the portal. */
function staffProps(parts: FrameParts, visit: Visit, view: View, counts: Readonly<Record<string, number>>) {
  const { foot: _, navigation: __, search: ___, service: ____, ...common } = frameProps(parts, visit, view)
  const home = visit.to(routes.staff)
  return {
    ...common,
    home,
    groups: staffGroups(parts, visit, counts, view.area),
    person: { name: visit.actor.person?.name ?? '', href: visit.to(parts.account) },
    signOut: { action: visit.to(parts.signOut) },
    portal: visit.to(routes.home),
    foot: parts.legal.map((one) => ({ href: visit.to(one.route), text: visit.t(one.label) })),
    ...(view.crumbs
      ? {
          crumbs: [
            { text: visit.t('shell.staff'), href: home },
            ...view.crumbs.map((crumb) => ({ text: crumb.label, ...(crumb.href ? { href: crumb.href } : {}) })),
          ],
        }
      : {}),
  }
}

/** Puts the frame of the house around a view: the internal one around pages for staff. */
export const framed =
  (parts: FrameParts) =>
  (visit: Visit, view: View, counts: Readonly<Record<string, number>> = {}): string =>
    renderDocument(
      view.frame === 'staff' ? (
        <StaffFrame {...staffProps(parts, visit, view, counts)}>{view.body}</StaffFrame>
      ) : (
        <PageFrame {...frameProps(parts, visit, view)}>{view.body}</PageFrame>
      ),
    )

/** The page for a refusal or a fault: what happened, what to do, the identifier for support. */
export function faultView(visit: Visit, problem: Problem, search?: { route: Route; label: string }): View {
  return {
    title: problem.title,
    robots: 'noindex',
    body: (
      <div class="alm-error alm-stack-3">
        <h1>{problem.title}</h1>
        <p class="alm-lead">{problem.detail}</p>
        {problem.fields && problem.fields.length > 0 && (
          <ul class="alm-list">
            {problem.fields.map((one) => (
              <li key={one.field}>{one.message}</li>
            ))}
          </ul>
        )}
        <div class="alm-actions">
          <a class="kern-btn kern-btn--primary" href={visit.to(routes.home)}>
            <span class="kern-label">{visit.t('ui.error.home')}</span>
          </a>
          {search && visit.site.modules.includes(search.route.module) && (
            <a class="alm-link" href={visit.to(search.route)}>
              {visit.t(search.label)}
            </a>
          )}
        </div>
        <p class="alm-small alm-muted">
          {visit.t('ui.error.id')}: <code>{visit.id}</code>
        </p>
      </div>
    ),
  }
}
