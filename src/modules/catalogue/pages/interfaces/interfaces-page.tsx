import type { ComponentChildren } from 'preact'
import { formatNumber } from '#kernel/locale.ts'
import type { Site } from '#kernel/site.ts'
import type { View, Visit } from '#platform/http'
import { Actions, Button } from '#ui/components/button/button.tsx'
import { Copy } from '#ui/components/copy/copy.tsx'
import { Head } from '#ui/components/head/head.tsx'
import { Section } from '#ui/components/section/section.tsx'
import { routes } from '../../routes.ts'
import { Addresses, type Line } from './addresses.tsx'
import { CounterList } from './counter-page.tsx'
import { machineAddresses as machine } from './machine-addresses.ts'

/** The dataset that the examples speak of. */
export interface InterfaceExample {
  id: string
  slug: string
  title: string
  site: Site
  /** A word that finds it. */
  word: string
  /** Name of a table that the portal keeps for it. */
  file?: string
}

const Example = ({ title, text, visit }: { readonly title: string; readonly text: string; readonly visit: Visit }) => (
  <div class="alm-stack">
    <h3>{title}</h3>
    <Copy t={visit.t} label={title} text={text} />
  </div>
)

const quoted = (text: string) => text.replaceAll('"', '')

function CatalogueSection({ visit }: { readonly visit: Visit }) {
  const { t, site } = visit
  const since = new Date(visit.now.getTime() - 30 * 86_400_000).toISOString().slice(0, 10)
  const line = (route: (typeof machine)[keyof typeof machine], what: string, query = {}, params = {}): Line => ({
    href: visit.to(route, params, query),
    address: visit.address(site, route, params, query),
    what,
  })
  return (
    <Section title={t('catalogue.interfaces.catalogue')} id="katalog" note="DCAT-AP.de 3.0">
      <p>{t('catalogue.interfaces.catalogue.text')}</p>
      <Addresses
        visit={visit}
        caption={t('catalogue.interfaces.catalogue')}
        lines={[
          line(machine.turtle, t('catalogue.interfaces.turtle'), { page: 1 }),
          line(machine.rdfXml, t('catalogue.interfaces.rdfxml'), { page: 1 }),
          line(machine.jsonLd, t('catalogue.interfaces.jsonld'), { page: 1 }),
          line(machine.turtle, t('catalogue.interfaces.since'), { modified_since: since }),
          line(machine.whole, t('catalogue.interfaces.whole'), {}, { format: 'ttl' }),
        ]}
      />
      <Example
        visit={visit}
        title={t('catalogue.interfaces.curl.catalogue')}
        text={`curl -L -H "Accept: text/turtle" ${visit.address(site, machine.catalogue)}`}
      />
    </Section>
  )
}

function DatasetSection({ visit, example }: { readonly visit: Visit; readonly example: InterfaceExample }) {
  const { t } = visit
  const { site, slug } = example
  const line = (suffix: string, what: string): Line => ({
    href: visit.toSite(site, routes.dataset, { slug: slug + suffix }),
    address: visit.address(site, routes.dataset, { slug: slug + suffix }),
    what,
  })
  const file = example.file && visit.address(site, routes.file, { slug, name: example.file })
  return (
    <Section
      title={t('catalogue.interfaces.dataset')}
      id="datensatz"
      note={t('catalogue.interfaces.dataset.note', { title: example.title })}
    >
      <p>{t('catalogue.interfaces.dataset.text')}</p>
      <Addresses
        visit={visit}
        caption={t('catalogue.interfaces.dataset')}
        lines={[
          line('', t('catalogue.interfaces.page')),
          line('.ttl', 'Turtle'),
          line('.rdf', 'RDF/XML'),
          line('.jsonld', 'JSON-LD'),
          {
            href: visit.toSite(site, machine.dataset, { id: slug }),
            address: visit.address(site, machine.dataset, { id: slug }),
            what: 'JSON',
          },
          {
            href: visit.toSite(site, routes.id, { id: example.id }),
            address: visit.address(site, routes.id, { id: example.id }),
            what: t('catalogue.interfaces.persistent'),
          },
        ]}
      />
      <Example
        visit={visit}
        title={t('catalogue.interfaces.curl.accept')}
        text={`curl -H "Accept: application/ld+json" ${visit.address(site, routes.dataset, { slug })}`}
      />
      {file && (
        <>
          <Example
            visit={visit}
            title={t('catalogue.interfaces.python.file')}
            text={`import pandas; table = pandas.read_csv("${file}", sep=None, engine="python")`}
          />
          <Example visit={visit} title={t('catalogue.interfaces.r.file')} text={`table <- data.table::fread("${file}")`} />
        </>
      )}
    </Section>
  )
}

function SearchSection({ visit, word }: { readonly visit: Visit; readonly word: string }) {
  const { t, site } = visit
  const api = visit.address(site, machine.datasets)
  const query = { q: word }
  return (
    <Section title={t('catalogue.interfaces.search')} id="suche" note="JSON">
      <p>{t('catalogue.interfaces.search.text')}</p>
      <Addresses
        visit={visit}
        caption={t('catalogue.interfaces.search')}
        lines={[
          {
            href: visit.to(machine.datasets, {}, query),
            address: visit.address(site, machine.datasets, {}, query),
            what: t('catalogue.interfaces.search.word', { word }),
          },
          {
            href: visit.to(machine.datasets, {}, { open: 1, format: 'CSV' }),
            address: visit.address(site, machine.datasets, {}, { open: 1, format: 'CSV' }),
            what: t('catalogue.interfaces.search.filter'),
          },
          {
            href: visit.to(machine.datasets, {}, { limit: 0 }),
            address: visit.address(site, machine.datasets, {}, { limit: 0 }),
            what: t('catalogue.interfaces.search.counts'),
          },
          {
            href: visit.to(machine.openapi),
            address: visit.address(site, machine.openapi),
            what: t('catalogue.interfaces.openapi'),
          },
        ]}
      />
      <Example visit={visit} title="curl" text={`curl -G ${api} --data-urlencode "q=${quoted(word)}"`} />
      <Example
        visit={visit}
        title="Python"
        text={`import requests; print(requests.get("${api}", params={"q": "${quoted(word)}"}).json()["total"])`}
      />
      <Example
        visit={visit}
        title="R"
        text={`jsonlite::fromJSON(paste0("${api}?q=", URLencode("${quoted(word)}")))$datasets$page`}
      />
    </Section>
  )
}

function FeedSection({ visit, word }: { readonly visit: Visit; readonly word: string }) {
  const { t, site } = visit
  const line = (
    route: typeof routes.atom | typeof routes.rss | typeof routes.resultsCsv | typeof machine.sitemap,
    what: string,
    query = {},
  ): Line => ({
    href: visit.to(route, {}, query),
    address: visit.address(site, route, {}, query),
    what,
  })
  return (
    <Section title={t('catalogue.interfaces.feeds')} id="feeds">
      <p>{t('catalogue.interfaces.feeds.text')}</p>
      <Addresses
        visit={visit}
        caption={t('catalogue.interfaces.feeds')}
        lines={[
          line(routes.atom, t('catalogue.interfaces.atom')),
          line(routes.atom, t('catalogue.interfaces.atom.word', { word }), { q: word }),
          line(routes.rss, t('catalogue.interfaces.rss')),
          line(routes.resultsCsv, t('catalogue.interfaces.csv'), { q: word }),
          line(machine.sitemap, t('catalogue.interfaces.sitemap')),
        ]}
      />
    </Section>
  )
}

const rules = ['licence', 'free', 'limits', 'faults', 'stable', 'cors'] as const

/** What can be had by program, with examples of this very tenant. */
export function interfacesView(visit: Visit, total: number, example: InterfaceExample | undefined): View {
  const { t, lang, site } = visit
  const word = example?.word ?? t('catalogue.interfaces.word')
  const sections: [id: string, key: string][] = [
    ['katalog', 'catalogue'],
    ...(example ? [['datensatz', 'dataset'] as [string, string]] : []),
    ['suche', 'search'],
    ['feeds', 'feeds'],
    ['standards', 'counters'],
    ['regeln', 'rules'],
  ]
  const ruleLines: ComponentChildren = rules.map((rule) => (
    <li key={rule}>
      {t(`catalogue.interfaces.rule.${rule}`)}
      {rule === 'licence' && (
        <>
          {' '}
          <a href="https://creativecommons.org/publicdomain/zero/1.0/deed.de">CC0 1.0</a>
        </>
      )}
    </li>
  ))
  return {
    title: t('catalogue.nav.interfaces'),
    description: t('catalogue.interfaces.lead', { total, name: site.name }),
    area: 'interfaces',
    crumbs: [{ label: t('catalogue.nav.interfaces') }],
    alternates: [
      { type: 'text/turtle', href: visit.address(site, machine.turtle) },
      { type: 'application/atom+xml', href: visit.address(site, routes.atom) },
    ],
    islands: ['copy'],
    body: (
      <>
        <Head
          t={t}
          title={t('catalogue.interfaces.title')}
          lead={t('catalogue.interfaces.lead', { total: formatNumber(total, lang), name: site.name })}
          onPage={sections.map(([id, key]) => ({
            href: `#${id}`,
            text: key === 'counters' ? t('catalogue.counters.title') : t(`catalogue.interfaces.${key}`),
          }))}
        >
          <Actions>
            <Button href={visit.to(machine.turtle, {}, { page: 1 })} text={t('catalogue.interfaces.open')} />
            <a class="alm-link" href={visit.to(machine.openapi)}>
              {t('catalogue.interfaces.openapi')}
            </a>
          </Actions>
        </Head>
        <CatalogueSection visit={visit} />
        {example && <DatasetSection visit={visit} example={example} />}
        <SearchSection visit={visit} word={word} />
        <FeedSection visit={visit} word={word} />
        <CounterList visit={visit} />
        <Section title={t('catalogue.interfaces.rules')} id="regeln">
          <ul class="alm-list">{ruleLines}</ul>
        </Section>
      </>
    ),
  }
}
