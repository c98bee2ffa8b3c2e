import type { ComponentChildren } from 'preact'
import { formatDay } from '#kernel/day.ts'
import { formatNumber } from '#kernel/locale.ts'
import { slugOf } from '#kernel/slug.ts'
import type { Visit } from '#platform/http'
import {
  type Agent,
  type ContactPoint,
  type LabelledThing,
  labelOf,
  nameOf,
  type Period,
  say,
  themes,
} from '#standards/dcat-ap-de'
import { type Fact, Facts } from '#ui/components/facts/facts.tsx'
import { Section } from '#ui/components/section/section.tsx'
import { routes } from '../../routes.ts'
import { boundsOf } from '../../use-cases/bounds.ts'
import { drawArea } from '../../use-cases/table-preview-map.ts'
import { areasAround, type DatasetPage } from './gather.ts'
import { foreignLang } from './head-section.tsx'
import { originFacts } from './origin-facts.tsx'
import { PlaceDrawingView } from './place-drawing.tsx'
import { Linked } from './prose.tsx'
import { safeHref, safeMail } from './safe-address.ts'

type Shown = ComponentChildren | undefined

/** Values one below the other; undefined for none. */
function lines(values: readonly Shown[]): Shown {
  const given = values.filter((value) => value !== undefined && value !== '' && value !== null)
  if (given.length === 0) return undefined
  return given.map((value, i) => (
    <>
      {i > 0 && <br />}
      {value}
    </>
  ))
}

/** An address as link if it may be one, else as text. */
export function thing(uri: string | undefined, label: string | undefined): Shown {
  const href = safeHref(uri)
  if (href)
    return (
      <a href={href} rel="nofollow">
        {label || uri}
      </a>
    )
  return label && uri && label !== uri && !uri.startsWith('_:') ? `${label} (${uri.slice(0, 300)})` : label || uri?.slice(0, 300)
}

const labelled = (things: readonly LabelledThing[], lang: string) =>
  lines(
    things.map((one) => (one.uri ? thing(one.uri, say(one.label ?? [], lang)) : <Linked text={say(one.label ?? [], lang)} />)),
  )

function agent(one: Agent, visit: Visit, linked: boolean): Shown {
  const name = nameOf(one, visit.lang)
  const mail = safeMail(one.mbox)
  const home = safeHref(one.homepage)
  if (!name && !mail) return one.uri
  return (
    <>
      {linked && name ? <a href={visit.to(routes.publisher, { slug: slugOf(name) })}>{name}</a> : name}
      {mail && (
        <>
          {name && ', '}
          <a href={`mailto:${mail}`}>{mail}</a>
        </>
      )}
      {home && (
        <>
          , <a href={home}>{visit.t('catalogue.fact.homepage')}</a>
        </>
      )}
    </>
  )
}

function contact(one: ContactPoint, lang: string): Shown {
  const names = [...new Set([say(one.organizationName ?? [], lang), say(one.fn ?? [], lang)].filter((name) => name !== ''))]
  const mail = safeMail(one.email)
  const url = safeHref(one.url)
  const place = [one.streetAddress, [one.postalCode, one.locality].filter(Boolean).join(' ')].filter(Boolean).join(', ')
  const phone = one.telephone?.replace(/[^\d+]/g, '')
  return lines([
    names.join(', '),
    mail ? <a href={`mailto:${mail}`}>{mail}</a> : one.email,
    one.telephone && (phone ? <a href={`tel:${phone}`}>{one.telephone}</a> : one.telephone),
    url ? <a href={url}>{url}</a> : one.url,
    place,
  ])
}

function period(one: Period, visit: Visit): string {
  const { t, lang } = visit
  const day = (text: string) => formatDay(text, lang)
  if (one.start && one.end)
    return one.start === one.end ? day(one.start) : t('catalogue.fact.period.both', { start: day(one.start), end: day(one.end) })
  if (one.start) return t('catalogue.fact.period.since', { start: day(one.start) })
  return one.end ? t('catalogue.fact.period.until', { end: day(one.end) }) : ''
}

/** `PT1H` -> `1 Stunde`; what is no simple duration stays. */
function duration(text: string, visit: Visit): string {
  const [, count, unit] = /^P(?:T?)(\d+)([YMDHS])$/.exec(text) ?? []
  if (!count || !unit) return text
  const key = unit === 'M' && text.startsWith('PT') ? 'minute' : { Y: 'year', M: 'month', D: 'day', H: 'hour', S: 'second' }[unit]
  return visit.t(`catalogue.fact.duration.${key}`, { count: Number(count) })
}

/** Name of a list entry or what stands at the end of its IRI. */
const concept = (iri: string, lang: string) => labelOf(iri, lang) ?? decodeTail(iri)
function decodeTail(iri: string): string {
  try {
    return decodeURIComponent(iri.replace(/[/#]+$/, '').replace(/^.*[/#]/, '')) || iri
  } catch {
    return iri
  }
}

/** Every property of the record in words; what is missing and matters is named. */
export function factsOf(page: DatasetPage, visit: Visit): Fact[] {
  const { t, lang } = visit
  const { record } = page
  const dataset = record.kind === 'service' ? undefined : record
  const own = (uris: readonly string[] | undefined) =>
    lines(
      (uris ?? []).map((uri) => {
        const link = page.links.get(uri)
        return link ? (
          <a href={link.href}>
            {link.title}
            {link.site ? ` (${link.site})` : ''}
          </a>
        ) : (
          thing(uri, undefined)
        )
      }),
    )
  const rows: readonly (readonly [key: string, value: Shown])[] = [
    ['publisher', record.publisher ? agent(record.publisher, visit, true) : t('catalogue.fact.none.publisher')],
    ['originator', lines(record.originator.map((one) => agent(one, visit, false)))],
    ['creator', lines(record.creator.map((one) => agent(one, visit, false)))],
    ['maintainer', lines(record.maintainer.map((one) => agent(one, visit, false)))],
    ['contributor', lines(record.contributor.map((one) => agent(one, visit, false)))],
    ['contact', lines(record.contactPoint.map((one) => contact(one, lang))) ?? t('catalogue.fact.none.contact')],
    ['period', lines(record.temporal.map((one) => period(one, visit)))],
    ['rhythm', dataset?.accrualPeriodicity && concept(dataset.accrualPeriodicity, lang)],
    ['issued', record.issued && formatDay(record.issued, lang)],
    ['modified', record.modified && formatDay(record.modified, lang)],
    [
      'area',
      lines([
        ...record.spatial.map((place) => {
          const label = say(place.prefLabel ?? [], lang)
          return label
            ? place.uri && safeHref(place.uri)
              ? thing(place.uri, label)
              : label
            : place.uri
              ? thing(place.uri, concept(place.uri, lang))
              : undefined
        }),
        ...(record.geocodingDescription.length > 0 ? [say(record.geocodingDescription, lang)] : []),
      ]),
    ],
    ['level', lines(record.politicalGeocodingLevelURI.map((iri) => concept(iri, lang)))],
    ['geocoding', lines(record.politicalGeocodingURI.map((iri) => thing(iri, concept(iri, lang))))],
    [
      'resolution',
      dataset?.spatialResolutionInMeters &&
        t('catalogue.fact.resolution.metres', { metres: formatNumber(Number(dataset.spatialResolutionInMeters), lang) }),
    ],
    ['temporalresolution', dataset?.temporalResolution && duration(dataset.temporalResolution, visit)],
    [
      'themes',
      lines(
        record.theme.map((iri) => {
          const theme = themes.get(iri)
          return theme ? (
            <a href={visit.to(routes.theme, { code: theme.code.toLowerCase() })}>{lang === 'en' ? theme.en : theme.de}</a>
          ) : (
            thing(iri, concept(iri, lang))
          )
        }),
      ) ?? t('catalogue.fact.none.themes'),
    ],
    ['keywords', keywords(page, visit)],
    ['languages', lines(record.language.map((iri) => concept(iri, lang)))],
    ['hvd', lines(record.hvdCategory.map((iri) => concept(iri, lang)))],
    ['legislation', lines(record.applicableLegislation.map((iri) => thing(iri, undefined)))],
    ['legalbasis', lines(record.legalBasis.map((text) => <Linked text={text.value} />))],
    ['access', record.accessRights && concept(record.accessRights, lang)],
    ['conformsto', labelled(record.conformsTo, lang)],
    ['documentation', labelled(record.page, lang)],
    [
      'landingpage',
      lines(
        record.landingPage.filter((uri) => !uri.endsWith(`/daten/${page.resource.slug}`)).map((uri) => thing(uri, undefined)),
      ),
    ],
    ['provenance', dataset && labelled(dataset.provenance, lang)],
    [
      'version',
      lines([
        dataset?.version,
        dataset && dataset.versionNotes.length > 0 ? <Linked text={say(dataset.versionNotes, lang)} /> : undefined,
      ]),
    ],
    ['series', own(dataset?.inSeries)],
    ['related', own(dataset?.relation)],
    ['source', own(dataset?.source)],
    ['referencedby', own(dataset?.isReferencedBy)],
    ['versions', own([...(dataset?.hasVersion ?? []), ...(dataset?.isVersionOf ?? [])])],
    ['qualityprocess', lines((dataset?.qualityProcessURI ?? []).map((iri) => thing(iri, undefined)))],
    ['contributorid', lines(record.contributorID.map((iri) => concept(iri, lang)))],
    [
      'identifier',
      lines(
        [...new Set([...record.identifier, record.uri])].map((text) => (
          <span class="catalogue-address">{thing(text, undefined)}</span>
        )),
      ),
    ],
    ['metadata', metadataLinks(page, visit)],
  ]
  return rows
    .filter((row) => row[1] !== undefined && row[1] !== '' && row[1] !== false && row[1] !== null)
    .map(([key, value]) => ({ name: t(`catalogue.fact.${key}`), value }))
}

function keywords(page: DatasetPage, visit: Visit): Shown {
  const words = page.record.keyword.slice(0, 60)
  if (words.length === 0) return visit.t('catalogue.fact.none.keywords')
  return words.map((word, i) => (
    <>
      {i > 0 && ', '}
      <a
        href={visit.to(routes.search, {}, { stichwort: word.value })}
        rel="nofollow"
        lang={foreignLang(page.record.keyword, word.value, visit.lang)}
      >
        {word.value}
      </a>
    </>
  ))
}

function metadataLinks(page: DatasetPage, visit: Visit): Shown {
  const { slug } = page.resource
  return (
    <>
      <a href={visit.to(routes.dataset, { slug: `${slug}.ttl` })}>Turtle</a>,{' '}
      <a href={visit.to(routes.dataset, { slug: `${slug}.rdf` })}>RDF/XML</a>,{' '}
      <a href={visit.to(routes.dataset, { slug: `${slug}.jsonld` })}>JSON-LD</a>;{' '}
      <a href={visit.to(routes.quality, { slug })}>{visit.t('catalogue.fact.metadata.quality')}</a>
    </>
  )
}

/** The map of the area the data cover, over the outline of the town, or of the district where they cover the whole town. Nothing where no outline is known. */
function AreaMap({ page, visit }: { readonly page: DatasetPage; readonly visit: Visit }) {
  const box = boundsOf(page.record.spatial)
  const drawing = box && drawArea(box, areasAround(visit.site, visit))
  if (!drawing) return null
  const degrees = (n: number) => formatNumber(n, visit.lang, 2)
  const text = visit.t('catalogue.fact.map', {
    west: degrees(box[0]),
    south: degrees(box[1]),
    east: degrees(box[2]),
    north: degrees(box[3]),
  })
  return <PlaceDrawingView small drawing={drawing} description={text} caption={text} />
}

/** "Angaben": everything the record says, in words, with the area on a map. */
export const DetailsSection = ({ page, visit }: { readonly page: DatasetPage; readonly visit: Visit }) => (
  <Section title={visit.t('catalogue.dataset.section.details')} id="angaben">
    <Facts facts={[...originFacts(page.origin, visit), ...factsOf(page, visit)]} />
    <AreaMap page={page} visit={visit} />
  </Section>
)
