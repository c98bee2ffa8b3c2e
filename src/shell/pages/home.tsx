import { textIn } from '#kernel/locale.ts'
import type { HomeContent, HomePart, View, Visit } from '#platform/http'
import { SearchBar } from '#ui/components/search-bar/search-bar.tsx'

const Entrance = ({ part }: { readonly part: HomePart }) => (
  <section class="shell-entrance">
    <h2>{part.href ? <a href={part.href}>{part.title}</a> : part.title}</h2>
    {part.note && <p>{part.note}</p>}
    {part.links && (
      <ul>
        {part.links.map((link) => (
          <li key={link.href}>
            <a class="alm-link" href={link.href}>
              {link.text}
            </a>
          </li>
        ))}
      </ul>
    )}
  </section>
)

const Section = ({ part }: { readonly part: HomePart }) => (
  <section class="alm-section" aria-labelledby={`s-${part.id}`}>
    <header>
      <h2 id={`s-${part.id}`}>{part.title}</h2>
      {part.note && <p>{part.note}</p>}
    </header>
    <div>{part.body}</div>
  </section>
)

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
    body: (
      <>
        <div class="alm-head">
          <h1>{t(`shell.home.title.${site.kind}`)}</h1>
          <p class="alm-lead">{lead}</p>
          {search && <SearchBar action={search.action} name="q" label={search.label} often={search.often} {...(search.suggestions ? { suggestions: search.suggestions } : {})} t={t} />}
        </div>
        {entrances.length > 0 && (
          <div class="shell-entrances">
            {entrances.map((part) => (
              <Entrance key={part.id} part={part} />
            ))}
          </div>
        )}
        {parts
          .filter((part) => part.kind === 'section')
          .map((part) => (
            <Section key={part.id} part={part} />
          ))}
      </>
    ),
  }
}
