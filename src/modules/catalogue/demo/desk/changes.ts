import type { DeskChange } from './desk-draft.ts'

/** Waits for review: what is different can be read field by field. */
export const waitingChange: DeskChange = {
  slug: 'fahrradabstellanlagen',
  more: 'Seit Oktober 2026 sind die zwölf neuen Bügel an der Nordschule und die Sammelschließanlage am Freibad enthalten.',
  keywords: ['Fahrrad', 'Abstellanlage', 'Radverkehr', 'Lastenrad', 'Bike and Ride', 'Sammelschließanlage'],
  frequency: 'ANNUAL_2',
  telephone: '+49-221-4710-242',
  by: 'redaktion',
  begun: { days: 3, hour: 8 },
  written: { days: 1, hour: 10 },
  law: {},
  story: [
    {
      deed: 'comment',
      days: 1,
      hour: 10,
      by: 'redaktion',
      text: 'Der Fachdienst zählt ab jetzt im Frühjahr und im Herbst, darum der neue Rhythmus.',
    },
    {
      deed: 'submit',
      days: 1,
      hour: 10,
      by: 'redaktion',
      note: 'Neue Anlagen an Nordschule und Freibad, Zählung zweimal im Jahr',
    },
  ],
}

/** Changes that went out in the last weeks, oldest first. Before them stood what the demonstration brought. */
export const releasedChanges: readonly DeskChange[] = [
  {
    slug: 'spielplaetze',
    provenance:
      'Wöchentliche Sichtprüfung und jährliche Hauptprüfung nach DIN EN 1176 durch den Baubetriebshof, eingetragen mit einem Tablet vor Ort.',
    by: 'redaktion',
    begun: { days: 29, hour: 9 },
    written: { days: 28, hour: 8 },
    law: {},
    story: [
      { deed: 'submit', days: 28, hour: 8, by: 'redaktion' },
      { deed: 'release', days: 27, hour: 10, by: 'koordination', note: 'Sagt jetzt, wie und wonach geprüft wird' },
    ],
  },
  {
    slug: 'kindertagesstaetten',
    more: 'Plätze für Kinder mit anerkannter Behinderung sind in der Zahl der Plätze enthalten.',
    by: 'redaktion',
    begun: { days: 21, hour: 8 },
    written: { days: 20, hour: 11 },
    law: {},
    story: [
      { deed: 'submit', days: 20, hour: 11, by: 'redaktion' },
      { deed: 'release', days: 19, hour: 9, by: 'koordination', note: 'Erklärt, welche Plätze mitzählen' },
    ],
  },
  {
    slug: 'abfallkalender',
    more: 'Fällt ein Abholtag auf einen Feiertag, verschieben sich alle folgenden Tage dieser Woche um einen Tag.',
    keywords: ['Abfallkalender', 'Müllabfuhr', 'Restabfall', 'Bioabfall', 'Altpapier', 'Gelbe Tonne', 'Termine', 'Feiertag'],
    by: 'redaktion',
    begun: { days: 11, hour: 7 },
    written: { days: 10, hour: 8 },
    law: {},
    story: [
      { deed: 'submit', days: 10, hour: 8, by: 'redaktion' },
      { deed: 'release', days: 9, hour: 8, by: 'koordination', note: 'Erklärt verschobene Termine nach Feiertagen' },
    ],
  },
  {
    slug: 'kindertagesstaetten',
    contact: {
      name: 'Stadt Lindenrode, Jugendamt, Familienbüro',
      mailbox: 'familienbuero@lindenrode.example',
      telephone: '+49-221-4710-266',
    },
    by: 'redaktion',
    begun: { days: 8, hour: 13 },
    written: { days: 8, hour: 14 },
    law: {},
    story: [
      { deed: 'submit', days: 8, hour: 14, by: 'redaktion' },
      { deed: 'release', days: 7, hour: 8, by: 'koordination', note: 'Fragen beantwortet jetzt das Familienbüro' },
    ],
  },
]
