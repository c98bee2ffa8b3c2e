/** A statement of the demonstration, and how many of 100 in each of its three groups agree; of the others most disagree. */
export interface DemoStatement {
  readonly text: string
  readonly agree: readonly [car: number, street: number, bus: number]
  /** Somebody handed it in: it has a number, and a day counted from the beginning. */
  readonly from?: number
}

/** What Lindenrode asks about the traffic of its inner town. */
export const trafficProcedure = {
  slug: 'innenstadt-ohne-durchgangsverkehr',
  prefix: 'IV',
  title: 'Weniger Durchgangsverkehr in der Innenstadt: worin sind wir uns einig?',
  lead: 'Jeden Tag fahren 9.400 Autos durch die Lange Straße, zwei von drei halten nicht an. Der Rat will wissen, welche Lösung viele mittragen.',
  about:
    'Die Umgehung über den Westring ist seit 2025 fertig. Trotzdem führt der kürzeste Weg vieler Navigationsgeräte noch durch die Innenstadt. Das Ingenieurbüro hat drei Varianten geprüft. Bevor der Rat sich für eine entscheidet, möchte er wissen, worin sich die Menschen in Lindenrode einig sind und wo sie sich unterscheiden.',
  fixed: [
    'Lieferverkehr, Rettungsdienst und Anwohner kommen weiter in die Innenstadt.',
    'Für den Umbau stehen 1,2 Millionen Euro bereit.',
  ],
  open: ['Wird die Lange Straße gesperrt, verengt oder nur langsamer?', 'Was geschieht mit den 46 Parkplätzen am Straßenrand?'],
  office: 'Stadtplanungsamt Lindenrode',
  contact: { phone: '02947 555-310', email: 'stadtplanung@lindenrode.example' },
  place: 'Lange Straße und Nebenstraßen',
} as const

/** Written by the town and by people; ordered as they were asked. */
export const trafficStatements: readonly DemoStatement[] = [
  { text: 'Auf der Langen Straße sollte überall Tempo 30 gelten.', agree: [72, 95, 88] },
  { text: 'Die Lange Straße sollte für den Durchgangsverkehr ganz gesperrt werden.', agree: [6, 91, 38] },
  { text: 'Ohne Parkplätze vor der Tür verlieren die Geschäfte Kundschaft.', agree: [94, 9, 56] },
  { text: 'Kinder sollten allein und sicher zur Grundschule am Wall gehen können.', agree: [97, 98, 97] },
  { text: 'Der Bus in die Innenstadt sollte auch abends und sonntags fahren.', agree: [62, 84, 98] },
  { text: 'Auf der Langen Straße sollte ein Radstreifen statt der Parkplätze am Rand entstehen.', agree: [5, 94, 30] },
  { text: 'Navigationsgeräte sollten den Durchgangsverkehr über den Westring führen.', agree: [93, 92, 94] },
  { text: 'Mir sind kurze Wege mit dem Auto wichtiger als breite Gehwege.', agree: [86, 4, 17] },
  { text: 'An jeder Kreuzung der Innenstadt müssen Bordsteine abgesenkt sein.', agree: [81, 90, 96] },
  { text: 'Lieferwagen sollten nur bis 11 Uhr in die Lange Straße dürfen.', agree: [23, 88, 61] },
  { text: 'Eine erste Stunde kostenloses Parken im Parkhaus hilft mehr als Parkplätze an der Straße.', agree: [58, 72, 79] },
  { text: 'Der Verkehr soll so bleiben, wie er ist.', agree: [41, 3, 6] },
  { text: 'Bänke und Bäume sind wichtiger als Stellplätze.', agree: [14, 96, 52] },
  { text: 'Ein Taktverkehr alle 15 Minuten bringt mehr als ein Umbau der Straße.', agree: [45, 33, 95] },
  { text: 'Wer in der Innenstadt wohnt, braucht einen eigenen Stellplatz in der Nähe.', agree: [92, 24, 71] },
  { text: 'Eine neue Lösung sollte erst ein halbes Jahr erprobt und dann beschlossen werden.', agree: [84, 82, 90] },
  { text: 'Für Menschen mit Behinderung muss es weiterhin Stellplätze direkt am Markt geben.', agree: [96, 89, 99] },
  { text: 'Lastwagen über 7,5 Tonnen haben in der Innenstadt nichts verloren.', agree: [79, 97, 93] },
  { text: 'Die Stadt sollte öfter kontrollieren, ob langsam gefahren wird.', agree: [33, 86, 82] },
  { text: 'Ein autofreier Sonntag im Monat wäre einen Versuch wert.', agree: [19, 95, 57] },
  { text: 'Die Umleitung darf nicht einfach die Nebenstraßen belasten.', agree: [95, 90, 93], from: 2 },
  { text: 'Vor der Apotheke sollten drei Kurzzeitplätze für 20 Minuten bleiben.', agree: [91, 47, 85], from: 3 },
  { text: 'Ein Einbahnring um den Markt wäre besser als eine Sperrung.', agree: [77, 21, 44], from: 5 },
  { text: 'Ohne Wartehäuschen steigt bei Regen niemand auf den Bus um.', agree: [52, 66, 96], from: 8 },
  { text: 'E-Scooter sollten nur auf festen Flächen abgestellt werden.', agree: [93, 81, 92], from: 9 },
]

/** Words that wait for staff to look. */
export const waitingStatement = 'Für Handwerker sollte es Tageskarten statt Strafzettel geben.'

/** How many people of each group took part. */
export const trafficPeople = [46, 44, 32] as const
