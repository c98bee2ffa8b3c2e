import { randomUUID } from 'node:crypto'
import type { Site } from '#kernel/site.ts'
import type { ParticipationHouse } from '../../house.ts'
import { insertProcedure, setProcedureState, writePhases } from '../../store/procedure-store.ts'
import type { Question, SurveySettings } from './model/questionnaire.ts'
import { completeQuestion, surveySettings } from './survey-settings.ts'

/** What a survey is made of where an example needs one; everything has a usual value. */
export interface SurveyGiven {
  readonly slug?: string
  readonly title?: string
  readonly lead?: string
  readonly questions?: readonly Question[]
  readonly settings?: Partial<SurveySettings>
  /** Days from now; the phase for answers runs from the first to the second. */
  readonly from?: Date
  readonly until?: Date
  readonly public?: boolean
}

const day = 86_400_000

/** Writes a survey of a tenant; gives its id. For tests, benchmarks and the demonstration. */
export async function plantSurvey(house: ParticipationHouse, site: Site, given: SurveyGiven = {}): Promise<string> {
  const id = randomUUID()
  const now = house.now().getTime()
  const db = house.database.system
  await db.transaction().execute(async (trx) => {
    await insertProcedure(trx, site.id, id, {
      format: 'survey',
      prefix: 'UM',
      slug: given.slug ?? `umfrage-${id.slice(0, 8)}`,
      title: given.title ?? 'Was soll anders werden?',
      lead: given.lead ?? 'Sagen Sie es uns.',
      about: '',
      fixed: [],
      open: [],
      basis: [],
      office: 'Bürgermeisterbüro',
      contact: {},
      place: '',
      area: null,
      identity: {},
      moderation: 'after',
      settings: surveySettings.parse({ ...given.settings, questions: given.questions ?? [] }),
      answerBy: null,
      retentionMonths: 12,
    })
    await writePhases(trx, site.id, id, 'public', [
      {
        id: randomUUID(),
        track: 'public',
        position: 0,
        title: 'Umfrage',
        note: '',
        label: '',
        startsAt: given.from ?? new Date(now - day),
        endsAt: given.until ?? new Date(now + 14 * day),
        actions: ['read', 'submit'],
      },
    ])
    if (given.public !== false) await setProcedureState(trx, site.id, id, ['draft'], 'public', null)
  })
  return id
}

const options = (...texts: readonly string[]) => texts.map((text, i) => ({ id: `o${i + 1}`, text }))

/** One question of each kind that there is, on two pages; the last depends on the first. */
export const everyKind: readonly Question[] = [
  completeQuestion({
    id: 'f1',
    kind: 'single',
    title: 'Fahren Sie Bus?',
    required: true,
    options: options('ja', 'nein'),
    other: true,
  }),
  completeQuestion({ id: 'f2', kind: 'rating', title: 'Wie zufrieden sind Sie?', low: 'gar nicht', high: 'sehr' }),
  completeQuestion({ id: 'f3', kind: 'long', title: 'Was fehlt Ihnen?' }),
  completeQuestion({
    id: 'f4',
    kind: 'multiple',
    title: 'Wann fahren Sie?',
    page: true,
    options: options('früh', 'mittags', 'spät'),
    most: 2,
  }),
  completeQuestion({ id: 'f5', kind: 'ranking', title: 'Was ist wichtig?', options: options('Takt', 'Preis', 'Sitze') }),
  completeQuestion({
    id: 'f6',
    kind: 'matrix',
    title: 'Wie finden Sie',
    options: options('gut', 'schlecht'),
    rows: [
      { id: 'r1', text: 'Linie 1' },
      { id: 'r2', text: 'Linie 2' },
    ],
  }),
  completeQuestion({ id: 'f7', kind: 'number', title: 'Fahrten in der Woche', min: 0, max: 50 }),
  completeQuestion({ id: 'f8', kind: 'date', title: 'Zuletzt gefahren am' }),
  completeQuestion({ id: 'f9', kind: 'place', title: 'Ihre Haltestelle' }),
  completeQuestion({ id: 'f10', kind: 'budget', title: 'Wohin das Geld?', options: options('Busse', 'Wege') }),
  completeQuestion({ id: 'f11', kind: 'short', title: 'Warum nicht?', condition: { question: 'f1', options: ['o2'] } }),
]
