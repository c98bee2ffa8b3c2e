import { formatNumber } from '#kernel/locale.ts'
import type { View, Visit } from '#platform/http'
import { Button } from '#ui/components/button/button.tsx'
import { Choropleth, type MapArea } from '#ui/components/choropleth/choropleth.tsx'
import { Head } from '#ui/components/head/head.tsx'
import { LinkList } from '#ui/components/link-list/link-list.tsx'
import { Section } from '#ui/components/section/section.tsx'
import type { LegendEntry, Step } from '#ui/components/stacked-bar/stacked-bar.tsx'
import { routes } from '../../routes.ts'
import { themeCodes, themeName } from '../search/labels.ts'
import { districtsOf, narrowed } from './districts.ts'
import { DistrictTable, PlaceTable } from './place-tables.tsx'
import { PlainSelect, PlainText } from './plain-fields.tsx'
import type { PlaceRow, PlaceState, PlacesData } from './read-places.ts'

const steps: Readonly<Record<PlaceState, Step>> = { recent: 'full', older: 'hatched', other: 'pale', none: 'empty' }
const states: readonly PlaceState[] = ['recent', 'older', 'other', 'none']

const isAsked = (data: PlacesData) => data.theme !== undefined || data.words !== ''

/** The question as a heading: who publishes what. */
function headingOf(visit: Visit, data: PlacesData): string {
  const { t, lang } = visit
  const theme = data.theme ? (themeName(data.theme, lang) ?? data.theme) : ''
  if (data.words && theme) return t('catalogue.places.title.both', { words: data.words, theme })
  if (data.words) return t('catalogue.places.title.words', { words: data.words })
  return theme ? t('catalogue.places.title.theme', { theme }) : t('catalogue.places.title')
}

function leadOf(visit: Visit, places: readonly PlaceRow[]): string {
  const { t } = visit
  const publishing = places.filter((row) => row.count > 0).length
  const recent = places.filter((row) => row.state === 'recent').length
  const other = places.filter((row) => row.state === 'other').length
  const sentences = [
    publishing === 0
      ? t('catalogue.places.lead.none', { all: places.length })
      : t('catalogue.places.lead', { count: publishing, all: places.length }),
    ...(publishing > 0 ? [t('catalogue.places.lead.recent', { count: recent })] : []),
    ...(other > 0 ? [t('catalogue.places.lead.elsewhere', { count: other })] : []),
  ]
  return sentences.join(' ')
}

function Question({ visit, data }: { readonly visit: Visit; readonly data: PlacesData }) {
  const { t, lang } = visit
  const themes = themeCodes
    .map((code) => ({ value: code, label: themeName(code, lang) ?? code }))
    .sort((a, b) => a.label.localeCompare(b.label, lang))
  return (
    <form class="alm-inlineform" method="get" action={visit.to(routes.places)} aria-label={t('catalogue.places.question')}>
      <PlainSelect
        id="orte-thema"
        name="thema"
        label={t('catalogue.search.facet.theme')}
        options={[{ value: '', label: t('catalogue.places.themes.all') }, ...themes]}
        value={data.theme ?? ''}
      />
      <PlainText id="orte-q" name="q" label={t('catalogue.places.words')} value={data.words} />
      <Button kind="secondary" text={t('catalogue.places.show')} />
    </form>
  )
}

function PlacesMap({
  visit,
  data,
  places,
}: {
  readonly visit: Visit
  readonly data: PlacesData
  readonly places: readonly PlaceRow[]
}) {
  const { t } = visit
  const { ground } = data
  if (!ground) return <p>{t('catalogue.places.map.none')}</p>
  const drawn = places.filter((row) => ground.outlines.paths.has(row.place.id))
  const label = (state: PlaceState) => t(isAsked(data) ? `catalogue.places.state.${state}` : `catalogue.places.plain.${state}`)
  const shown = states.filter((state) => state !== 'other' || drawn.some((row) => row.state === 'other'))
  const legend: LegendEntry[] = shown.map((state) => ({
    step: steps[state],
    label: `${label(state)} (${formatNumber(drawn.filter((row) => row.state === state).length, visit.lang)})`,
  }))
  const areas: MapArea[] = drawn.map(({ place, state }) => ({
    id: place.id,
    name: place.name,
    step: steps[state],
    state: label(state),
    href: visit.to(routes.place, { slug: place.slug }),
  }))
  const own = data.own && ground.outlines.paths.has(data.own) ? data.own : undefined
  const caption = [
    ...(own ? [t('catalogue.places.map.own', { name: visit.site.shortName })] : []),
    ...(ground.source === 'register' ? [t('catalogue.map.credit')] : []),
  ]
  return (
    <Choropleth
      id="orte-karte"
      description={t('catalogue.places.map.description', { count: drawn.length })}
      outlines={ground.outlines}
      borders={ground.borders}
      areas={areas}
      legend={legend}
      {...(own ? { selected: own } : {})}
      caption={caption.join(' ')}
    />
  )
}

/** Who publishes what: a map of the Land or district, and the same as a list. */
export function placesView(visit: Visit, data: PlacesData): View {
  const { t, site } = visit
  const title = headingOf(visit, data)
  const places = data.rows.filter((row) => row.place.level === 'gemeinde')
  const asked = { thema: data.theme, q: data.words || undefined }
  const byDistrict = districtsOf(data.rows).length > 1
  const flat = !byDistrict || visit.query.get('liste') === 'orte'
  const lead = leadOf(visit, places)
  const listed = narrowed(data.rows, visit.query)
  return {
    title,
    description: lead,
    area: 'places',
    crumbs: isAsked(data)
      ? [{ label: t('catalogue.nav.places'), href: visit.to(routes.places) }, { label: t('catalogue.places.crumb') }]
      : [{ label: t('catalogue.nav.places') }],
    alternates: [{ type: 'text/csv', href: visit.to(routes.places, {}, { ...asked, als: 'csv' }), title }],
    ...(isAsked(data) || listed.is ? { robots: 'noindex, follow' } : {}),
    jsonLd: [
      { '@context': 'https://schema.org', '@type': 'CollectionPage', name: title, url: visit.address(site, routes.places) },
    ],
    body: (
      <>
        <Head title={title} lead={lead} t={t}>
          <Question visit={visit} data={data} />
        </Head>
        <Section title={t('catalogue.places.map')} note={t('catalogue.places.map.note')}>
          <PlacesMap visit={visit} data={data} places={places} />
        </Section>
        <Section title={t('catalogue.places.list')} note={t('catalogue.places.list.note')}>
          {flat && listed.is && (
            <p>
              {t('catalogue.places.narrowed', { count: listed.rows.length })}{' '}
              <a href={visit.to(routes.places, {}, { ...asked, liste: 'orte' })}>{t('catalogue.places.whole')}</a>
            </p>
          )}
          {flat ? <PlaceTable visit={visit} data={data} rows={listed.rows} /> : <DistrictTable visit={visit} data={data} />}
          <LinkList
            links={[
              ...(byDistrict
                ? [
                    flat
                      ? { href: visit.to(routes.places, {}, asked), text: t('catalogue.places.by-district') }
                      : {
                          href: visit.to(routes.places, {}, { ...asked, liste: 'orte' }),
                          text: t('catalogue.places.flat', { count: data.rows.length }),
                        },
                  ]
                : []),
              { href: visit.to(routes.places, {}, { ...asked, als: 'csv' }), text: t('catalogue.browse.csv') },
            ]}
          />
        </Section>
      </>
    ),
  }
}
