import { anonymise, namesOfAuthor } from './anonymise.ts'

/** A submission as open data: no names, no ways to reach anybody. Names of fields are those of the published files. */
export interface OpenSubmission {
  readonly nummer: string
  readonly eingang: string
  readonly weg: string
  readonly thema: string | null
  readonly ort: string | null
  readonly laenge: number | null
  readonly breite: number | null
  readonly sprache: string
  readonly titel: string
  readonly text: string
  readonly zustimmung: number
  readonly neutral: number
  readonly ablehnung: number
  readonly kommentare: number
  readonly ergebnis: string | null
  readonly grund: string | null
  readonly antwort: string | null
  readonly stelle: string | null
  readonly beantwortet: string | null
  readonly beschluss: string | null
  readonly gremium: string | null
  readonly beschlossen: string | null
  readonly stand: string | null
}

/** What the files are made of. */
export interface OpenSource {
  readonly number: string
  readonly received: string
  readonly channel: string
  readonly category: string | null
  readonly place: string | null
  readonly point: readonly [number, number] | null
  readonly lang: string
  readonly title: string
  readonly body: string
  readonly author: string | null
  readonly agree: number
  readonly neutral: number
  readonly disagree: number
  readonly comments: number
  readonly outcome: string | null
  readonly reason: string | null
  readonly answer: string | null
  readonly office: string | null
  readonly answered: string | null
  readonly decisionTitle: string | null
  readonly decisionBody: string | null
  readonly decidedOn: string | null
  readonly decisionState: string | null
}

/** A submission without personal data, and how many places were blanked; `everybody` finds names given elsewhere in the procedure. Answers are read with the same care: they greet people by name. */
export function openSubmission(one: OpenSource, everybody?: RegExp): { row: OpenSubmission; blanked: number } {
  let blanked = 0
  const names = [everybody, one.author ? namesOfAuthor(one.author) : undefined]
  const clean = (text: string): string => {
    const { text: out, blanked: n } = anonymise(text, names)
    blanked += n
    return out
  }
  const maybe = (text: string | null) => (text === null ? null : clean(text))
  const row: OpenSubmission = {
    nummer: one.number,
    eingang: one.received,
    weg: one.channel,
    thema: one.category,
    ort: maybe(one.place),
    laenge: one.point?.[0] ?? null,
    breite: one.point?.[1] ?? null,
    sprache: one.lang,
    titel: clean(one.title),
    text: clean(one.body),
    zustimmung: one.agree,
    neutral: one.neutral,
    ablehnung: one.disagree,
    kommentare: one.comments,
    ergebnis: one.outcome,
    grund: one.reason,
    antwort: maybe(one.answer),
    stelle: one.office,
    beantwortet: one.answered,
    beschluss: one.decisionTitle,
    gremium: one.decisionBody,
    beschlossen: one.decidedOn,
    stand: one.decisionState,
  }
  return { row, blanked }
}
