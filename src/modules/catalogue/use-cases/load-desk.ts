import { demoTenants } from '../demo/demo.ts'
import { releasedChanges, waitingChange } from '../demo/desk/changes.ts'
import { demoCharges } from '../demo/desk/charges.ts'
import { deskDrafts, neighbourDraft } from '../demo/desk/new-data.ts'
import { demoRules, districtRules } from '../demo/desk/rules.ts'
import { storeOf } from '../house.ts'
import { dateResources, sweepDrafts } from '../store/demonstration-store.ts'
import type { CatalogueSettings } from '../store/draft-tables.ts'
import { readSettings, setCharge, versionsOf } from '../store/version-store.ts'
import { changeSettings } from './edit/change-settings.ts'
import { closeShapeFindings } from './edit/shape-findings.ts'
import { type Acting, together } from './edit/staff.ts'
import { type DemonstrationHouse, once } from './load-demonstration.ts'
import { type Desk, plantChange, plantDraft } from './plant-draft.ts'

/** Accounts of the demonstration by mailbox. */
type People = ReadonlyMap<string, { readonly id: string; readonly name: string }>

/**
 * The internal area of the demonstration as a town at work: who is in charge, drafts in every state, versions of the last weeks.
 * Runs after the records and the accounts; without accounts (in production) nothing is done.
 */
export async function loadDesk(house: DemonstrationHouse, people: People): Promise<void> {
  const site = house.sites().bySlug('lindenrode')
  if (!site || people.size === 0) return
  const acting = (mailbox: string): Acting | undefined => {
    const person = people.get(`${mailbox}@lindenrode.example`)
    return person && { site, person }
  }
  const desk: Desk = {
    house,
    acting(mailbox) {
      const found = acting(mailbox)
      if (!found) throw new Error(`the demonstration has no account ${mailbox}`)
      return found
    },
  }
  await once(house, 'desks', async () => {
    await takeCharge(house, people)
    await setRules(house, people)
    const titles = [...deskDrafts, neighbourDraft].map((one) => one.title)
    await sweepDrafts(
      house.database.system,
      titles,
      [...people.values()].map((one) => one.id),
    )
    await plantChanges(desk)
    for (const draft of deskDrafts) await plantDraft(desk, draft)
    await plantForNeighbour(house, people)
    await closeShapeFindings(house)
  })
}

async function idsBySlug(house: DemonstrationHouse, tenant: string): Promise<ReadonlyMap<string, string>> {
  const site = house.sites().bySlug(tenant)
  if (!site) return new Map()
  const known = await storeOf(house, site).pageAfter('', 1000)
  return new Map(known.filter((one) => one.tenant === site.id).map((one) => [one.slug, one.id]))
}

/** Offices and persons in charge, and when records were changed. */
async function takeCharge(house: DemonstrationHouse, people: People): Promise<void> {
  const sites = demoTenants.flatMap(({ slug, parent }) => (parent ? (house.sites().bySlug(slug) ?? []) : []))
  await dateResources(
    house.database.system,
    sites.map((one) => one.id),
    house.now(),
  )
  for (const site of sites) {
    const ids = await idsBySlug(house, site.slug)
    const own = Map.groupBy(
      demoCharges.filter((one) => one.tenant === site.slug && ids.has(one.slug)),
      (one) => one.office,
    )
    await together(house, site, async (staff) => {
      for (const [office, charges] of own) {
        const responsible = people.get(charges[0]?.responsible ?? '')?.id ?? null
        await setCharge(
          staff,
          charges.flatMap((one) => ids.get(one.slug) ?? []),
          { office, responsible },
        )
      }
    })
  }
}

/** The rules of editing, where nobody has set any: in Lindenrode by its administrator, in the district by its coordinator. */
async function setRules(house: DemonstrationHouse, people: People): Promise<void> {
  const rules: Record<string, CatalogueSettings> = {
    'administration@lindenrode.example': demoRules,
    'koordination@kreis-sennewald.example': districtRules,
  }
  for (const [mailbox, settings] of Object.entries(rules)) {
    const person = people.get(mailbox)
    const site = house.sites().bySlug(/@(.+)\.example$/.exec(mailbox)?.[1] ?? '')
    if (!person || !site) continue
    const { offices } = await together(house, site, readSettings)
    if (offices.length === 0) await changeSettings(house, { site, person }, settings)
  }
}

async function plantChanges(desk: Desk): Promise<void> {
  const { house } = desk
  const { site } = desk.acting('koordination')
  const ids = await idsBySlug(house as DemonstrationHouse, site.slug)
  const planted = new Map<string, number>()
  for (const change of releasedChanges) {
    const resource = ids.get(change.slug)
    if (!resource) continue
    const nth = (planted.get(resource) ?? 0) + 1
    planted.set(resource, nth)
    // What a stopped start released already is there: the first change made two versions, every other one more.
    const versions = await together(house, site, (staff) => versionsOf(staff, resource))
    if (versions.length <= nth) await plantChange(desk, resource, change)
  }
  const waiting = ids.get(waitingChange.slug)
  if (waiting) await plantChange(desk, waiting, waitingChange)
}

/** The district works for Steinbrück, which gave it a mandate. */
async function plantForNeighbour(house: DemonstrationHouse, people: People): Promise<void> {
  const site = house.sites().bySlug(neighbourDraft.tenant)
  const person = people.get('koordination@kreis-sennewald.example')
  if (!site || !person) return
  await plantDraft({ house, acting: () => ({ site, person }) }, neighbourDraft)
}
