// A small catalogue of two towns in one district, for the contract of search adapters.
import type { Bbox, SearchDocument, SearchSchema } from './port.ts'

export const contractSchema: SearchSchema = {
  version: 1,
  facets: ['format', 'theme', 'place'],
  queryFields: {
    titel: { field: 'title' },
    format: { facet: 'format', resolve: (word) => [word.toUpperCase()] },
    ort: { facet: 'place' },
  },
}

interface Sketch {
  readonly id: string
  readonly title: string
  readonly description?: string
  readonly keywords?: string
  readonly town?: 'lindau' | 'erlen'
  readonly formats?: readonly string[]
  readonly theme?: string
  readonly issued?: number
  readonly modified?: number
  readonly bbox?: Bbox
  readonly flags?: readonly string[]
  readonly kind?: string
  readonly boost?: number
}

const made = ({
  id,
  title,
  description = '',
  keywords = '',
  town = 'lindau',
  formats = ['CSV'],
  theme = 'GOVE',
  flags = [],
  kind = 'dataset',
  ...rest
}: Sketch): SearchDocument => ({
  id,
  kind,
  scopes: [town, 'kreis', 'land'],
  fields: { title, description, keywords },
  facets: { format: formats, theme: [theme], place: [town] },
  flags,
  ...rest,
})

const sketches: readonly Sketch[] = [
  {
    id: 'zaehlung',
    title: 'Verkehrszählungen an Hauptstraßen',
    description: 'Gezählt wird an acht Stellen im Stadtgebiet.',
    theme: 'TRAN',
    modified: 20_000,
    issued: 19_000,
    bbox: [9.6, 47.5, 9.8, 47.6],
  },
  {
    id: 'baeume',
    title: 'Kataster der Bäume',
    description: 'Art, Höhe und Pflanzjahr jedes Baums an Straßen.',
    formats: ['CSV', 'GEOJSON'],
    theme: 'ENVI',
    flags: ['open', 'hvd'],
    modified: 20_100,
    issued: 18_000,
  },
  {
    id: 'kitas',
    title: 'Kindertagesstätten',
    description: 'Adressen, Träger und Plätze.',
    theme: 'EDUC',
    flags: ['open'],
    modified: 19_500,
    bbox: [9.68, 47.54, 9.69, 47.55],
  },
  {
    id: 'haushalt',
    title: 'Haushaltsplan 2024',
    description: 'Erträge und Aufwendungen nach Produkten.',
    formats: ['XLSX'],
    theme: 'ECON',
    flags: ['open'],
    modified: 19_800,
  },
  {
    id: 'muell',
    title: 'Abfallkalender',
    description: 'Termine der Leerung von Restmüll und Papier.',
    theme: 'ENVI',
    modified: 19_900,
  },
  {
    id: 'bplan',
    title: 'B-Plan Nr. 47 Seeufer',
    description: 'Bebauung am Ufer.',
    theme: 'REGI',
    formats: ['XML'],
    modified: 17_000,
  },
  {
    id: 'bericht',
    title: 'Geschäftsbericht',
    description: 'Der Bericht erwähnt am Rand auch eine Verkehrszählung.',
    modified: 20_050,
  },
  { id: 'wahl', title: 'Ergebnisse der Kommunalwahl', keywords: 'Wahl, Stimmen, Wahlbeteiligung', modified: 18_500 },
  { id: 'strassen', title: 'Straßenverzeichnis', description: 'Alle Straßennamen der Stadt Lindau.', modified: 18_600 },
  {
    id: 'erlen-baeume',
    title: 'Baumkataster Erlen',
    town: 'erlen',
    theme: 'ENVI',
    formats: ['GEOJSON'],
    flags: ['open'],
    modified: 20_200,
  },
  { id: 'erlen-geheim', title: 'Nachtigallenzählung', town: 'erlen', theme: 'ENVI', modified: 18_000 },
  { id: 'verfahren', title: 'Beteiligung am Verkehrskonzept', kind: 'procedure', theme: 'TRAN', modified: 19_000 },
]

/** The records of the contract. */
export const contractRecords: readonly SearchDocument[] = sketches.map(made)

/** A record like those of the contract. */
export const contractRecord = made
