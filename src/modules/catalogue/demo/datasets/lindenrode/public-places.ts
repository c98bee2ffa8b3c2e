import type { DraftDataset } from '../../draft.ts'
import { csvFile, excelFile, geoFile, jsonFile } from '../../files/demo-file.ts'
import { bikeStands, bottleBanks, cemeteries, offices, playgrounds, toilets } from './public-places-tables.ts'

const base = { licence: 'by', keywords: [] } as const

export const publicPlaces: DraftDataset[] = [
  {
    ...base,
    slug: 'spielplaetze',
    title: 'Spielplätze in Lindenrode',
    titleEn: 'Playgrounds in Lindenrode',
    description:
      'Die 38 öffentlichen Spielplätze der Stadt mit Adresse, Altersgruppe, Geräten, Größe und dem Tag der letzten Hauptkontrolle. Der Baubetriebshof prüft jeden Platz wöchentlich mit dem Auge und einmal im Jahr gründlich; die Tabelle nennt die gründliche Prüfung. Spielgeräte auf Schulhöfen, die nachmittags offen stehen, sind nicht enthalten.',
    keywords: ['Spielplatz', 'Kinder', 'Freizeit', 'Familie', 'Inklusion'],
    themes: ['SOCI', 'ENVI'],
    by: 'gruen',
    issued: '2024-05-13',
    modified: '2026-10-05',
    frequency: 'QUARTERLY',
    from: '2026-03-12',
    until: '2026-10-02',
    model: 'freizeit/spielplatzUndSpielstaette',
    files: [
      csvFile('spielplaetze_lindenrode.csv', 'Spielplätze als CSV (windows-1252, Semikolon)', playgrounds, 'office'),
      geoFile('spielplaetze_lindenrode.geojson', 'Spielplätze als GeoJSON', playgrounds),
    ],
    services: [
      {
        service: 'geodienst-stadtgruen',
        title: 'OGC API Features',
        url: 'https://geo.lindenrode.example/ogc/collections/spielplaetze/items',
      },
    ],
  },
  {
    ...base,
    slug: 'altglas-standorte',
    title: 'Standorte der Altglasbehälter',
    titleEn: 'Bottle bank locations',
    description:
      'An 47 Standorten nimmt die Stadt Altglas getrennt nach Farben an. Die Tabelle nennt je Standort die Zahl der Behälter und sagt, ob dort auch Kleidung gesammelt wird. Einwurf ist werktags von 7 bis 20 Uhr erlaubt. Der Baubetriebshof pflegt die Liste, wenn ein Standort verlegt wird.',
    keywords: ['Altglas', 'Container', 'Recycling', 'Abfall', 'Sammelstelle'],
    themes: ['ENVI'],
    by: 'abfall',
    issued: '2024-08-12',
    modified: '2026-07-20',
    frequency: 'IRREG',
    model: 'abfallentsorgung/container',
    licence: 'zero',
    legalBasis: ['§ 5 Landeskreislaufwirtschaftsgesetz (LKrWG NRW)'],
    files: [
      csvFile('altglas.csv', 'Standorte als CSV', bottleBanks),
      geoFile('altglas.geojson', 'Standorte als GeoJSON', bottleBanks),
    ],
  },
  {
    ...base,
    slug: 'friedhoefe',
    title: 'Städtische Friedhöfe',
    titleEn: 'Municipal cemeteries',
    description:
      'Die sechs städtischen Friedhöfe mit Lage, Größe, angebotenen Grabarten und der Zahl der Bestattungen im Jahr 2025. Die Zahlen stammen aus dem Bestattungsregister; Angaben zu einzelnen Gräbern oder Verstorbenen enthält der Datensatz nicht. Der jüdische Friedhof an der Klosterstraße gehört der Stadt nicht und fehlt deshalb.',
    keywords: ['Friedhof', 'Bestattung', 'Grabarten', 'Trauerhalle'],
    themes: ['SOCI'],
    by: 'gruen',
    issued: '2025-02-10',
    modified: '2026-02-16',
    frequency: 'ANNUAL',
    from: '2025-01-01',
    until: '2025-12-31',
    model: 'kultur/friedhof/standort',
    legalBasis: ['Bestattungsgesetz Nordrhein-Westfalen (BestG NRW)', 'Friedhofssatzung der Stadt Lindenrode'],
    files: [
      csvFile('friedhoefe.csv', 'Friedhöfe als CSV', cemeteries),
      geoFile('friedhoefe.geojson', 'Friedhöfe als GeoJSON', cemeteries),
    ],
  },
  {
    ...base,
    slug: 'oeffentliche-toiletten',
    title: 'Öffentliche Toiletten',
    titleEn: 'Public toilets',
    description:
      'Neun öffentliche Toiletten mit Lage, Öffnungszeit und Entgelt. Drei Spalten sagen, ob die Anlage mit dem Rollstuhl nutzbar ist, sich mit dem Euroschlüssel öffnen lässt und einen Wickeltisch hat. Die Gebäudewirtschaft hat alle Anlagen im Frühjahr 2026 vor Ort geprüft.',
    keywords: ['Toilette', 'WC', 'Barrierefreiheit', 'Wickeltisch'],
    themes: ['HEAL', 'SOCI'],
    by: 'gebaeude',
    issued: '2025-06-02',
    modified: '2026-04-27',
    frequency: 'ANNUAL',
    model: 'gesundheit/oeffentlicheToilette',
    licence: 'zero',
    files: [
      csvFile('toiletten.csv', 'Toiletten als CSV', toilets),
      geoFile('toiletten.geojson', 'Toiletten als GeoJSON', toilets),
    ],
  },
  {
    ...base,
    slug: 'fahrradabstellanlagen',
    title: 'Fahrradabstellanlagen',
    titleEn: 'Bicycle parking',
    description:
      'An 64 Stellen im Stadtgebiet lassen sich Fahrräder sicher abstellen. Zu jeder Anlage stehen Art, Zahl der Plätze und Dach; eine eigene Spalte nennt die Plätze für Lastenräder. Aufgenommen hat sie der Fachdienst Straßen und Verkehr im Sommer 2025 zu Fuß. Das Radhaus am Bahnhof betreibt ein Verein; es zählt hier mit.',
    keywords: ['Fahrrad', 'Abstellanlage', 'Radverkehr', 'Lastenrad', 'Bike and Ride'],
    themes: ['TRAN'],
    by: 'verkehr',
    issued: '2025-09-15',
    modified: '2026-09-14',
    frequency: 'ANNUAL',
    model: 'verkehr/radverkehr/abstellplatz',
    files: [
      csvFile('fahrradabstellanlagen.csv', 'Anlagen als CSV', bikeStands),
      geoFile('fahrradabstellanlagen.geojson', 'Anlagen als GeoJSON', bikeStands),
    ],
  },
  {
    ...base,
    slug: 'oeffnungszeiten',
    title: 'Öffnungszeiten der städtischen Dienststellen',
    titleEn: 'Opening hours of municipal offices',
    description:
      'Öffnungszeiten von zwölf Dienststellen der Stadt, vom Bürgerbüro bis zum Wertstoffhof, nach Wochentagen. Eine leere Zelle heißt geschlossen. Die Spalte nur_mit_termin sagt, ob Sie vorher einen Termin brauchen. An Feiertagen und zwischen Weihnachten und Neujahr gelten Ausnahmen; diese stehen auf der Internetseite der Dienststelle.',
    keywords: ['Öffnungszeiten', 'Rathaus', 'Bürgerbüro', 'Dienststelle', 'Termin'],
    themes: ['GOVE'],
    by: 'rat',
    licence: 'zero',
    issued: '2024-02-19',
    modified: '2026-10-26',
    frequency: 'CONT',
    model: 'buergerservice/dienstleistung',
    files: [
      csvFile('oeffnungszeiten.csv', 'Öffnungszeiten als CSV', offices),
      jsonFile('oeffnungszeiten.json', 'Öffnungszeiten als JSON', offices),
      excelFile('oeffnungszeiten.xlsx', 'Öffnungszeiten als Excel-Tabelle', { Dienststellen: offices }),
    ],
  },
]
