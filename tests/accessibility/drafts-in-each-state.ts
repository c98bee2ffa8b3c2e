import {
  type Acting,
  approveDraft,
  beginDraft,
  type Draft,
  discardDraft,
  releaseDraft,
  scheduleDraft,
  sendBackDraft,
  submitDraft,
} from '#catalogue'
import { must, readyDraft } from '#support/editing.ts'
import type { Town } from '#support/house.ts'

/** How a draft comes into a state, from one that lacks nothing. */
const ways: Readonly<Record<string, (town: Town, acting: Acting, id: string) => Promise<unknown>>> = {
  ready: async () => undefined,
  review: async ({ house }, acting, id) => must(await submitDraft(house, acting, { id })),
  returned: async ({ house }, acting, id) => {
    must(await submitDraft(house, acting, { id }))
    must(await sendBackDraft(house, acting, { id, reason: 'Bitte klären Sie die Lizenz der Luftbilder.' }))
  },
  approved: async ({ house }, acting, id) => {
    must(await submitDraft(house, acting, { id }))
    must(await approveDraft(house, acting, { id }))
  },
  scheduled: async ({ house }, acting, id) =>
    must(await scheduleDraft(house, acting, { id, at: new Date(Date.now() + 5 * 86_400_000) })),
  released: async ({ house }, acting, id) => must(await releaseDraft(house, acting, { id, note: 'Erste Fassung' })),
  discarded: async ({ house }, acting, id) => must(await discardDraft(house, acting, { id })),
}

/** A draft in each state it can be in, and one with nothing in it; by the name of the state. */
export async function draftsInEachState(town: Town, acting: Acting): Promise<ReadonlyMap<string, Draft>> {
  const made = new Map<string, Draft>()
  made.set('empty', must(await beginDraft(town.house, acting, { kind: 'dataset' })))
  made.set('service', must(await beginDraft(town.house, acting, { kind: 'service' })))
  for (const [state, way] of Object.entries(ways)) {
    const draft = await readyDraft(town, acting, `Hundebestand nach Straßen, ${state}`)
    await way(town, acting, draft.id)
    made.set(state, draft)
  }
  return made
}
