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

/** Who writes, and who decides: Lindenrode wants four eyes. */
interface Two {
  readonly writer: Acting
  readonly reviewer: Acting
}

type Way = (house: Town['house'], two: Two, id: string) => Promise<unknown>

const submitted: Way = async (house, { writer }, id) => must(await submitDraft(house, writer, { id }))
const approved: Way = async (house, two, id) => {
  await submitted(house, two, id)
  must(await approveDraft(house, two.reviewer, { id }))
}

/** How a draft comes into a state, from one that lacks nothing. */
const ways: Readonly<Record<string, Way>> = {
  ready: async () => undefined,
  review: submitted,
  returned: async (house, two, id) => {
    await submitted(house, two, id)
    must(await sendBackDraft(house, two.reviewer, { id, reason: 'Bitte klären Sie die Lizenz der Luftbilder.' }))
  },
  approved,
  scheduled: async (house, two, id) => {
    await approved(house, two, id)
    must(await scheduleDraft(house, two.reviewer, { id, at: new Date(Date.now() + 5 * 86_400_000) }))
  },
  released: async (house, two, id) => {
    await approved(house, two, id)
    must(await releaseDraft(house, two.reviewer, { id, note: 'Erste Fassung' }))
  },
  discarded: async (house, { writer }, id) => must(await discardDraft(house, writer, { id })),
}

/** A draft in each state it can be in, and one with nothing in it; by the name of the state. */
export async function draftsInEachState(town: Town, two: Two): Promise<ReadonlyMap<string, Draft>> {
  const made = new Map<string, Draft>()
  made.set('empty', must(await beginDraft(town.house, two.writer, { kind: 'dataset' })))
  made.set('service', must(await beginDraft(town.house, two.writer, { kind: 'service' })))
  for (const [state, way] of Object.entries(ways)) {
    const draft = await readyDraft(town, two.writer, `Hundebestand nach Straßen, ${state}`)
    await way(town.house, two, draft.id)
    made.set(state, draft)
  }
  return made
}
