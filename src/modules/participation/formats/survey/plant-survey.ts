import { randomUUID } from 'node:crypto'
import type { Site } from '#kernel/site.ts'
import type { ParticipationHouse } from '../../house.ts'
import { insertProcedure, setProcedureState, writePhases } from '../../store/procedure-store.ts'
import type { Question, SurveySettings } from './model/questionnaire.ts'
import { surveySettings } from './survey-settings.ts'

/** What a survey is made of where an example needs one; everything has a usual value. */
export interface SurveyGiven {
  readonly slug?: string
  readonly title?: string
  readonly lead?: string
  readonly prefix?: string
  readonly office?: string
  readonly place?: string
  readonly questions?: readonly Question[]
  readonly settings?: Partial<SurveySettings>
  /** The phase for answers: yesterday until in two weeks, where nothing is said. */
  readonly from?: Date
  readonly until?: Date
  readonly public?: boolean
}

const day = 86_400_000

/** Four letters for a prefix that no other procedure has. */
const lettersOf = (id: string): string =>
  [...id.replaceAll('-', '').slice(0, 12).matchAll(/.{3}/g)]
    .map(([part]) => String.fromCharCode(65 + (Number.parseInt(part, 16) % 26)))
    .join('')

/** Writes a survey of a tenant; gives its id. For tests and the demonstration. */
export async function plantSurvey(house: ParticipationHouse, site: Site, given: SurveyGiven = {}): Promise<string> {
  const id = randomUUID()
  const now = house.now().getTime()
  const db = house.database.system
  await db.transaction().execute(async (trx) => {
    await insertProcedure(trx, site.id, id, {
      format: 'survey',
      prefix: given.prefix ?? lettersOf(id),
      slug: given.slug ?? `umfrage-${id.slice(0, 8)}`,
      title: given.title ?? 'Was soll anders werden?',
      lead: given.lead ?? 'Sagen Sie es uns.',
      about: '',
      fixed: [],
      open: [],
      basis: [],
      office: given.office ?? 'Bürgermeisterbüro',
      contact: {},
      place: given.place ?? '',
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
