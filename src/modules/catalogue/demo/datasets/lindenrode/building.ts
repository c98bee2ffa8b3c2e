import type { DraftDataService, DraftDataset } from '../../draft.ts'
import { csvFile, excelFile, geoFile, xmlFile } from '../../files/demo-file.ts'
import { streetNamed } from '../../geography.ts'
import { around } from '../shapes.ts'
import { directory, energy, monuments, planNames, plans, riskStreets, risks, solar } from './building-tables.ts'

export const buildingData: DraftDataset[] = [
  {
    slug: 'strassenverzeichnis',
    title: 'Straßenverzeichnis Lindenrode',
    titleEn: 'Street directory of Lindenrode',
    description:
      'Alle gewidmeten Straßen, Wege und Plätze der Stadt mit Schlüssel, Ortsteil, Postleitzahl, Klasse, Länge und zulässiger Geschwindigkeit. Der Straßenschlüssel bleibt bei einer Umbenennung gleich und verbindet das Verzeichnis mit Baumkataster und Abfallkalender. Privatstraßen ohne Widmung sind nicht enthalten.',
    keywords: ['Straße', 'Straßenverzeichnis', 'Straßenschlüssel', 'Ortsteil', 'Widmung'],
    themes: ['TRAN', 'REGI'],
    by: 'verkehr',
    licence: 'zero',
    issued: '2024-02-19',
    modified: '2026-08-31',
    frequency: 'QUARTERLY',
    model: 'raumplanung/raumgliederung/strasse',
    legalBasis: ['§ 4 Straßen- und Wegegesetz Nordrhein-Westfalen (StrWG NRW)'],
    files: [
      csvFile('strassenverzeichnis.csv', 'Straßenverzeichnis als CSV', directory),
      excelFile('strassenverzeichnis.xlsx', 'Straßenverzeichnis als Excel-Tabelle', { Straßen: directory }),
      xmlFile('strassenverzeichnis.xml', 'Straßenverzeichnis als XML', directory, 'strassenverzeichnis', 'strasse'),
    ],
  },
  {
    slug: 'energieverbrauch-staedtischer-gebaeude',
    title: 'Energieverbrauch städtischer Gebäude 2021 bis 2025',
    titleEn: 'Energy use of municipal buildings 2021 to 2025',
    description:
      'Verbrauch von Wärme, Strom und Wasser in 18 städtischen Gebäuden, je Gebäude und Jahr. Die Wärme ist nach Wetter bereinigt, sodass sich kalte und milde Jahre vergleichen lassen; die letzte Spalte teilt sie durch die beheizte Fläche. Die Gebäudewirtschaft liest die Zähler am Jahresende ab.',
    keywords: ['Energie', 'Energieverbrauch', 'Gebäude', 'Wärme', 'Strom', 'Klimaschutz'],
    themes: ['ENER', 'ENVI'],
    by: 'gebaeude',
    licence: 'by',
    issued: '2024-11-11',
    modified: '2026-05-18',
    frequency: 'ANNUAL',
    from: '2021-01-01',
    until: '2025-12-31',
    model: 'energie/energiebericht',
    legalBasis: ['Umweltinformationsgesetz Nordrhein-Westfalen (UIG NRW)'],
    files: [
      csvFile('energieverbrauch.csv', 'Verbrauch als CSV (windows-1252)', energy, 'office'),
      excelFile('energieverbrauch.xlsx', 'Verbrauch als Excel-Tabelle', { Verbrauch: energy }),
    ],
  },
  {
    slug: 'photovoltaik-staedtische-daecher',
    title: 'Photovoltaik auf städtischen Dächern',
    titleEn: 'Solar power on municipal roofs',
    description:
      'Acht Anlagen mit zusammen 637,2 Kilowatt Nennleistung stehen auf städtischen Dächern. Die Tabelle nennt je Anlage und Monat den erzeugten Strom und den Teil, den das Gebäude selbst verbraucht hat. Die Werte kommen aus den Wechselrichtern und werden monatlich übernommen.',
    keywords: ['Photovoltaik', 'Solar', 'Strom', 'erneuerbare Energie', 'Klimaschutz'],
    themes: ['ENER'],
    by: 'gebaeude',
    licence: 'by',
    issued: '2025-03-03',
    modified: '2026-11-06',
    frequency: 'MONTHLY',
    from: '2025-01-01',
    until: '2026-10-31',
    model: 'energie/solar',
    files: [csvFile('photovoltaik.csv', 'Erträge als CSV', solar)],
  },
  {
    slug: 'denkmalliste',
    title: 'Denkmalliste der Stadt Lindenrode',
    titleEn: 'List of protected monuments in Lindenrode',
    description:
      'Die 142 eingetragenen Bau- und Gartendenkmäler der Stadt mit Anschrift, Bauzeit und Jahr der Eintragung. Bodendenkmäler und bewegliche Denkmäler fehlen, um sie zu schützen. Die untere Denkmalbehörde führt die Liste; eine Eintragung wird hier sichtbar, sobald sie bestandskräftig ist.',
    keywords: ['Denkmal', 'Denkmalliste', 'Baudenkmal', 'Denkmalschutz', 'Geschichte'],
    themes: ['EDUC', 'REGI'],
    by: 'kultur',
    licence: 'by',
    issued: '2024-10-07',
    modified: '2026-06-22',
    frequency: 'ANNUAL',
    model: 'kultur/denkmal',
    legalBasis: ['§ 23 Denkmalschutzgesetz Nordrhein-Westfalen (DSchG NRW)'],
    files: [
      csvFile('denkmalliste.csv', 'Denkmalliste als CSV (windows-1252)', monuments, 'office'),
      geoFile('denkmalliste.geojson', 'Denkmäler als GeoJSON', monuments),
    ],
  },
  {
    slug: 'bebauungsplaene-umringe',
    title: 'Bebauungspläne, Umringe der Geltungsbereiche',
    titleEn: 'Outlines of local development plans',
    description:
      'Umringe von 43 Bebauungsplänen, davon 39 rechtskräftig und vier im Verfahren. Je Plan stehen Nummer, Name, Art, Tag der Rechtskraft und ein Verweis auf Planzeichnung und Begründung. Rechtsverbindlich ist allein die ausgefertigte Planurkunde im Stadtplanungsamt; die Umringe sind auf etwa einen Meter genau.',
    keywords: ['Bebauungsplan', 'Bauleitplanung', 'Umring', 'Planungsrecht', 'Baugebiet'],
    themes: ['REGI'],
    by: 'planung',
    licence: 'zero',
    issued: '2024-04-22',
    modified: '2026-10-12',
    frequency: 'MONTHLY',
    hvd: 'bodennutzung',
    model: 'raumplanung/bebauungsplan',
    legalBasis: ['§§ 10 und 10a Baugesetzbuch (BauGB)'],
    files: [
      geoFile('bebauungsplaene.geojson', 'Umringe als GeoJSON', plans, () =>
        planNames.map((street, at) => around(street, 0.0009 + (at % 5) * 0.0002, `plan ${at}`)),
      ),
      csvFile('bebauungsplaene.csv', 'Liste der Pläne als CSV', plans),
    ],
    services: [
      {
        service: 'geodienst-stadtplanung',
        title: 'Download-Dienst (WFS 2.0)',
        url: 'https://geo.lindenrode.example/wfs/planung?service=WFS&request=GetCapabilities',
        fileType: 'WFS_SRVC',
      },
    ],
  },
  {
    slug: 'starkregen-hinweiskarte',
    title: 'Starkregen: berechnete Wassertiefen',
    titleEn: 'Heavy rain: computed water depths',
    description:
      'Zwölf Senken und Fließwege, in denen sich bei Starkregen Wasser sammelt, für zwei Szenarien mit 50 und 90 Millimetern in einer Stunde. Die Spalte klasse fasst die größte berechnete Tiefe in vier Stufen zusammen. Gerechnet wurde 2025 mit einem Geländemodell in einem Meter Auflösung; Kanäle und Keller sind nicht berücksichtigt. Ein Gebäude außerhalb der Flächen ist deshalb nicht sicher.',
    keywords: ['Starkregen', 'Überflutung', 'Hochwasser', 'Klimaanpassung', 'Gefahrenkarte'],
    themes: ['ENVI'],
    by: 'planung',
    licence: 'by',
    issued: '2025-07-07',
    modified: '2025-07-07',
    frequency: 'IRREG',
    hvd: 'naturrisiken',
    legalBasis: ['Umweltinformationsgesetz Nordrhein-Westfalen (UIG NRW)'],
    files: [
      geoFile('starkregen.geojson', 'Flächen als GeoJSON', risks, () =>
        riskStreets.flatMap((name) => [
          around(streetNamed('lindenrode', name), 0.0004, name),
          around(streetNamed('lindenrode', name), 0.0007, name),
        ]),
      ),
      csvFile('starkregen.csv', 'Tiefen als CSV', risks),
    ],
    services: [
      {
        service: 'geodienst-stadtplanung',
        title: 'Darstellungsdienst (WMS 1.3.0)',
        url: 'https://geo.lindenrode.example/wms/planung?service=WMS&request=GetCapabilities',
        fileType: 'WMS_SRVC',
      },
    ],
  },
]

export const planningService: DraftDataService = {
  kind: 'service',
  slug: 'geodienst-stadtplanung',
  title: 'Geodienst Stadtplanung Lindenrode (WMS und WFS)',
  titleEn: 'Urban planning service of Lindenrode (WMS and WFS)',
  description:
    'Der Dienst zeigt Bebauungspläne und Wassertiefen bei Starkregen als Karte (WMS 1.3.0) und gibt die Flächen heraus (WFS 2.0). Er arbeitet in EPSG:25832 und EPSG:4326. Das Stadtplanungsamt aktualisiert ihn am Ersten jedes Monats.',
  keywords: ['WMS', 'WFS', 'Geodienst', 'Bebauungsplan', 'Starkregen'],
  themes: ['REGI', 'ENVI'],
  by: 'planung',
  licence: 'zero',
  hvd: 'bodennutzung',
  issued: '2024-04-22',
  modified: '2026-10-12',
  pages: [['https://geo.lindenrode.example/hilfe/planung', 'Anleitung zum Einbinden des Dienstes']],
  endpoint: 'https://geo.lindenrode.example/wfs/planung',
  endpointDescription: 'https://geo.lindenrode.example/wfs/planung?service=WFS&request=GetCapabilities',
  serves: ['bebauungsplaene-umringe', 'starkregen-hinweiskarte'],
  fileTypes: ['WFS_SRVC', 'WMS_SRVC', 'GML'],
}
