// Believable German records without end: the same number gives the same record, words are distributed as in real texts (Zipf).
import type { SearchDocument } from '#platform/search'

const list = (text: string) => text.trim().split(/\s+/)

const modifiers = list(`
Verkehrs Abfall Baum Straßen Schul Kinder Haushalts Bevölkerungs Einwohner Wahl Umwelt Energie Wasser Luft Lärm Klima Wohnungs Gewerbe Grünflächen Spielplatz
Radverkehrs Parkplatz Haltestellen Fahrplan Bebauungs Flächennutzungs Denkmal Friedhofs Sport Kultur Museums Bibliotheks Jugend Senioren Sozial Pflege Gesundheits
Krankenhaus Apotheken Feuerwehr Rettungs Einsatz Steuer Gebühren Vergabe Personal Stellen Rats Ausschuss Sitzungs Beteiligungs Bürger Vereins Tourismus Gäste
Hotel Markt Veranstaltungs Kirchen Hunde Tier Wald Boden Altlasten Grundwasser Hochwasser Pegel Wetter Solar Wind Strom Fernwärme Breitband Mobilfunk Lade
Brücken Tunnel Ampel Beleuchtungs Kanal Abwasser Trinkwasser Brunnen Toiletten Stadtteil Quartiers Bezirks Adress Gebäude Grundstücks Miet Leerstands Bau Sanierungs`)
const heads = list(`
daten zahlen statistik verzeichnis kataster plan karte bericht liste standorte kalender entwicklung zählung messung übersicht konzept register satzung nutzung
bestand bedarf ergebnisse kosten mengen gebiete grenzen anlagen flächen angebote einrichtungen prognose belegung auslastung planung förderung qualität versorgung
entsorgung sicherheit netz linien stellen punkte zonen bilanz umfrage termine programm projekte maßnahmen unfälle schäden meldungen`)
const simple = list(`
Bodenrichtwerte Geburten Sterbefälle Zuzüge Fortzüge Eheschließungen Vornamen Arbeitslose Beschäftigte Luftbilder Orthofotos Hausnummern Postleitzahlen Ortsteile
Parkhäuser Baustellen Wochenmärkte Ladesäulen Kitas Schulen Bäume Bänke Museen Theater Denkmäler Stolpersteine Kunstwerke Schwimmbäder Wanderwege Radwege`)
const fillers = list(`
der die und in den von zu das mit sich des auf für ist im dem nicht ein eine als auch es an werden aus er hat dass sie nach wird bei einer um am sind noch wie
einem über einen so zum kann nur vor zur bis mehr durch man sein wurde Datensatz enthält Angaben Stadt Gemeinde Kreis Jahr Stand Daten Quelle Amt jährlich monatlich
aktualisiert bereitgestellt erhoben gegliedert nach Stadtteilen Geschlecht Alter Lage Adresse Koordinaten Bezeichnung Anzahl Fläche Meter Prozent Verwaltung Fachbereich
Informationen Nutzung Hinweis Format Beschreibung weitere folgende insgesamt davon jeweils regelmäßig Zeitraum Erhebung Grundlage Auswertung Darstellung öffentlich`)
const starts = list(
  'Neu Alt Ober Unter Klein Groß Bad Sankt Nieder Hohen Wald Berg Stein Linden Eichen Buchen Rosen Wiesen Mühl Burg',
)
const ends = list('stadt dorf hausen heim berg feld bach burg kirchen tal hagen au brück walde furt see münde rode leben ingen')
const formats = list('CSV JSON GeoJSON XLSX XML WMS WFS PDF SHP GML KML ZIP RDF HTML TXT')
const licences = list('dl-by-de/2.0 dl-zero-de/2.0 cc-by/4.0 cc-zero cc-by-sa/4.0 odbl geonutz other-closed')
const themes = list('AGRI ECON EDUC ENER ENVI GOVE HEAL INTR JUST REGI SOCI TECH TRAN')

/** The places that publish. */
export const places = starts.flatMap((start) =>
  ends.map((end) =>
    start.length < 4 || start === 'Sankt' ? `${start} ${end.charAt(0).toUpperCase()}${end.slice(1)}` : start + end,
  ),
)
/** Facets of the records, in the order of the answer. */
export const facetNames = ['place', 'theme', 'format', 'licence', 'publisher', 'keyword'] as const

/** Random numbers from 0 to 1 that begin with a seed (mulberry32). */
export function randomFrom(seed: number): () => number {
  let state = seed >>> 0
  return () => {
    state = (state + 0x6d2b79f5) >>> 0
    let t = Math.imul(state ^ (state >>> 15), 1 | state)
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t
    return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296
  }
}

/** A place in a list of `length`, the first ones far more often: rank r comes with 1/r. */
const zipf = (random: () => number, length: number) =>
  Math.min(length - 1, Math.floor(Math.exp(random() * Math.log(length + 1)) - 1))

// The topics in a fixed shuffled order: every modifier with every head, and plain words.
const topics = (() => {
  const all = [...modifiers.flatMap((modifier) => heads.map((head) => modifier + head)), ...simple, ...simple]
  const random = randomFrom(7)
  for (let i = all.length - 1; i > 0; i--) {
    const j = Math.floor(random() * (i + 1))
    ;[all[i], all[j]] = [all[j] as string, all[i] as string]
  }
  return all
})()

/** As `zipf`, but flatter at the top (Mandelbrot): in a catalogue no single topic stands in half of all records. */
const flat = (random: () => number, length: number, shift = 15) =>
  Math.min(length - 1, Math.floor((shift + 1) * Math.exp(random() * Math.log((length + shift + 1) / (shift + 1))) - shift - 1))

/** A word such as people look for, the frequent ones more often. */
export const topic = (random: () => number): string => topics[flat(random, topics.length)] as string
/** A plain noun as it stands in running text. */
const bare = (random: () => number) => (modifiers[flat(random, modifiers.length)] as string).replace(/s$/, '')
const pick = <T>(random: () => number, from: readonly T[]): T => from[zipf(random, from.length)] as T

function sentence(random: () => number, place: string, theme: string): string {
  const words: string[] = [theme]
  const length = 25 + Math.floor(random() * 35)
  for (let i = 0; i < length; i++)
    words.push(random() < 0.72 ? pick(random, fillers) : random() < 0.55 ? topic(random) : random() < 0.8 ? bare(random) : place)
  if (random() < 0.3) words.push(`Nr. ${Math.floor(random() * 9_999)}`)
  return `${words.join(' ')}.`
}

/** Record number `i`. */
export function record(i: number): SearchDocument {
  const random = randomFrom(i * 2_654_435_761 + 12_345)
  const placeNumber = zipf(random, places.length)
  const place = places[placeNumber] as string
  const theme = topic(random)
  const year = 1_995 + Math.floor(random() * 31)
  const keywords = Array.from({ length: 2 + Math.floor(random() * 4) }, () => topic(random))
  const longitude = 6 + random() * 8
  const latitude = 47.5 + random() * 7
  const licence = pick(random, licences)
  return {
    id: `record-${i}`,
    kind: 'dataset',
    scopes: [`place-${placeNumber}`, `district-${placeNumber % 30}`, 'land'],
    fields: { title: `${theme} ${place} ${year}`, keywords: keywords.join(', '), description: sentence(random, place, theme) },
    facets: {
      place: [place],
      theme: random() < 0.8 ? [pick(random, themes)] : [pick(random, themes), pick(random, themes)],
      format: Array.from({ length: 1 + Math.floor(random() * 3) }, () => pick(random, formats)),
      licence: [licence],
      publisher: [`${random() < 0.7 ? 'Stadt' : 'Amt für Statistik'} ${place}`],
      keyword: keywords,
    },
    issued: 9_000 + Math.floor(random() * 11_000),
    modified: 12_000 + Math.floor(random() * 8_700),
    bbox: [longitude, latitude, longitude + 0.1, latitude + 0.1],
    flags: [...(licence === 'other-closed' ? [] : ['open']), ...(random() < 0.1 ? ['hvd'] : [])],
  }
}

/** What a visitor asks. */
export interface Question {
  readonly scope: string
  readonly text: string
  readonly facets: Readonly<Record<string, readonly string[]>>
}

const withError = (word: string, random: () => number) => {
  const at = 1 + Math.floor(random() * (word.length - 2))
  return word.slice(0, at) + word.slice(at + 1)
}

/** Question number `i` to an index of `count` records: a word, words from the title of some record, a facet chosen, a typing error, or only facets; asked of the whole Land, a district or one place. */
export function question(i: number, count: number): Question {
  const random = randomFrom(i * 40_503 + 99)
  const kind = random()
  const scope =
    random() < 0.7 ? 'land' : random() < 0.5 ? `district-${Math.floor(random() * 30)}` : `place-${zipf(random, places.length)}`
  const word = random() < 0.5 ? topic(random) : bare(random)
  if (kind < 0.4) return { scope, text: word, facets: {} }
  if (kind < 0.75) {
    const { fields, scopes } = record(Math.floor(random() * count))
    const title = fields.title ?? ''
    return {
      scope: random() < 0.7 ? 'land' : (scopes[1] as string),
      text: kind < 0.65 ? title.replace(/ \d+$/, '') : title,
      facets: {},
    }
  }
  if (kind < 0.88) return { scope, text: word, facets: { format: [pick(random, formats)] } }
  if (kind < 0.93) return { scope, text: withError(topic(random), random), facets: {} }
  return { scope, text: '', facets: { theme: [pick(random, themes)], licence: [pick(random, licences)] } }
}
