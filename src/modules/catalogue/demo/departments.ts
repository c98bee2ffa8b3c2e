/** Who publishes: an office with a function mailbox. There are no persons here, on purpose. */
export interface Department {
  tenant: string
  /** Name of the publisher as it stands in the metadata. */
  name: string
  mailbox: string
  telephone: string
  street: string
  place: string
}

const of =
  (tenant: string, body: string, host: string, street: string, place: string) =>
  (office: string, mailbox: string, extension: number): Department => ({
    tenant,
    name: `${body}, ${office}`,
    mailbox: `${mailbox}@${host}.example`,
    // 0221 4710 000-999 is kept free by the Bundesnetzagentur for invented numbers.
    telephone: `+49 221 4710 ${extension}`,
    street,
    place,
  })

const lindenrode = of('lindenrode', 'Stadt Lindenrode', 'lindenrode', 'Rathausplatz 1', '43170 Lindenrode')
const kreis = of('kreis-sennewald', 'Kreis Sennewald', 'kreis-sennewald', 'Paderborner Straße 40', '43170 Lindenrode')
const auenfeld = of('auenfeld', 'Gemeinde Auenfeld', 'auenfeld', 'Rathausstraße 8', '43182 Auenfeld')
const steinbrueck = of('steinbrueck', 'Stadt Steinbrück', 'steinbrueck', 'Amtsstraße 2', '43195 Steinbrück')
const stadtwerke = of(
  'stadtwerke-sennewald',
  'Stadtwerke Sennewald',
  'stadtwerke-sennewald',
  'Stadtwerkestraße 12',
  '43170 Lindenrode',
)

export const departments = {
  gruen: lindenrode('Fachdienst Grünflächen', 'gruen', 210),
  kaemmerei: lindenrode('Kämmerei', 'kaemmerei', 220),
  wahlamt: lindenrode('Wahlamt', 'wahlen', 230),
  verkehr: lindenrode('Fachdienst Straßen und Verkehr', 'verkehr', 240),
  planung: lindenrode('Stadtplanungsamt', 'stadtplanung', 250),
  schule: lindenrode('Fachdienst Schule und Sport', 'schulen', 260),
  jugend: lindenrode('Jugendamt', 'kitas', 265),
  standesamt: lindenrode('Standesamt', 'standesamt', 270),
  rat: lindenrode('Büro des Rates', 'ratsbuero', 200),
  abfall: lindenrode('Baubetriebshof', 'abfallberatung', 280),
  gebaeude: lindenrode('Gebäudewirtschaft', 'energie', 285),
  feuerwehr: lindenrode('Feuerwehr', 'feuerwehr', 290),
  statistik: lindenrode('Statistikstelle', 'statistik', 205),
  kultur: lindenrode('Fachdienst Kultur und Denkmalschutz', 'denkmal', 275),
  personal: lindenrode('Personalamt', 'personal', 206),
  kreisVerkehr: kreis('Amt für Mobilität', 'mobilitaet', 340),
  kreisUmwelt: kreis('Umweltamt', 'umwelt', 310),
  kreisKataster: kreis('Amt für Geoinformation und Kataster', 'geodaten', 320),
  gutachter: kreis('Gutachterausschuss für Grundstückswerte', 'gutachterausschuss', 325),
  kreisGesundheit: kreis('Gesundheitsamt', 'gesundheitsamt', 330),
  kreisWahl: kreis('Kommunalaufsicht und Wahlen', 'wahlen', 305),
  kreisKaemmerei: kreis('Kämmerei', 'kaemmerei', 306),
  kreisAbfall: kreis('Abfallwirtschaft', 'abfall', 315),
  kreisStrassen: kreis('Straßenverkehrsamt', 'zulassung', 345),
  kreisRettung: kreis('Amt für Bevölkerungsschutz', 'bevoelkerungsschutz', 350),
  kreisSchule: kreis('Amt für Schule und Bildung', 'schulamt', 360),
  auenfeldBauen: auenfeld('Fachbereich Bauen und Umwelt', 'bauen', 410),
  auenfeldFinanzen: auenfeld('Fachbereich Finanzen', 'finanzen', 420),
  auenfeldBuerger: auenfeld('Fachbereich Bürgerdienste', 'buergerdienste', 430),
  auenfeldFamilie: auenfeld('Fachbereich Familie und Schule', 'familie', 440),
  steinbrueckVerwaltung: steinbrueck('Hauptverwaltung', 'rathaus', 510),
  steinbrueckBauen: steinbrueck('Bauverwaltung', 'bauen', 520),
  swNetz: stadtwerke('Netze', 'netze', 610),
  swWasser: stadtwerke('Wasser', 'wasser', 620),
} as const satisfies Record<string, Department>

export type DepartmentKey = keyof typeof departments
