import type { Children } from '../../vocabulary.ts'

export interface Fact {
  readonly name: string
  readonly value: Children
  readonly lang?: string | undefined
}

/** Names and values. An entry without a value is left out by the caller, not shown empty. */
export const Facts = ({ facts }: { readonly facts: readonly Fact[] }) => (
  <dl class="alm-facts">
    {facts.map((fact) => (
      <div key={fact.name}>
        <dt>{fact.name}</dt>
        <dd lang={fact.lang}>{fact.value}</dd>
      </div>
    ))}
  </dl>
)
