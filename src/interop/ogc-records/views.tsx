import type { ComponentChildren } from 'preact'
import { catalogueRoutes } from '#catalogue'
import type { View, Visit } from '#platform/http'
import type { OgcLink, OgcRecord } from '#standards/ogc-records'
import { Head } from '#ui/components/head/head.tsx'
import { Section } from '#ui/components/section/section.tsx'

const isWeb = (text: string) => /^https?:\/\//i.test(text)

/** A value of JSON as a person reads it: lists as lists, objects as lists of terms. */
function Value({ value }: { readonly value: unknown }): ComponentChildren {
  if (value === null || value === undefined) return '–'
  if (Array.isArray(value))
    return (
      <ul class="alm-list">
        {value.map((one, at) => (
          <li key={String(at)}>
            <Value value={one} />
          </li>
        ))}
      </ul>
    )
  if (typeof value === 'object')
    return Object.entries(value).map(([name, one]) => (
      <div key={name}>
        {name}: <Value value={one} />
      </div>
    ))
  const text = String(value)
  return isWeb(text) ? (
    <a class="alm-link" href={text}>
      {text}
    </a>
  ) : (
    text
  )
}

const Fields = ({ fields }: { readonly fields: Readonly<Record<string, unknown>> }) => (
  <dl class="alm-stack">
    {Object.entries(fields).map(([name, value]) => (
      <div key={name}>
        <dt>
          <strong>{name}</strong>
        </dt>
        <dd>
          <Value value={value} />
        </dd>
      </div>
    ))}
  </dl>
)

const Links = ({ links, visit }: { readonly links: readonly OgcLink[]; readonly visit: Visit }) => (
  <Section title={visit.t('catalogue.counters.ogc.links')} id="verweise">
    <ul class="alm-list">
      {links.map(({ href, rel, title, type }) => (
        <li key={`${rel} ${href} ${type}`}>
          {rel}:{' '}
          <a class="alm-link" href={href}>
            {title ?? href}
          </a>
          {type ? ` (${type})` : ''}
        </li>
      ))}
    </ul>
  </Section>
)

const view = (visit: Visit, title: string, body: ComponentChildren): View => ({
  title,
  area: 'interfaces',
  robots: 'noindex',
  crumbs: [{ label: visit.t('catalogue.nav.interfaces'), href: visit.to(catalogueRoutes.interfaces) }, { label: title }],
  body,
})

/** A document of the interface as a page: everything that its JSON says. */
export const documentView = (
  visit: Visit,
  title: string,
  { links = [], ...fields }: { readonly links?: readonly OgcLink[] } & Readonly<Record<string, unknown>>,
): View =>
  view(
    visit,
    title,
    <>
      <Head t={visit.t} title={title} />
      <Section title={visit.t('catalogue.counters.ogc.content')} id="inhalt">
        <Fields fields={fields} />
      </Section>
      <Links links={links} visit={visit} />
    </>,
  )

/** A page of records. */
export const recordsView = (
  visit: Visit,
  title: string,
  found: { readonly features: readonly OgcRecord[]; readonly links: readonly OgcLink[]; readonly numberMatched: number },
): View =>
  view(
    visit,
    title,
    <>
      <Head t={visit.t} title={title} lead={visit.t('catalogue.counters.ogc.matched', { count: found.numberMatched })} />
      <Section title={visit.t('catalogue.counters.ogc.content')} id="inhalt">
        <ol class="alm-list">
          {found.features.map((one) => (
            <li key={one.id}>
              <a
                class="alm-link"
                href={one.links.find(({ rel, type }) => rel === 'self' || type === 'application/geo+json')?.href ?? ''}
              >
                {one.properties.title}
              </a>{' '}
              ({one.properties.type})
            </li>
          ))}
        </ol>
      </Section>
      <Links links={found.links} visit={visit} />
    </>,
  )
