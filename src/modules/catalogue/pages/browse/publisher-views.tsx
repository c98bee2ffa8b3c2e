import { formatNumber } from '#kernel/locale.ts'
import type { View, Visit } from '#platform/http'
import { Actions, Button } from '#ui/components/button/button.tsx'
import { Empty } from '#ui/components/empty/empty.tsx'
import { Head } from '#ui/components/head/head.tsx'
import { LinkList } from '#ui/components/link-list/link-list.tsx'
import { Section } from '#ui/components/section/section.tsx'
import { routes } from '../../routes.ts'
import { facetParams } from '../../use-cases/search-data.ts'
import { PlainText } from './plain-fields.tsx'
import { type PointsData, PublisherPoints } from './points-view.tsx'
import type { Publisher, PublisherPage } from './read-publishers.ts'
import { isDated, RecordTable } from './record-table.tsx'
import { FacetBars } from './theme-views.tsx'

/** First letter as a list of names files it: Ä under A, figures under #. */
export function letterOf(name: string): string {
  const letter = name.trim().normalize('NFD').replace(/\p{M}/gu, '').charAt(0).toUpperCase()
  return /[A-Z]/.test(letter) ? letter : '#'
}

const matches = (name: string, wanted: string) =>
  wanted
    .toLowerCase()
    .split(/\s+/)
    .every((word) => name.toLowerCase().includes(word))

const Letters = ({ groups, visit }: { readonly groups: ReadonlyMap<string, readonly Publisher[]>; readonly visit: Visit }) => (
  <>
    {[...groups].map(([letter, publishers]) => (
      <Section
        key={letter}
        id={letter === '#' ? 'ziffern' : letter}
        title={letter === '#' ? visit.t('catalogue.publishers.figures') : letter}
      >
        <ul class="catalogue-publishers">
          {publishers.map((one) => (
            <li key={one.slug}>
              <a href={visit.to(routes.publisher, { slug: one.slug })}>{one.name}</a>{' '}
              <span class="catalogue-count">{visit.t('catalogue.search.found', { count: one.count })}</span>
            </li>
          ))}
        </ul>
      </Section>
    ))}
  </>
)

/** Everyone who publishes, A to Z; the filter needs no script. */
export function publishersView(visit: Visit, publishers: readonly Publisher[]): View {
  const { t } = visit
  const wanted = (visit.query.get('q') ?? '').trim().slice(0, 200)
  const shown = wanted ? publishers.filter((one) => matches(one.name, wanted)) : publishers
  const groups = Map.groupBy(shown, (one) => letterOf(one.name))
  const largest = publishers.toSorted((a, b) => b.count - a.count)[0]
  const title = t('catalogue.publishers.title', { count: publishers.length })
  const lead = largest
    ? t('catalogue.publishers.lead', { name: largest.name, count: largest.count })
    : t('catalogue.search.empty.nothing')
  return {
    title: t('catalogue.nav.publishers'),
    description: `${title}. ${lead}`,
    area: 'data',
    crumbs: [{ label: t('catalogue.nav.data'), href: visit.to(routes.search) }, { label: t('catalogue.nav.publishers') }],
    ...(wanted ? { robots: 'noindex, follow' } : {}),
    body: (
      <>
        <Head title={title} lead={lead} t={t}>
          <form
            class="alm-inlineform"
            method="get"
            action={visit.to(routes.publishers)}
            aria-label={t('catalogue.publishers.filter')}
          >
            <PlainText id="herausgeber-q" name="q" label={t('catalogue.publishers.filter')} value={wanted} />
            <Button kind="secondary" text={t('catalogue.publishers.show')} />
          </form>
          {groups.size > 3 && (
            <nav class="catalogue-letters" aria-label={t('catalogue.publishers.letters')}>
              <LinkList
                links={[...groups.keys()].map((letter) => ({
                  href: `#${letter === '#' ? 'ziffern' : letter}`,
                  text: letter === '#' ? '0–9' : letter,
                }))}
              />
            </nav>
          )}
        </Head>
        {wanted && shown.length > 0 && (
          <p>
            {t('catalogue.publishers.filtered', { count: shown.length, words: wanted })}{' '}
            <a href={visit.to(routes.publishers)}>{t('catalogue.publishers.all', { count: publishers.length })}</a>
          </p>
        )}
        {shown.length === 0 ? (
          <Empty
            title={wanted ? t('catalogue.publishers.none', { words: wanted }) : title}
            reason={t('catalogue.publishers.none.reason')}
            level="h2"
          >
            <Actions>
              <Button
                kind="secondary"
                text={t('catalogue.publishers.all', { count: publishers.length })}
                href={visit.to(routes.publishers)}
              />
            </Actions>
          </Empty>
        ) : (
          <Letters groups={groups} visit={visit} />
        )}
      </>
    ),
  }
}

/** One publisher: what it publishes, to which themes, what is new, how good its metadata are. */
export function publisherView(
  visit: Visit,
  { publisher, names, overview }: PublisherPage,
  points: Pick<PointsData, 'totals' | 'course'>,
): View {
  const { t, site } = visit
  const query = { [facetParams.publisher]: names }
  const count = overview.total
  const themes = (overview.facets.theme ?? []).length
  const owners = new Set(overview.newest.map((one) => one.tenant))
  const [owner] = [...owners].map((id) => visit.sites.byId(id))
  return {
    title: publisher.name,
    description: t('catalogue.publisher.description', { name: publisher.name, count }),
    area: 'data',
    crumbs: [
      { label: t('catalogue.nav.data'), href: visit.to(routes.search) },
      { label: t('catalogue.nav.publishers'), href: visit.to(routes.publishers) },
      { label: publisher.name },
    ],
    alternates: [{ type: 'application/atom+xml', href: visit.to(routes.atom, {}, query), title: publisher.name }],
    jsonLd: [
      {
        '@context': 'https://schema.org',
        '@type': 'CollectionPage',
        name: publisher.name,
        url: visit.address(site, routes.publisher, { slug: publisher.slug }),
        about: { '@type': 'Organization', name: publisher.name },
      },
    ],
    body: (
      <>
        <Head
          pre={t('catalogue.publisher.pre')}
          title={publisher.name}
          lead={t('catalogue.publisher.lead', { records: formatNumber(count, visit.lang), count: themes })}
          t={t}
        >
          <Actions>
            <Button text={t('catalogue.browse.all', { count })} href={visit.to(routes.search, {}, query)} />
            {owner && owner.id !== site.id && owners.size === 1 && (
              <a class="alm-link" href={visit.toSite(owner, routes.publisher, { slug: publisher.slug })}>
                {t('catalogue.publisher.portal', { name: owner.name })}
              </a>
            )}
          </Actions>
        </Head>
        <Section title={t(isDated(overview.newest) ? 'catalogue.home.new' : 'catalogue.place.some')}>
          <RecordTable
            records={overview.newest}
            caption={t('catalogue.home.new.caption')}
            whose={owners.size > 1}
            visit={visit}
          />
          <LinkList
            links={[
              {
                href: visit.to(routes.subscribe, {}, { art: 'herausgeber', was: publisher.slug }),
                text: t('catalogue.subscribe.publisher'),
              },
              { href: visit.to(routes.atom, {}, query), text: t('catalogue.search.onwards.feed') },
              { href: visit.to(routes.resultsCsv, {}, query), text: t('catalogue.search.onwards.csv') },
            ]}
          />
        </Section>
        <Section title={t('catalogue.nav.themes')} note={t('catalogue.home.figures.note')}>
          <FacetBars visit={visit} overview={overview} name="theme" query={query} most={13} />
        </Section>
        <Section title={t('catalogue.table.formats')}>
          <FacetBars visit={visit} overview={overview} name="format" query={query} />
        </Section>
        <PublisherPoints points={points} visit={visit} />
      </>
    ),
  }
}
