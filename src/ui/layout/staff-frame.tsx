import type { Translate } from '#kernel/locale.ts'
import { formatNumber } from '#kernel/locale.ts'
import { HiddenValues } from '../components/hidden-values/hidden-values.tsx'
import { SearchBar, type SearchBarProps } from '../components/search-bar/search-bar.tsx'
import type { Children, Hidden, Link } from '../vocabulary.ts'
import { Breadcrumb } from './breadcrumb.tsx'
import type { SignedInPerson, Site } from './page-frame.tsx'
import { PageHead } from './page-head.tsx'
import type { PageMeta } from './page-meta.ts'
import { Brand } from './page-top.tsx'

/** A work area; the count says how much waits there. */
export interface StaffLink extends Link {
  readonly count?: number | undefined
}

export interface StaffGroup {
  readonly title: string
  readonly links: readonly StaffLink[]
}

export interface StaffFrameProps extends PageMeta {
  readonly site: Site
  /** Address of the staff overview: where arms and name lead. */
  readonly home: string
  readonly groups: readonly StaffGroup[]
  readonly person: SignedInPerson
  /** Where "Abmelden" posts to, and what it hands on (a token against forged forms). */
  readonly signOut: { readonly action: string; readonly hidden?: Hidden | undefined }
  /** Address of the public portal. */
  readonly portal: string
  readonly help?: string | undefined
  readonly search?: Pick<SearchBarProps, 'action' | 'name' | 'suggestions' | 'label'> | undefined
  /** The way here; the last entry is this page. */
  readonly crumbs?: readonly { readonly text: string; readonly href?: string | undefined }[] | undefined
  /** What must be reachable from everywhere: accessibility statement, privacy. */
  readonly foot?: readonly Link[] | undefined
  readonly t: Translate
  readonly children: Children
}

const SignOut = ({ signOut, t }: Pick<StaffFrameProps, 'signOut' | 't'>) => (
  <form method="post" action={signOut.action}>
    <HiddenValues values={signOut.hidden} />
    <button class="alm-linkbutton" type="submit">
      {t('ui.staff.signOut')}
    </button>
  </form>
)

/** Groups of work areas, each list named by its title; ids begin with `mark`, because the menu shows the same again. */
const Areas = ({ groups, mark, t }: Pick<StaffFrameProps, 'groups' | 't'> & { readonly mark: string }) => (
  <>
    {groups.map((group, i) => (
      <div key={group.title}>
        <p class="alm-staffnav__title" id={`${mark}-${i}`}>
          {group.title}
        </p>
        <ul aria-labelledby={`${mark}-${i}`}>
          {group.links.map((link) => (
            <li key={link.href}>
              <a href={link.href} aria-current={link.current ? 'page' : undefined}>
                <span>{link.text}</span> {link.count !== undefined && <span class="n">{formatNumber(link.count, t.lang)}</span>}
              </a>
            </li>
          ))}
        </ul>
      </div>
    ))}
  </>
)

/** Below 1024 px: the same areas and ways, in a menu that needs no script. */
const StaffMenu = ({ groups, person, signOut, portal, help, search, t }: StaffFrameProps) => (
  <details class="alm-menu alm-staffmenu">
    <summary>{t('ui.menu')}</summary>
    <nav aria-label={t('ui.menu')}>
      <Areas groups={groups} mark="menue" t={t} />
      <ul class="alm-staffmenu__me">
        {search && (
          <li>
            <a href={search.action}>{search.label ?? t('ui.staff.search')}</a>
          </li>
        )}
        <li>
          <a href={portal}>{t('ui.staff.portal')}</a>
        </li>
        {help && (
          <li>
            <a href={help}>{t('ui.staff.help')}</a>
          </li>
        )}
        <li>
          <a href={person.href}>{person.name}</a>
        </li>
        <li>
          <SignOut signOut={signOut} t={t} />
        </li>
      </ul>
    </nav>
  </details>
)

const StaffBar = (props: StaffFrameProps) => {
  const { site, home, person, signOut, portal, help, search, t } = props
  return (
    <header class="alm-staffbar">
      <Brand site={{ ...site, home, subtitle: t('ui.staff.area') }} />
      <div class="alm-staffbar__me">
        {search && <SearchBar {...search} label={search.label ?? t('ui.staff.search')} id="intern" size="small" t={t} />}
        <a href={portal}>{t('ui.staff.portal')}</a>
        {help && <a href={help}>{t('ui.staff.help')}</a>}
        <a href={person.href}>{person.name}</a>
        <SignOut signOut={signOut} t={t} />
      </div>
      <StaffMenu {...props} />
    </header>
  )
}

/** The frame of every internal page: bar, areas in the rail, way here, content. Never indexed. Give it to renderDocument(). */
export function StaffFrame(props: StaffFrameProps) {
  const { site, groups, crumbs, foot = [], t } = props
  const meta: PageMeta = { ...props, robots: 'noindex', styles: ['staff.css', ...(props.styles ?? [])] }
  return (
    <html lang={props.lang} dir={props.dir ?? 'ltr'}>
      <PageHead meta={meta} siteName={site.name} />
      <body>
        <a class="alm-skip" href="#inhalt">
          {t('ui.skip')}
        </a>
        <div class="alm-staff">
          <StaffBar {...props} />
          <nav class="alm-staffnav" aria-label={t('ui.staff.nav')}>
            <Areas groups={groups} mark="bereich" t={t} />
          </nav>
          <div class="alm-staffmain">
            {crumbs && crumbs.length > 0 && <Breadcrumb entries={crumbs} label={t('ui.nav.crumbs')} />}
            <main id="inhalt" tabIndex={-1}>
              {props.children}
            </main>
            {foot.length > 0 && (
              <footer class="alm-stafffoot">
                {foot.map((link) => (
                  <a key={link.href} href={link.href}>
                    {link.text}
                  </a>
                ))}
              </footer>
            )}
          </div>
        </div>
      </body>
    </html>
  )
}
