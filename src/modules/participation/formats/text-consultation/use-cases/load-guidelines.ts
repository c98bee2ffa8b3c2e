import { dayOf } from '#kernel/clock.ts'
import { addDays } from '#kernel/deadline.ts'
import type { DemoComment } from '../../../demo/marktplatz-comments.ts'
import type { ParticipationHouse } from '../../../house.ts'
import { procedureBySlug } from '../../../store/procedure-store.ts'
import { plantComments } from '../../../use-cases/load-more-demonstration.ts'
import { type Db, dayAfter, phasesFrom, plantIdea, plantProcedure } from '../../../use-cases/plant.ts'
import { joinBody, themeOf } from '../contribution.ts'
import { firstVersion, guidelinesProcedure, secondNote, secondVersion } from '../demo/guidelines.ts'
import { type Voice, voices } from '../demo/voices.ts'
import { beginning } from '../model/read-text.ts'
import { insertVersion, saveDraft, versionsOf } from '../store/text-store.ts'
import { textSettings } from '../text-settings.tsx'
import { nextVersion } from './write-text.ts'

const day = 86_400_000
const hour = 3_600_000
/** Days that people have been commenting when the demonstration is loaded, and the day of the second version. */
const runningFor = 41
const secondOn = 35

/** Publishes a version on a day of the past, as the office would. For the demonstration and examples. */
export async function plantVersion(
  trx: Db,
  where: { readonly tenant: string; readonly procedure: string },
  one: { readonly source: string; readonly note: string; readonly at?: Date },
): Promise<void> {
  const { tenant, procedure } = where
  const standing = (await versionsOf(trx, procedure))[0]?.version ?? 0
  const next = await nextVersion(trx, procedure, standing, one.source)
  if (!next.ok) throw new Error(`a text that cannot be read: ${next.error.fault}`)
  await saveDraft(trx, tenant, procedure, standing, one.source)
  await insertVersion(trx, tenant, procedure, { ...one, version: standing + 1 }, next.value.blocks)
}

const titleOf = ({ paragraph, wording, text }: Voice): string =>
  `${themeOf(paragraph)}${wording ? ' ändern' : ''}: ${beginning(text, 60)}`

/** Lindenrode lets its guidelines be commented: the second version stands, some contributions are answered. Done once; a second start changes nothing. */
export async function loadGuidelines(house: ParticipationHouse): Promise<void> {
  const site = house.sites().bySlug('lindenrode')
  const db = house.database.system
  const { phases, ...said } = guidelinesProcedure
  if (!site || (await procedureBySlug(db, site.id, said.slug))) return
  const start = dayAfter(house.now(), -runningFor)
  const at = (days: number, hours = 9) => new Date(start.getTime() + days * day + hours * hour)
  await db.transaction().execute(async (trx) => {
    const procedure = await plantProcedure(
      trx,
      site,
      {
        ...said,
        format: 'text-consultation',
        area: null,
        settings: textSettings.parse({ rating: 'three' }),
        answerBy: addDays(dayOf(start), 98),
        retentionMonths: 12,
      },
      phasesFrom(phases, start),
    )
    const where = { tenant: site.id, procedure }
    await plantVersion(trx, where, { source: firstVersion, note: '', at: at(0, 8) })
    await plantVersion(trx, where, { source: secondVersion, note: secondNote, at: at(secondOn) })
    for (const [n, voice] of voices.entries()) {
      const { paragraph, version, text, wording, author, channel, agree, disagree = 0, answer } = voice
      await plantIdea(trx, house, where, {
        draft: {
          title: titleOf(voice),
          body: wording ? joinBody(wording, text, 'Begründung') : text,
          category: themeOf(paragraph),
          ...(author ? { author } : {}),
        },
        answers: { paragraph, version, kind: wording ? 'change' : 'comment' },
        at: at(voice.day, 8 + (n % 11)),
        channel,
        agree,
        disagree,
        answer: answer && { ...answer, office: said.office, at: at(secondOn, 11) },
      })
    }
    const talk = voices.flatMap((voice): DemoComment[] => (voice.talk ?? []).map((one) => ({ ...one, under: titleOf(voice) })))
    await plantComments(trx, house, { ...where, office: said.office }, talk)
  })
}
