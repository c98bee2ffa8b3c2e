import type { ParticipationHouse } from '../../../house.ts'
import { procedureBySlug } from '../../../store/procedure-store.ts'
import { phasesFrom, plantIdea, plantProcedure } from '../../../use-cases/plant.ts'
import { categories, type DemoIssue, furtherOffices, issues, reporting } from '../demo/maengel.ts'
import type { IssueStatus } from '../issue.ts'
import { issueSettings } from '../issue-settings.ts'
import { titleOf } from '../read-report.ts'
import { backdateIssue, plantStep } from '../store/plant-step.ts'
import { outcomeOf } from './handle-issue.ts'

const day = 86_400_000
/** The market place of the invented town. */
const middle = { lon: 8.7205, lat: 51.886 }

const pointAt = ([east, north]: DemoIssue['at']) =>
  ({
    type: 'Point',
    coordinates: [
      Math.round((middle.lon + east / (111_320 * Math.cos((middle.lat * Math.PI) / 180))) * 1e6) / 1e6,
      Math.round((middle.lat + north / 111_320) * 1e6) / 1e6,
    ],
  }) as const

type Trx = ParticipationHouse['database']['system']

async function plantIssue(trx: Trx, house: ParticipationHouse, where: { tenant: string; procedure: string }, one: DemoIssue) {
  const category = categories.find(({ code }) => code === one.code)
  if (!category) return
  const at = new Date(house.now().getTime() - one.ago * day)
  const { submission } = await plantIdea(trx, house, where, {
    draft: {
      title: titleOf(one.body, category.name),
      body: one.body,
      category: category.name,
      place: one.place,
      geometry: pointAt(one.at),
    },
    at,
    ...(one.channel ? { channel: one.channel } : {}),
    agree: one.agree ?? 0,
  })
  const label = 'question' in category ? category.question.label : ''
  await backdateIssue(trx, submission, at, category.days, one.answer && label ? { [label]: one.answer } : {})
  let [status, office]: [IssueStatus, string] = ['open', category.office]
  for (const step of one.steps ?? []) {
    const speaker = office
    status = step.status ?? 'open'
    office = step.to ?? office
    await plantStep(trx, {
      ...where,
      submission,
      status,
      office,
      speaker,
      forwarded: step.to !== undefined,
      outcome: outcomeOf(status),
      note: step.note,
      at: new Date(at.getTime() + step.after * day),
    })
  }
}

/** Lindenrode lets its people report defects: open without an end, with reports at every stage. Done once; a second start changes nothing. */
export async function loadIssues(house: ParticipationHouse): Promise<void> {
  const site = house.sites().bySlug('lindenrode')
  const db = house.database.system
  if (!site || (await procedureBySlug(db, site.id, reporting.slug))) return
  const start = new Date(house.now().getTime() - 120 * day)
  await db.transaction().execute(async (trx) => {
    const procedure = await plantProcedure(
      trx,
      site,
      {
        ...reporting,
        format: 'issue-report',
        fixed: [],
        open: [],
        contact: {},
        area: null,
        settings: issueSettings.parse({ categories, offices: furtherOffices }),
        answerBy: null,
        retentionMonths: 12,
      },
      phasesFrom([{ title: 'Melden', note: 'immer offen', from: 0, actions: ['read', 'submit', 'comment', 'rate'] }], start),
    )
    for (const one of issues) await plantIssue(trx, house, { tenant: site.id, procedure }, one)
  })
}
