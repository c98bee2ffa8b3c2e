import { column, table } from '../files/table.ts'

const place = [
  column('laenge', 'number', 'Geografische Länge (WGS 84)', { digits: 5 }),
  column('breite', 'number', 'Geografische Breite (WGS 84)', { digits: 5 }),
]

export const dogRuns = table(
  [
    column('name', 'string', 'Wie die Wiese vor Ort heißt'),
    column('ortsteil', 'string', 'Ortsteil'),
    column('groesse', 'integer', 'Fläche', { unit: 'm²' }),
    column('zaun', 'boolean', 'Ganz umzäunt'),
    column('beutel', 'integer', 'Spender für Hundekotbeutel'),
    ...place,
  ],
  () => [
    ['Wiese am Mühlenbach', 'Innenstadt', 6200, true, 2, 8.71722, 51.88834],
    ['Alte Gärtnerei', 'Nordstadt', 3800, true, 1, 8.72377, 51.90142],
    ['Am Heidekrug', 'Hohenrode', 9400, false, 1, 8.69702, 51.8966],
    ['Hinter dem Sportplatz', 'Eschenbach', 5100, false, 1, 8.74629, 51.90458],
    ['Lindengrund', 'Lindenaue', 2700, true, 1, 8.70161, 51.87917],
  ],
)

export const survey = table(
  [
    column('frage', 'string', 'Gegenstand der Frage'),
    column('ortsteil', 'string', 'Ortsteil, in dem die Befragten wohnen'),
    column('altersgruppe', 'string', 'Altersgruppe der Befragten'),
    column('antwort', 'string', 'Antwort auf der fünfstufigen Skala'),
    column('anzahl', 'integer', 'Zahl der Antworten'),
  ],
  () => [
    ['Aufenthalt auf dem Rathausplatz', 'Innenstadt', '18 bis 29', 'sehr zufrieden', 41],
    ['Aufenthalt auf dem Rathausplatz', 'Innenstadt', '30 bis 44', 'eher zufrieden', 87],
    ['Aufenthalt auf dem Rathausplatz', 'Hohenrode', '80 und älter', 'unzufrieden', 2],
    ['Wege zu Fuß', 'Innenstadt', '45 bis 64', 'eher unzufrieden', 63],
    ['Wege zu Fuß', 'Eschenbach', '65 bis 79', 'teils, teils', 18],
    ['Sitzplätze und Schatten', 'Hohenrode', '18 bis 29', 'sehr unzufrieden', 1],
    ['Sitzplätze und Schatten', 'Innenstadt', '65 bis 79', 'unzufrieden', 54],
  ],
)

export const streetLights = table(
  [
    column('ortsteil', 'string', 'Ortsteil'),
    column('lampenart', 'string', 'LED, Natriumdampf oder Leuchtstoff'),
    column('leuchten', 'integer', 'Zahl der Leuchten'),
    column('leistung', 'number', 'Anschlussleistung aller Leuchten', { unit: 'kW', digits: 1 }),
    column('nachtabsenkung', 'boolean', 'Wird zwischen 23 und 5 Uhr gedimmt'),
  ],
  () => [
    ['Innenstadt', 'LED', 2418, 74.9, true],
    ['Innenstadt', 'Natriumdampf', 611, 51.3, false],
    ['Hohenrode', 'LED', 702, 20.4, true],
    ['Hohenrode', 'Leuchtstoff', 94, 6.8, false],
    ['Eschenbach', 'LED', 388, 11.6, true],
    ['Eschenbach', 'Natriumdampf', 205, 17.2, false],
  ],
)

export const pupilForecast = table(
  [
    column('schuljahr', 'string', 'Schuljahr'),
    column('schulform', 'string', 'Schulform'),
    column('kinder', 'integer', 'Erwartete Schülerinnen und Schüler'),
    column('zuege', 'number', 'Rechnerische Züge', { digits: 1 }),
  ],
  () => [
    ['2027/2028', 'Grundschule', 1612, 16.1],
    ['2027/2028', 'Gesamtschule', 1148, 6.4],
    ['2027/2028', 'Gymnasium', 1394, 5.8],
    ['2028/2029', 'Grundschule', 1655, 16.6],
    ['2028/2029', 'Gesamtschule', 1171, 6.5],
    ['2028/2029', 'Gymnasium', 1402, 5.8],
    ['2029/2030', 'Grundschule', 1688, 16.9],
    ['2029/2030', 'Gesamtschule', 1203, 6.7],
    ['2029/2030', 'Gymnasium', 1427, 5.9],
  ],
)

export const marketStalls = table(
  [
    column('markttag', 'string', 'Wochentag'),
    column('platz', 'integer', 'Nummer des Standplatzes'),
    column('angebot', 'string', 'Was dort verkauft wird'),
    column('frontlaenge', 'number', 'Länge des Standes', { unit: 'm', digits: 1 }),
    column('strom', 'boolean', 'Mit Stromanschluss'),
  ],
  () => [
    ['Mittwoch', 1, 'Obst und Gemüse', 8, false],
    ['Mittwoch', 2, 'Käse', 6, true],
    ['Mittwoch', 3, 'Fisch', 7.5, true],
    ['Samstag', 1, 'Obst und Gemüse', 8, false],
    ['Samstag', 4, 'Blumen', 5, false],
    ['Samstag', 5, 'Backwaren', 6, true],
    ['Samstag', 6, 'Imkerei', 3, false],
  ],
)

export const gritBins = table(
  [column('strasse', 'string', 'Straße'), column('liter', 'integer', 'Inhalt', { unit: 'l' })],
  () => [
    ['Steinweg', 200],
    ['Am Hang', 400],
  ],
)

export const fountains = table([column('ort', 'string', 'Wo der Brunnen steht'), column('baujahr', 'year', 'Baujahr')], () => [
  ['Rathausplatz', 2023],
  ['Bahnhofsvorplatz', 2025],
])
