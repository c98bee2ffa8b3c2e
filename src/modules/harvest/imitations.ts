import { must, ok } from '#kernel/result.ts'
import { discover } from '#platform/discover'
import type { Imitation } from './model/imitation.ts'

const { slots } = await discover<Imitation>(new URL('./harvesters/', import.meta.url), 'imitation', (exported) =>
  ok(exported as Imitation),
)

/** A portal of a kind without a network: for the demonstration, for benchmarks and tests. */
export const imitationOf = (kind: string): Imitation =>
  must(
    slots.find((one) => one.id === kind),
    `an imitation of ${kind}`,
  )
