import type { DemoComment } from '../../../demo/marktplatz-comments.ts'
import type { Channel, Outcome, Reason } from '../../../model/submission.ts'

/** What somebody said to a paragraph: a comment, or another wording with its reason. `day` counts from the beginning. */
export interface Voice {
  readonly day: number
  /** Number of the paragraph; '' for the whole text. */
  readonly paragraph: string
  readonly version: 1 | 2
  readonly text: string
  readonly wording?: string
  readonly author?: string
  readonly channel?: Channel
  readonly agree: number
  readonly disagree?: number
  readonly answer?: { readonly outcome: Outcome; readonly reason?: Reason; readonly body: string }
  /** What others wrote under it. */
  readonly talk?: readonly Omit<DemoComment, 'under'>[]
}

const lots = {
  outcome: 'adopted',
  body: 'Das Los steht jetzt im Text. Gezogen wird aus dem Melderegister, nach Ortsteil und Alter gewichtet; wer gezogen wird, darf ablehnen.',
} as const
const oftener = {
  outcome: 'partly',
  reason: 'cost',
  body: 'Der Beirat tagt künftig mindestens viermal und in der Regel öffentlich. Für sechs Sitzungen fehlt uns das Personal.',
} as const

/** What people of Lindenrode said, invented as the town is. */
export const voices: readonly Voice[] = [
  {
    day: 1,
    paragraph: '4',
    version: 1,
    text: '„Frühzeitig“ kann alles heißen. Entscheidend ist, dass noch etwas zu ändern ist.',
    wording: 'Wir beteiligen so früh, dass sich noch etwas ändern lässt.',
    author: 'Jost Hanewinkel',
    agree: 31,
    answer: { outcome: 'adopted', body: 'Das ist klarer als unser Wort. Fassung 2 sagt es fast so, wie Sie es vorschlagen.' },
  },
  {
    day: 2,
    paragraph: '15',
    version: 1,
    text: 'Wer vom Bürgermeister vorgeschlagen wird, gilt nicht als unabhängig. Das Los ist gerechter.',
    wording: 'Die Mitglieder aus der Einwohnerschaft werden ausgelost und für drei Jahre berufen.',
    agree: 64,
    answer: lots,
    talk: [
      {
        after: 1,
        body: 'Beim Los kann aber auch jemand gezogen werden, der gar keine Lust hat.',
        author: 'Uwe',
        replies: [{ after: 2, body: 'Wer gezogen wird, darf ablehnen. Dann wird weiter gelost.', office: true }],
      },
    ],
  },
  {
    day: 2,
    paragraph: '15',
    version: 1,
    text: 'Bitte auch junge Menschen berufen. Sonst sitzen dort wieder nur wir Rentner.',
    author: 'Christel B.',
    channel: 'letter',
    agree: 22,
    answer: {
      outcome: 'adopted',
      body: 'Mindestens zwei der ausgelosten Mitglieder sind jünger als 27 Jahre. Das steht jetzt in Absatz 15.',
    },
  },
  {
    day: 3,
    paragraph: '11',
    version: 1,
    text: '200 Unterschriften sind für kleine Ortsteile unerreichbar. Und warum erst ab 18? Den Kreisjugendtag wählen wir mit 14.',
    wording:
      'Auch Einwohnerinnen und Einwohner können sie anregen. Dafür braucht es 100 Unterschriften von Menschen ab 14 Jahren, die in Lindenrode wohnen.',
    author: 'Jugendrat Lindenrode',
    agree: 58,
    answer: { outcome: 'adopted', body: '100 Unterschriften, ab 14 Jahren: So steht es in Fassung 2.' },
  },
  {
    day: 4,
    paragraph: '11',
    version: 1,
    text: 'Bitte nicht noch weniger Unterschriften. Sonst hat jede Woche jemand ein neues Anliegen, und die Verwaltung kommt zu nichts.',
    agree: 9,
    disagree: 14,
    answer: {
      outcome: 'not-adopted',
      reason: 'goals',
      body: 'In Nachbarstädten mit 100 Unterschriften gab es zwei bis drei Anregungen im Jahr. Das ist zu schaffen. Nach drei Jahren prüfen wir es.',
    },
  },
  {
    day: 5,
    paragraph: '16',
    version: 1,
    text: 'Zweimal im Jahr ist zu wenig, um ein Verfahren zu begleiten.',
    wording: 'Der Beirat tagt sechsmal im Jahr, öffentlich.',
    agree: 27,
    answer: oftener,
  },
  {
    day: 6,
    paragraph: '16',
    version: 1,
    text: 'Die Sitzungen sollten öffentlich sein, so wie die der Ausschüsse.',
    agree: 19,
    answer: oftener,
  },
  {
    day: 8,
    paragraph: '18',
    version: 1,
    text: 'Was heißt „zeitnah“? Ohne Frist wartet man ein Jahr.',
    wording: 'Die Verwaltung wertet die Beiträge aus und antwortet innerhalb von drei Monaten.',
    author: 'Mareike Tillmann',
    agree: 46,
    talk: [{ after: 1, body: 'Drei Monate sind fair. In der Ferienzeit vielleicht vier.' }],
  },
  {
    day: 9,
    paragraph: '18',
    version: 1,
    text: 'Bitte eine feste Frist nennen, notfalls mit Zwischenbescheid.',
    agree: 17,
  },
  {
    day: 10,
    paragraph: '9',
    version: 1,
    text: 'Die Liste sollte auch dort liegen, wo Menschen ohne Internet hinkommen.',
    wording: 'Die Liste wird viermal im Jahr erneuert und liegt auch in der Stadtbücherei aus.',
    agree: 15,
    answer: { outcome: 'adopted', body: 'Übernommen, und im Rathaus liegt sie auch aus.' },
  },
  {
    day: 12,
    paragraph: '',
    version: 1,
    text: 'Kinder kommen im ganzen Text nicht vor. Beim Spielplatz am Wiesengrund haben sie die besten Ideen gehabt.',
    author: 'Kita Abenteuerland, Elternbeirat',
    agree: 41,
    answer: {
      outcome: 'adopted',
      body: 'Sie haben recht. Absatz 7a ist neu und sagt, wie wir Kinder und Jugendliche beteiligen.',
    },
  },
  {
    day: 13,
    paragraph: '6',
    version: 1,
    text: 'Einfache Sprache ist gut. Bitte auch in den Sprachen, die hier viele sprechen: Türkisch, Polnisch, Arabisch, Ukrainisch.',
    agree: 23,
  },
  {
    day: 15,
    paragraph: '3',
    version: 1,
    text: 'Die Begründung muss jeder lesen können, nicht nur, wer im Ausschuss sitzt.',
    wording: 'Die Entscheidung trifft am Ende der Rat. Er begründet öffentlich, was er übernimmt und was nicht.',
    agree: 18,
    answer: { outcome: 'adopted', body: 'Ein Wort, das viel ändert. Es steht jetzt im Text.' },
  },
  {
    day: 19,
    paragraph: '14',
    version: 1,
    text: 'Vier von zwölf sind zu wenig. Die Einwohnerschaft sollte mindestens die Hälfte stellen.',
    agree: 33,
    answer: { outcome: 'adopted', body: 'Sechs von zwölf Mitgliedern kommen nun aus der Einwohnerschaft.' },
  },
  {
    day: 37,
    paragraph: '15',
    version: 2,
    text: 'Das Los ist gut. Bitte auch auf die Ortsteile achten, sonst sitzen dort nur Menschen aus der Kernstadt.',
    wording:
      'Die Mitglieder aus der Einwohnerschaft werden aus allen Ortsteilen ausgelost und für drei Jahre berufen. Unter ihnen sind mindestens zwei Menschen unter 27 Jahren.',
    agree: 12,
  },
  {
    day: 38,
    paragraph: '7a',
    version: 2,
    text: 'Sehr gut. Wer in die Schulen geht, sollte das aber mit den Schulen früh absprechen, nicht vier Wochen vorher.',
    author: 'Thea Brinkmeier',
    agree: 8,
  },
  {
    day: 39,
    paragraph: '18',
    version: 2,
    text: 'Schade, dass die Frist immer noch fehlt.',
    agree: 11,
  },
  {
    day: 40,
    paragraph: '20',
    version: 2,
    text: 'Drei Jahre sind lang. Der Beirat sollte jedes Jahr kurz berichten, was gut lief und was nicht.',
    wording: 'Der Beirat berichtet dem Rat jedes Jahr. Nach drei Jahren werden die Leitlinien überprüft.',
    agree: 6,
  },
]
