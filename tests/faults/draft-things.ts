import { createHash } from 'node:crypto'
import { attachFile, beginDraft, bulkChange, planSheet } from '#catalogue'
import type { Params } from '#kernel/route.ts'
import { atWork, lawful, must, readyDraft, whole } from '#support/editing.ts'
import type { Town } from '#support/house.ts'

/** A fresh draft of a tenant, fit for every deed. */
export async function freshDraft(town: Town, slug: string): Promise<Params> {
  const acting = await atWork(town, slug)
  const { id } = await readyDraft(town, acting, `Entwurf ${crypto.randomUUID()}`)
  const content = Buffer.from('a;b\n1;2\n')
  await lawful(
    town,
    acting,
    must(await attachFile(town.house, acting, { id, name: 'tabelle.csv', mediaType: 'text/csv', content })).draft,
  )
  return { id, name: 'tabelle.csv' }
}

/** A fresh published record of a tenant. */
export async function freshResource(town: Town, slug: string): Promise<Params> {
  const title = `Satz ${crypto.randomUUID()}`
  await town.publish(slug, [whole(title)])
  return { id: (await town.store(slug).bySlug(title.toLowerCase().replace(' ', '-')))?.id ?? '' }
}

/** A change of one draft's office, which can be taken back. */
export async function freshBulk(town: Town, slug: string): Promise<Params> {
  const acting = await atWork(town, slug)
  const draft = must(await beginDraft(town.house, acting, { kind: 'dataset' }))
  const change = { what: 'office', office: 'Bauamt' } as const
  return { id: must(await bulkChange(town.house, acting, { ids: [draft.id], change, reach: 'drafts' })).id }
}

/** A spreadsheet that waits for a yes. */
export async function freshSheet(town: Town, slug: string): Promise<Params> {
  const { id } = await planSheet(town.house, await atWork(town, slug), [{ line: 2, cells: { Titel: 'Aus der Tabelle' } }])
  return { id }
}

/** A step of a fresh draft's form. */
export const freshStep = async (town: Town, slug: string): Promise<Params> => ({
  ...(await freshDraft(town, slug)),
  step: 'beschreibung',
})

/** A file or link of a fresh draft, as addresses name it. */
export async function freshDistribution(town: Town, slug: string): Promise<Params> {
  const { id, record } = await readyDraft(town, await atWork(town, slug), `Entwurf ${crypto.randomUUID()}`)
  const [first] = record.kind === 'service' ? [] : record.distribution
  return {
    id,
    file: createHash('sha256')
      .update(first?.uri ?? '')
      .digest('hex')
      .slice(0, 10),
  }
}
