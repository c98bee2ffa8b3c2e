import type { MadeUpRecord } from '../model/imitation.ts'

const themes = 'http://publications.europa.eu/resource/authority/data-theme/'
const zero = 'http://dcat-ap.de/def/licenses/dl-zero-de/2.0'
const by = 'http://dcat-ap.de/def/licenses/dl-by-de/2.0'

const record = (id: string, title: string, description: string, more: Partial<MadeUpRecord> = {}): MadeUpRecord => ({
  id,
  title,
  description,
  publisher: 'Wasserverband Erlental',
  file: `https://daten.wasserverband-erlental.example/dateien/${id}.csv`,
  license: zero,
  theme: 'Umwelt',
  format: 'CSV',
  modified: '2026-10-05T09:00:00Z',
  ...more,
})

/** The open data of an invented water association, as its portal has them. */
export const waterRecords: readonly MadeUpRecord[] = [
  record(
    'pegel-erle',
    'Pegelstände der Erle',
    'Wasserstand der Erle an vier Messstellen, alle 15 Minuten in Zentimetern, seit 2015.',
  ),
  record('grundwasser', 'Grundwasserstände', 'Grundwasserstand an 23 Messstellen des Verbandsgebiets, monatlich gemessen.'),
  record(
    'trinkwasser',
    'Trinkwasserqualität nach Versorgungszonen',
    'Härte, Nitrat und 14 weitere Werte für die sechs Versorgungszonen, vierteljährlich.',
    { license: by },
  ),
  record('klaeranlagen', 'Kläranlagen und ihre Leistung', 'Lage, Ausbaugröße und Ablaufwerte der fünf Kläranlagen.', {
    format: 'XLSX',
  }),
  record('hochwasser', 'Überschwemmungsgebiete der Erle', 'Flächen, die ein hundertjährliches Hochwasser überflutet.', {
    format: 'GeoJSON',
    file: 'https://daten.wasserverband-erlental.example/dateien/hochwasser.geojson',
  }),
  record('brunnen', 'Trinkbrunnen in Lindenrode', 'Öffentliche Trinkbrunnen mit Lage, Betriebszeit und Barrierefreiheit.', {
    publisher: 'Stadt Lindenrode',
    license: 'Nutzungsbedingungen des Verbands',
    format: 'Excel-Tabelle',
  }),
  record('baustellen', 'Baustellen am Kanalnetz', 'Geplante und laufende Arbeiten am Kanalnetz mit Beginn und Ende.', {
    theme: 'Verkehr',
  }),
]

/** The catalogue of an invented planning association: it is short one night. */
export const planRecords: readonly MadeUpRecord[] = [
  'Flächennutzungsplan Sennewald',
  'Radwegenetz der Region',
  'Windvorranggebiete',
  'Naturschutzgebiete',
  'Gewerbeflächen im Verbund',
  'Bodenrichtwerte',
  // One that cannot be taken, so that the history shows what that looks like.
  '',
].map((title, at) => ({
  id: `plan-${at + 1}`,
  title,
  description: `${title || 'Ohne Titel'}: gemeinsame Daten der Kommunen des Planungsverbands, jährlich erneuert.`,
  publisher: 'Planungsverband Sennewald',
  file: `https://geo.planungsverband-sennewald.example/daten/${at + 1}.gpkg`,
  license: by,
  theme: `${themes}REGI`,
  format: 'http://publications.europa.eu/resource/authority/file-type/GPKG',
  modified: '2026-09-12T10:00:00Z',
}))
