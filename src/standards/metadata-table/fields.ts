import { withoutUmlauts } from '#kernel/slug.ts'

/** A column of a table of metadata. */
export interface TableField {
  readonly id: string
  /** Its head in the template, and what it is called in English. */
  readonly de: string
  readonly en: string
  /** Other heads that mean it, as towns write them. */
  readonly also: readonly string[]
  /** Whether it speaks of a file of the dataset, so that each line may say something else. */
  readonly file?: true
  /** Properties that its values become, as the reader of catalogues names them. */
  readonly becomes: readonly string[]
  /** What it holds in the template's two example lines. */
  readonly examples: readonly [string, string]
}

const tree = 'https://daten.beispielstadt.de/baeume'

/** Every column that is understood, in the order of the template. */
export const tableFields: readonly TableField[] = [
  {
    id: 'id',
    de: 'Kennung',
    en: 'Identifier',
    also: ['id', 'identifier', 'datensatz-id', 'datensatzkennung', 'nummer', 'lfd. nr.', 'schlüssel', 'dataset id'],
    becomes: ['dct:identifier'],
    examples: ['baumkataster', 'baumkataster'],
  },
  {
    id: 'title',
    de: 'Titel',
    en: 'Title',
    also: ['name', 'datensatz', 'bezeichnung', 'titel des datensatzes', 'name des datensatzes', 'dataset'],
    becomes: ['dct:title'],
    examples: ['Baumkataster', ''],
  },
  {
    id: 'description',
    de: 'Beschreibung',
    en: 'Description',
    also: ['kurzbeschreibung', 'inhalt', 'notes', 'abstract', 'erläuterung'],
    becomes: ['dct:description'],
    examples: ['Alle Bäume an Straßen und in Grünanlagen mit Art, Pflanzjahr und Standort.', ''],
  },
  {
    id: 'keywords',
    de: 'Schlagwörter',
    en: 'Keywords',
    also: ['schlagworte', 'stichwörter', 'stichworte', 'tags', 'keyword', 'schlagwort'],
    becomes: ['dcat:keyword'],
    examples: ['Baum; Grünfläche', ''],
  },
  {
    id: 'theme',
    de: 'Thema',
    en: 'Theme',
    also: ['themen', 'kategorie', 'kategorien', 'themes', 'rubrik', 'gruppe', 'themenbereich'],
    becomes: ['dcat:theme'],
    examples: ['Umwelt', ''],
  },
  {
    id: 'publisher',
    de: 'Herausgeber',
    en: 'Publisher',
    also: ['veröffentlichende stelle', 'stelle', 'amt', 'organisation', 'datenbereitsteller', 'fachbereich', 'herausgeberin'],
    becomes: ['dct:publisher', 'foaf:name'],
    examples: ['Gemeinde Beispielstadt', ''],
  },
  {
    id: 'contact',
    de: 'Kontakt',
    en: 'Contact',
    also: ['ansprechstelle', 'kontaktstelle', 'ansprechpartner', 'ansprechperson', 'contact point'],
    becomes: ['vcard:fn'],
    examples: ['Bauamt', ''],
  },
  {
    id: 'email',
    de: 'E-Mail',
    en: 'E-mail',
    also: ['mail', 'email', 'kontakt-e-mail', 'e-mail-adresse', 'mailadresse'],
    becomes: ['vcard:hasEmail', 'dcat:contactPoint'],
    examples: ['bauamt@beispielstadt.de', ''],
  },
  {
    id: 'page',
    de: 'Webseite',
    en: 'Web page',
    also: ['seite', 'informationsseite', 'landing page', 'landingpage', 'mehr informationen', 'homepage'],
    becomes: ['dcat:landingPage'],
    examples: ['https://www.beispielstadt.de/baeume', ''],
  },
  {
    id: 'issued',
    de: 'Veröffentlicht am',
    en: 'Issued',
    also: ['veröffentlicht', 'erstveröffentlichung', 'veröffentlichungsdatum', 'erstellt', 'erstellt am', 'created'],
    becomes: ['dct:issued'],
    examples: ['02.05.2024', ''],
  },
  {
    id: 'modified',
    de: 'Stand',
    en: 'Modified',
    also: ['aktualisiert', 'aktualisiert am', 'letzte änderung', 'geändert am', 'datum', 'aktualisierungsdatum', 'last modified'],
    becomes: ['dct:modified'],
    examples: ['01.10.2026', ''],
  },
  {
    id: 'frequency',
    de: 'Aktualisierung',
    en: 'Frequency',
    also: ['turnus', 'aktualisierungsintervall', 'aktualisierungsturnus', 'aktualisierungsrhythmus', 'häufigkeit', 'frequenz'],
    becomes: ['dct:accrualPeriodicity'],
    examples: ['jährlich', ''],
  },
  {
    id: 'start',
    de: 'Zeitraum von',
    en: 'Period from',
    also: ['von', 'beginn', 'zeitraum beginn', 'gültig von', 'start'],
    becomes: ['dcat:startDate'],
    examples: ['01.01.2024', ''],
  },
  {
    id: 'end',
    de: 'Zeitraum bis',
    en: 'Period to',
    also: ['bis', 'ende', 'zeitraum ende', 'gültig bis'],
    becomes: ['dcat:endDate'],
    examples: ['31.12.2025', ''],
  },
  {
    id: 'place',
    de: 'Ort',
    en: 'Place',
    also: ['raumbezug', 'gebiet', 'räumliche abdeckung', 'spatial', 'geltungsbereich'],
    becomes: ['dct:spatial', 'skos:prefLabel'],
    examples: ['Beispielstadt', ''],
  },
  {
    id: 'file',
    de: 'Datei',
    en: 'File',
    also: ['download', 'downloadlink', 'download-link', 'download-url', 'datei-url', 'url', 'link', 'adresse', 'ressource'],
    file: true,
    becomes: ['dcat:downloadURL', 'dcat:accessURL'],
    examples: [`${tree}.csv`, `${tree}.geojson`],
  },
  {
    id: 'access',
    de: 'Zugang',
    en: 'Access',
    also: ['zugangs-url', 'access-url', 'dienst', 'dienst-url', 'zugriff', 'schnittstelle'],
    file: true,
    becomes: ['dcat:accessURL'],
    examples: ['', ''],
  },
  {
    id: 'fileTitle',
    de: 'Dateititel',
    en: 'File title',
    also: ['titel der datei', 'dateiname', 'ressourcentitel', 'name der datei'],
    file: true,
    becomes: ['dct:title'],
    examples: ['Bäume als Tabelle', 'Bäume für die Karte'],
  },
  {
    id: 'format',
    de: 'Format',
    en: 'Format',
    also: ['dateiformat', 'dateityp', 'typ', 'file type'],
    file: true,
    becomes: ['dct:format', 'dcat:mediaType'],
    examples: ['CSV', 'GeoJSON'],
  },
  {
    id: 'license',
    de: 'Lizenz',
    en: 'Licence',
    also: ['license', 'nutzungsbedingungen', 'nutzungsrechte', 'lizenzbedingungen', 'nutzungsbestimmungen'],
    file: true,
    becomes: ['dct:license'],
    examples: ['Datenlizenz Deutschland – Zero – Version 2.0', 'Datenlizenz Deutschland – Zero – Version 2.0'],
  },
  {
    id: 'attribution',
    de: 'Namensnennung',
    en: 'Attribution',
    also: ['quellenvermerk', 'quellenangabe', 'attribution text'],
    file: true,
    becomes: ['dcatde:licenseAttributionByText'],
    examples: ['', ''],
  },
]

/** Heads are compared without capitals, umlauts and signs. */
const headKey = (head: string): string => withoutUmlauts(head.toLowerCase()).replace(/[^a-z0-9]+/g, '')

const byHead = new Map(
  tableFields.flatMap((field) => [field.id, field.de, field.en, ...field.also].map((head) => [headKey(head), field.id] as const)),
)

/** The field that a head means; undefined for one that nobody knows. What stands in brackets behind a head says nothing. */
export const fieldOfHead = (head: string): string | undefined =>
  byHead.get(headKey(head)) ?? byHead.get(headKey(head.replace(/\s*[([].*$/, '')))

export const isTableField = (id: string): boolean => tableFields.some((field) => field.id === id)
