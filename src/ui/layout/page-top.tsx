import type { Translate } from '#kernel/locale.ts'
import { SearchBar } from '../components/search-bar/search-bar.tsx'
import type { Link } from '../vocabulary.ts'
import type { PageFrameProps, SignedInPerson, Site } from './page-frame.tsx'
import { Shield } from './shield.tsx'

/** Arms and name, leading home. */
export const Brand = ({ site }: { readonly site: Site }) => (
  <a class="alm-brand" href={site.home}>
    {site.armsUrl ? <img class="alm-brand__arms" src={site.armsUrl} alt="" width="36" height="42" /> : <Shield />}
    <span class="alm-brand__words">
      <b>{site.name}</b>
      {site.subtitle && <span>{site.subtitle}</span>}
    </span>
  </a>
)

const Entry = ({ link }: { readonly link: Link }) => (
  <li>
    <a
      href={link.href}
      {...(link.current ? { 'aria-current': 'true' as const } : {})}
      {...(link.lang ? { lang: link.lang, hreflang: link.lang } : {})}
    >
      {link.text}
    </a>
  </li>
)

/** Who is signed in, with the ways to the account and to the internal pages. */
const SignedIn = ({ person, t }: { readonly person: SignedInPerson; readonly t: Translate }) => (
  <nav class="alm-strip__me" aria-label={t('ui.nav.account')}>
    <ul>
      <li>
        <a href={person.href}>{person.name}</a>
      </li>
      {person.staffHref && (
        <li>
          <a href={person.staffHref}>{t('ui.staff.area')}</a>
        </li>
      )}
    </ul>
  </nav>
)

/** Strip, arms, quick search, navigation. Below 1024 px the navigation is a menu that needs no script. */
export function PageTop({ site, navigation, service = [], search, person, t }: PageFrameProps) {
  const inMenu: readonly Link[] = [
    ...navigation,
    ...(search ? [{ href: search.action, text: t('ui.search.submit') }] : []),
    ...service,
  ]
  return (
    <header class="alm-top">
      {(site.officialLine || service.length > 0 || person) && (
        <div class="alm-strip">
          <div class="alm-wrap">
            <span>{site.officialLine}</span>
            {service.length > 0 && (
              <nav class="alm-strip__service" aria-label={t('ui.nav.service')}>
                <ul>
                  {service.map((link) => (
                    <Entry key={link.href} link={link} />
                  ))}
                </ul>
              </nav>
            )}
            {person && <SignedIn person={person} t={t} />}
          </div>
        </div>
      )}
      <div class="alm-wrap">
        <div class="alm-top__row">
          <Brand site={site} />
          {search && (
            <div class="alm-top__tools">
              <SearchBar {...search} id="quick" size="small" t={t} />
            </div>
          )}
          {inMenu.length > 0 && (
            <details class="alm-menu">
              <summary>{t('ui.menu')}</summary>
              <nav aria-label={t('ui.menu')}>
                <ul>
                  {inMenu.map((link) => (
                    <Entry key={link.href + link.text} link={link} />
                  ))}
                </ul>
              </nav>
            </details>
          )}
        </div>
        {navigation.length > 0 && (
          <nav class="alm-nav" aria-label={t('ui.nav.main')}>
            <ul>
              {navigation.map((link) => (
                <Entry key={link.href} link={link} />
              ))}
            </ul>
          </nav>
        )}
      </div>
    </header>
  )
}
