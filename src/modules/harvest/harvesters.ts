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

/** The kind of source that an address shows; undefined where it shows none, or several as well. */
export function recognised(address: URL): Harvester | undefined {
  const [best, second] = harvesters.map((one) => ({ one, suits: one.suits(address) })).sort((a, b) => b.suits - a.suits)
  return best && best.suits > 0.5 && best.suits > (second?.suits ?? 0) ? best.one : undefined
}
