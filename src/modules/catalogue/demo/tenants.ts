import { arms } from './arms.ts'
import type { Position } from './files/geojson.ts'
import { areas, bboxOf, populationOf, type Town, wktOf } from './geography.ts'
import { type LegalTexts, legalTexts } from './legal-texts.ts'
import { districtKey, geocodingLevels, municipalityKey, stateKey } from './vocabulary.ts'

export type DemoTenantKind = 'land' | 'kreis' | 'gemeinde' | 'zweckverband' | 'it-dienstleister' | 'beratungsstelle'

export interface DemoContact {
  organisation: string
  email: string
  phone: string
  street: string
  postalCode: string
  locality: string
}

/** Where a tenant lies. Rings run counter-clockwise and are closed; longitude first. */
export interface DemoArea {
  bbox: readonly [west: number, south: number, east: number, north: number]
  geometry: { type: 'Polygon'; coordinates: readonly (readonly Position[])[] }
  wkt: string
  bboxWkt: string
}

/** A tenant of the demonstration. All of them are invented; keys, postal codes and numbers belong to nobody (see geography.ts). */
export interface DemoTenant {
  slug: string
  name: string
  /** Name in a list of places: `Lindenrode`. */
  shortName: string
  kind: DemoTenantKind
  parent?: string
  /** Amtlicher Regionalschlüssel, 12 digits. */
  ars?: string
  /** Amtlicher Gemeindeschlüssel, 8 digits (district: 5). */
  ags?: string
  population?: number
  tagline: { de: string; en: string }
  /** Coat of arms as SVG, drawn for this demonstration. */
  arms?: string
  contact: DemoContact
  legal: LegalTexts
  /** Reaches 7:1 on white and on #0F1411. */
  accent: { light: string; dark: string }
  languages: readonly string[]
  modules: readonly string[]
  area?: DemoArea
  geocoding?: { uri: string; level: string }
}

function areaOf(key: Town | 'kreis-sennewald'): DemoArea {
  const ring = areas[key]
  const bbox = bboxOf(ring)
  const [west, south, east, north] = bbox
  const box: Position[] = [
    [west, south],
    [east, south],
    [east, north],
    [west, north],
    [west, south],
  ]
  return { bbox, geometry: { type: 'Polygon', coordinates: [ring] }, wkt: wktOf(ring), bboxWkt: wktOf(box) }
}

const contact = (
  organisation: string,
  email: string,
  extension: number,
  street: string,
  postalCode: string,
  locality: string,
): DemoContact => ({
  organisation,
  email,
  phone: `+49 221 4710 ${extension}`,
  street,
  postalCode,
  locality,
})

const shared = { languages: ['de', 'en'], modules: ['catalogue', 'participation'] } as const

const land = contact(
  'Offene Kommunen NRW, Geschäftsstelle',
  'geschaeftsstelle@offene-kommunen.example',
  100,
  'Am Wall 21',
  '43170',
  'Lindenrode',
)
const kreis = contact(
  'Kreis Sennewald, Koordination Open Government',
  'offene-daten@kreis-sennewald.example',
  300,
  'Paderborner Straße 40',
  '43170',
  'Lindenrode',
)
const lindenrode = contact(
  'Stadt Lindenrode, Stabsstelle Digitales',
  'offene-daten@lindenrode.example',
  201,
  'Rathausplatz 1',
  '43170',
  'Lindenrode',
)
const auenfeld = contact(
  'Gemeinde Auenfeld, Fachbereich Bürgerdienste',
  'offene-daten@auenfeld.example',
  401,
  'Rathausstraße 8',
  '43182',
  'Auenfeld',
)
const steinbrueck = contact(
  'Stadt Steinbrück, Hauptverwaltung',
  'rathaus@steinbrueck.example',
  510,
  'Amtsstraße 2',
  '43195',
  'Steinbrück',
)
const stadtwerke = contact(
  'Stadtwerke Sennewald, Kundenbüro',
  'kundenbuero@stadtwerke-sennewald.example',
  600,
  'Stadtwerkestraße 12',
  '43170',
  'Lindenrode',
)

/** The tree: the Land above, the district in it, three places and a joint utility in the district. Parents come before children. */
export const demoTenants: readonly DemoTenant[] = [
  {
    ...shared,
    slug: 'nrw',
    name: 'Offene Kommunen NRW',
    shortName: 'Nordrhein-Westfalen',
    kind: 'land',
    ars: '050000000000',
    tagline: { de: 'Offene Daten aller Kommunen', en: 'Open data of all municipalities' },
    contact: land,
    legal: legalTexts({
      contact: land,
      role: { de: 'die Geschäftsstelle', en: 'the office' },
      host: 'offene-kommunen.example',
      form: 'verbund',
    }),
    accent: { light: '#0F4C5C', dark: '#7CC7DB' },
    geocoding: { uri: stateKey('05'), level: geocodingLevels.land },
  },
  {
    ...shared,
    slug: 'kreis-sennewald',
    name: 'Kreis Sennewald',
    shortName: 'Kreis Sennewald',
    kind: 'kreis',
    parent: 'nrw',
    ars: '058980000000',
    ags: '05898',
    population: populationOf('lindenrode') + populationOf('auenfeld') + populationOf('steinbrueck'),
    tagline: { de: 'Offene Daten', en: 'Open data' },
    arms: arms.kreis,
    contact: kreis,
    legal: legalTexts({
      contact: kreis,
      role: { de: 'die Landrätin oder der Landrat', en: 'the district administrator' },
      host: 'kreis-sennewald.example',
      form: 'kreis',
    }),
    accent: { light: '#22562A', dark: '#86C78D' },
    area: areaOf('kreis-sennewald'),
    geocoding: { uri: districtKey('05898'), level: geocodingLevels.kreis },
  },
  {
    ...shared,
    slug: 'lindenrode',
    name: 'Stadt Lindenrode',
    shortName: 'Lindenrode',
    kind: 'gemeinde',
    parent: 'kreis-sennewald',
    ars: '058980008008',
    ags: '05898008',
    population: populationOf('lindenrode'),
    tagline: { de: 'Offene Daten', en: 'Open data' },
    arms: arms.lindenrode,
    contact: lindenrode,
    legal: legalTexts({
      contact: lindenrode,
      role: { de: 'die Bürgermeisterin oder der Bürgermeister', en: 'the mayor' },
      host: 'lindenrode.example',
      form: 'gemeinde',
    }),
    accent: { light: '#1F4E79', dark: '#8FBEEA' },
    area: areaOf('lindenrode'),
    geocoding: { uri: municipalityKey('05898008'), level: geocodingLevels.gemeinde },
  },
  {
    ...shared,
    slug: 'auenfeld',
    name: 'Gemeinde Auenfeld',
    shortName: 'Auenfeld',
    kind: 'gemeinde',
    parent: 'kreis-sennewald',
    ars: '058980004004',
    ags: '05898004',
    population: populationOf('auenfeld'),
    tagline: { de: 'Daten aus der Gemeinde', en: 'Data from the municipality' },
    arms: arms.auenfeld,
    contact: auenfeld,
    legal: legalTexts({
      contact: auenfeld,
      role: { de: 'die Bürgermeisterin oder der Bürgermeister', en: 'the mayor' },
      host: 'auenfeld.example',
      form: 'gemeinde',
    }),
    accent: { light: '#0B5351', dark: '#6FCFC6' },
    area: areaOf('auenfeld'),
    geocoding: { uri: municipalityKey('05898004'), level: geocodingLevels.gemeinde },
  },
  {
    ...shared,
    slug: 'steinbrueck',
    name: 'Stadt Steinbrück',
    shortName: 'Steinbrück',
    kind: 'gemeinde',
    parent: 'kreis-sennewald',
    ars: '058980012012',
    ags: '05898012',
    population: populationOf('steinbrueck'),
    tagline: { de: 'Wir fangen klein an', en: 'We start small' },
    arms: arms.steinbrueck,
    contact: steinbrueck,
    legal: legalTexts({
      contact: steinbrueck,
      role: { de: 'die Bürgermeisterin oder der Bürgermeister', en: 'the mayor' },
      host: 'steinbrueck.example',
      form: 'gemeinde',
    }),
    accent: { light: '#7A2E1D', dark: '#F0A48E' },
    area: areaOf('steinbrueck'),
    geocoding: { uri: municipalityKey('05898012'), level: geocodingLevels.gemeinde },
  },
  {
    ...shared,
    slug: 'stadtwerke-sennewald',
    name: 'Stadtwerke Sennewald',
    shortName: 'Stadtwerke',
    kind: 'zweckverband',
    parent: 'kreis-sennewald',
    tagline: { de: 'Strom, Wasser und Laden im Kreis', en: 'Power, water and charging in the district' },
    contact: stadtwerke,
    legal: legalTexts({
      contact: stadtwerke,
      role: { de: 'der Vorstand', en: 'the board' },
      host: 'stadtwerke-sennewald.example',
      form: 'anstalt',
    }),
    accent: { light: '#4A3A86', dark: '#B7A8F0' },
    area: areaOf('kreis-sennewald'),
    geocoding: { uri: districtKey('05898'), level: geocodingLevels.kreis },
  },
]

const bySlug = new Map(demoTenants.map((tenant) => [tenant.slug, tenant]))

/** A tenant by its slug; throws for an unknown one, for then the demonstration is wrong. */
export function demoTenant(slug: string): DemoTenant {
  const tenant = bySlug.get(slug)
  if (!tenant) throw new Error(`no tenant ${slug} in the demonstration`)
  return tenant
}
