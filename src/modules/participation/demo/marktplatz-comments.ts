import type { Stance } from '../model/comment.ts'

/** What is said under an idea of the demonstration: invented, as the town is. `after` counts days from the idea on. */
export interface DemoComment {
  /** Title of the idea. */
  readonly under: string
  readonly after: number
  readonly body: string
  readonly author?: string
  /** Said by the office itself. */
  readonly office?: true
  readonly stance?: Stance
  readonly replies?: readonly Omit<DemoComment, 'under' | 'stance' | 'replies'>[]
}

const fountain = 'Trinkbrunnen im Schatten der Linden'
const parking = 'Parkplätze nur noch auf der Südseite'
const stage = 'Kleine Bühne mit Strom'
const tables = 'Tische, an denen man nichts kaufen muss'

export const marketComments: readonly DemoComment[] = [
  {
    under: fountain,
    after: 1,
    body: 'In Auenfeld steht so einer vor der Bücherei. Den nutzen im Sommer alle, auch die Kinder vom Schulhof.',
  },
  {
    under: fountain,
    after: 1,
    body: 'Wer macht den sauber? Wenn das nicht geklärt ist, ist er nach einem Jahr wieder weg.',
    author: 'Jörg P.',
    replies: [
      { after: 2, body: 'Im Schwimmbad prüft das Gesundheitsamt das Wasser doch auch. Das wird zu schaffen sein.' },
      {
        after: 3,
        office: true,
        body: 'Der Bauhof würde ihn zweimal in der Woche reinigen und im Winter abstellen. Das ist im Betrag für den Unterhalt enthalten.',
      },
    ],
  },
  {
    under: fountain,
    after: 4,
    body: 'Bitte so hoch, dass man auch im Rollstuhl an den Hahn kommt.',
    author: 'Behindertenbeirat Lindenrode',
  },
  { under: fountain, after: 9, body: 'Der Napf für Hunde ist eine gute Idee. Meiner trinkt sonst aus dem Blumenkübel.' },
  {
    under: parking,
    after: 1,
    body: 'Und wie kommt meine Mutter mit dem Rollator vom Parkhaus zum Arzt? Das sind vierhundert Meter und eine Steigung.',
    author: 'Ulrike Senge',
    replies: [
      {
        after: 1,
        body: 'Deshalb sollen zwölf Plätze für genau diesen Fall bleiben. Die anderen belegen heute Leute, die den ganzen Tag da stehen.',
      },
      { after: 2, body: 'Die zwölf sind um neun voll, das sehe ich jeden Morgen.', author: 'Ulrike Senge' },
      { after: 4, body: 'Dann eine halbe Stunde Höchstzeit, und jemand, der das auch prüft.' },
    ],
  },
  {
    under: parking,
    after: 2,
    body: 'Ich habe ein Geschäft am Platz. Von zehn Kunden kommen vier mit dem Auto, die anderen nicht. Das habe ich im Oktober eine Woche lang gezählt.',
    author: 'Buchhandlung Voss',
  },
  {
    under: parking,
    after: 3,
    body: 'Das Parkhaus schließt um 21 Uhr. Wer abends essen geht, hat nichts davon.',
    replies: [
      {
        after: 6,
        office: true,
        body: 'Danke für den Hinweis. Wir klären mit dem Betreiber, ob das Parkhaus bis 24 Uhr offen bleiben kann, und schreiben es hier hin.',
      },
    ],
  },
  {
    under: parking,
    after: 5,
    body: 'Wo heute die Nordseite zugeparkt ist, wäre Platz für drei Reihen Tische. Das Geld käme über die Gaststätten wieder herein.',
  },
  {
    under: parking,
    after: 8,
    body: 'Bitte an die Markthändler denken: Deren Wagen müssen dienstags und freitags irgendwo stehen.',
  },
  {
    under: stage,
    after: 1,
    body: 'Der Chor der Musikschule singt gern draußen. Uns reicht ein Podest, das man auch als Bank benutzen kann.',
    author: 'Musikschule Lindenrode',
  },
  {
    under: stage,
    after: 3,
    body: 'Nicht direkt vor der Kirche. Samstags sind dort Hochzeiten.',
    replies: [{ after: 4, body: 'Vor dem Rathaus ginge auch, da steht der Strom schon.' }],
  },
  { under: stage, after: 7, body: 'Bitte bis 22 Uhr. Wir wohnen darüber.' },
  { under: tables, after: 2, body: 'Mit einem Schachbrett auf einem davon. Im Park in Steinbrück sitzt immer jemand daran.' },
  { under: tables, after: 3, body: 'Am liebsten da, wo mittags Schatten ist.' },
  {
    under: 'Der Brunnen von 1911 gehört zurück auf den Platz',
    after: 2,
    body: 'Der Heimatverein hat noch die Bauzeichnung. Wir zeigen sie gern her.',
    author: 'Heimatverein Lindenrode',
  },
  {
    under: 'Ein öffentliches WC, das auch sonntags offen ist',
    after: 1,
    body: 'Und mit Wickeltisch, der nicht nur im Raum für Frauen hängt.',
  },
]
