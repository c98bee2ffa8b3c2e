import { textIn } from '#kernel/locale.ts'
import type { HomeContent, HomePart, View, Visit } from '#platform/http'
import { Door, Doors } from '#ui/components/card/card.tsx'
import { Head } from '#ui/components/head/head.tsx'
import { SearchBar } from '#ui/components/search-bar/search-bar.tsx'
import { Section } from '#ui/components/section/section.tsx'
import { routes } from '../routes.ts'

const entrance = (part: HomePart) => (
  <Door key={part.id} title={part.title} href={part.href ?? '#'} text={part.note ?? ''} links={part.links ?? []} />
)

const section = (part: HomePart) => (
  <Section key={part.id} id={part.id} title={part.title} note={part.note}>
    {part.body}
  </Section>
)

/** The site and its search, for machines that offer it as theirs (schema.org). */
function webSite(visit: Visit, action: string | undefined) {
  const url = visit.address(visit.site, routes.home)
  const target = action && { '@type': 'EntryPoint', urlTemplate: `${new URL(action, url).href}?q={search_term_string}` }
  return {
    '@context': 'https://schema.org',
    '@type': 'WebSite',
    name: visit.site.name,
    url,
    inLanguage: visit.lang,
    ...(target
      ? { potentialAction: { '@type': 'SearchAction', target, 'query-input': 'required name=search_term_string' } }
      : {}),
  }
}

/** The home page of a tenant: one question, one search, and what its modules bring. */
export function homeView(visit: Visit, contents: readonly HomeContent[]): View {
  const { t, site } = visit
  const parts = contents.flatMap((content) => content.parts).sort((a, b) => a.order - b.order)
  const entrances = parts.filter((part) => part.kind === 'entrance')
  const search = contents.find((content) => content.search)?.search
  const lead = contents.find((content) => content.lead)?.lead ?? textIn(site.subtitle, visit.lang)
  return {
    title: '',
    description: lead,
    ownSearch: search !== undefined,
    jsonLd: [webSite(visit, search?.action)],
    body: (
      <>
        <Head title={t(`shell.home.title.${site.kind}`, { name: site.shortName })} lead={lead} t={t}>
          {search && (
            <SearchBar
              action={search.action}
              size="big"
              label={search.label}
              often={search.often}
              {...(search.suggestions ? { suggestions: search.suggestions } : {})}
              t={t}
            />
          )}
        </Head>
        {entrances.length > 0 && <Doors count={entrances.length === 2 ? 2 : 3}>{entrances.map(entrance)}</Doors>}
        {parts.filter((part) => part.kind === 'section').map(section)}
      </>
    ),
  }
}
