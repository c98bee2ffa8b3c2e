import { randomUUID } from 'node:crypto'
import type { Site } from '#kernel/site.ts'
import type { ParticipationHouse } from '../../house.ts'
import { insertProcedure, setProcedureState, writePhases } from '../../store/procedure-store.ts'
import { type OpinionSettings, opinionSettings } from './settings.ts'
import { insertStatements, type Statement, statementsOf } from './store/statement-store.ts'

/** What an opinion map is made of where an example needs one; everything has a usual value. */
export interface MapGiven {
  readonly slug?: string
  readonly statements?: readonly string[]
  readonly settings?: Partial<OpinionSettings>
  /** When answers and statements are taken: yesterday until in two weeks, where nothing is said. */
  readonly from?: Date
  readonly until?: Date
}

const day = 86_400_000

/** Four letters for a prefix that no other procedure has. */
const lettersOf = (id: string): string =>
  [...id.replaceAll('-', '').slice(0, 12).matchAll(/.{3}/g)]
    .map(([part]) => String.fromCharCode(65 + (Number.parseInt(part, 16) % 26)))
    .join('')

/** Writes a public opinion map of a tenant; gives its id, its address and its statements. For tests. */
export async function plantMap(
  house: ParticipationHouse,
  site: Site,
  given: MapGiven = {},
): Promise<{ readonly id: string; readonly slug: string; readonly statements: readonly Statement[] }> {
  const id = randomUUID()
  const slug = given.slug ?? `meinungsbild-${id.slice(0, 8)}`
  const now = house.now().getTime()
  const db = house.database.system
  await db.transaction().execute(async (trx) => {
    await insertProcedure(trx, site.id, id, {
      format: 'opinion-map',
      prefix: lettersOf(id),
      slug,
      title: 'Was ist uns wichtig?',
      lead: 'Sagen Sie es uns.',
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
      settings: opinionSettings.parse(given.settings ?? {}),
      answerBy: null,
      retentionMonths: 12,
    })
    await writePhases(trx, site.id, id, 'public', [
      {
        id: randomUUID(),
        track: 'public',
        position: 0,
        title: 'Meinungsbild',
        note: '',
        label: '',
        startsAt: given.from ?? new Date(now - day),
        endsAt: given.until ?? new Date(now + 14 * day),
        actions: ['read', 'submit', 'rate'],
      },
    ])
    if (given.statements?.length) await insertStatements(trx, site.id, id, given.statements)
    await setProcedureState(trx, site.id, id, ['draft'], 'public', null)
  })
  return { id, slug, statements: await statementsOf(db, id) }
}
