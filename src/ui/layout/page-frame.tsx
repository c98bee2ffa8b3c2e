import type { Translate } from '#kernel/locale.ts'
import type { SearchBarProps } from '../components/search-bar/search-bar.tsx'
import type { Children, Link } from '../vocabulary.ts'
import { Breadcrumb } from './breadcrumb.tsx'
import { PageFoot } from './page-foot.tsx'
import { PageHead } from './page-head.tsx'
import type { PageMeta } from './page-meta.ts'
import { PageTop } from './page-top.tsx'

/** Whose site this is. */
export interface Site {
  readonly name: string
  readonly subtitle?: string | undefined
  /** Address of its home page. */
  readonly home: string
  /** Picture of the arms; our shield stands in. */
  readonly armsUrl?: string | undefined
  /** "Offizielle Website des Kreises ..."; left out when the tenant is no administration. */
  readonly officialLine?: string | undefined
}

export interface FootGroup {
  readonly title: string
  readonly links: readonly Link[]
}

/** Somebody who is signed in, as the pages show it. */
export interface SignedInPerson {
  readonly name: string
  /** Address of the account. */
  readonly href: string
  /** Address of the internal pages, for those who may enter them. */
  readonly staffHref?: string | undefined
}

export interface PageFrameProps extends PageMeta {
  readonly site: Site
  readonly navigation: readonly Link[]
  /** The quick search in the header; left out on pages that have a search bar of their own. */
  readonly search?: Pick<SearchBarProps, 'action' | 'name' | 'suggestions' | 'label'>
  /** Languages and aids in the strip on top. */
  readonly service?: readonly Link[] | undefined
  /** Who is signed in; left out for everybody else. */
  readonly person?: SignedInPerson | undefined
  /** The way here; the last entry is this page. Left out on the home page. */
  readonly crumbs?: readonly { readonly text: string; readonly href?: string }[]
  readonly foot: { readonly groups: readonly FootGroup[]; readonly end?: Children }
  readonly t: Translate
  readonly children: Children
}

/** The frame of every public page: header, way here, content, footer. Give it to renderDocument(). */
export function PageFrame(props: PageFrameProps) {
  const { site, t, crumbs } = props
  return (
    <html lang={props.lang} dir={props.dir ?? 'ltr'}>
      <PageHead meta={props} siteName={site.name} />
      <body>
        <a class="alm-skip" href="#inhalt">
          {t('ui.skip')}
        </a>
        <PageTop {...props} />
        {crumbs && crumbs.length > 0 && <Breadcrumb entries={crumbs} label={t('ui.nav.crumbs')} />}
        <main id="inhalt" class="alm-wrap alm-main" tabIndex={-1}>
          {props.children}
        </main>
        <PageFoot {...props.foot} label={t('ui.nav.footer')} />
      </body>
    </html>
  )
}
