/** What the head of a page says about it. Addresses are absolute, except those of assets. */
export interface PageMeta {
  readonly lang: string
  /** Reading direction; left to right when it is not given. */
  readonly dir?: 'ltr' | 'rtl' | undefined
  /** Name of the page without that of the site; left out on the home page. */
  readonly title?: string | undefined
  readonly description?: string | undefined
  readonly canonical?: string | undefined
  /** The same thing in another format: feeds, RDF. */
  readonly alternates?: readonly { readonly type: string; readonly href: string; readonly title?: string }[]
  /** The same page in another language; `x-default` is allowed. */
  readonly hreflangs?: readonly { readonly lang: string; readonly href: string }[]
  /** Further relations: `prev`, `next`, `search`. */
  readonly links?: readonly { readonly rel: string; readonly href: string }[]
  /** `noindex` and the like. */
  readonly robots?: string | undefined
  readonly og?: { readonly type?: string; readonly image?: string }
  /** Blocks of linked data, one script element each. */
  readonly jsonLd?: readonly unknown[] | undefined
  /** Gives the address of a file in assets.json: `allmende.css` -> `/assets/allmende.1a2b.css`. */
  readonly asset: (name: string) => string
  /** The stylesheet that themeStyle() makes for the tenant. */
  readonly themeUrl?: string | undefined
  readonly iconUrl?: string | undefined
  /** Names of island scripts (`search-bar`) and of styles that belong to them (`map.css`). */
  readonly islands?: readonly string[] | undefined
  readonly styles?: readonly string[] | undefined
}
