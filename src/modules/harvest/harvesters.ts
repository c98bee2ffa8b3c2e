import { discover } from '#platform/discover'
import { checkHarvester, type Harvester } from './harvester.ts'

/** The kinds of sources that lie in harvesters/, read once at start. A broken one is named in the log, and the others go on without it. */
export const { slots: harvesters, broken: brokenHarvesters } = await discover<Harvester>(
  new URL('./harvesters/', import.meta.url),
  'harvester',
  checkHarvester,
)

/** A kind of source by its folder; undefined where it is no longer there. */
export const harvesterOf = (id: string): Harvester | undefined => harvesters.find((one) => one.id === id)

/** Kinds by how well they suit an address, best first. */
export const suiting = (address: URL): readonly Harvester[] =>
  harvesters
    .map((one) => ({ one, suits: one.suits(address) }))
    .filter(({ suits }) => suits > 0)
    .sort((a, b) => b.suits - a.suits)
    .map(({ one }) => one)
