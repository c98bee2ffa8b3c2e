import type { Translate } from '#kernel/locale.ts'
import { Head } from './components/head/head.tsx'
import { Section } from './components/section/section.tsx'
import type { FoundExamples } from './discover-examples.ts'

export interface ComponentPageProps {
  /** From discoverExamples(). */
  readonly found: readonly FoundExamples[]
  readonly t: Translate
  /** Gives the address of an asset, as for the frame. */
  readonly asset: (name: string) => string
}

/** Every component in every state: the content of /_komponenten, for PageFrame. Islands: see componentIslands. */
export const ComponentPage = ({ found, t, asset }: ComponentPageProps) => {
  const sets = found.map(({ name, examples }) => ({ name, ...examples(t, asset) }))
  return (
    <>
      <Head title={t('ui.components.title')} lead={t('ui.components.lead')} t={t} />
      {sets.map((set) => (
        <Section key={set.name} id={`k-${set.name}`} title={set.title} note={set.note}>
          <div class="alm-states">
            {set.states.map((state) => (
              <div key={state.name} class={state.wide ? 'alm-state alm-state--wide' : 'alm-state'}>
                <p class="alm-fine alm-muted">{state.name}</p>
                <div>{state.show}</div>
              </div>
            ))}
          </div>
        </Section>
      ))}
    </>
  )
}

/** Names of the islands the component page needs in its frame. */
export const componentIslands = [
  'search-bar',
  'facet',
  'copy',
  'share',
  'map',
  'data-table',
  'token-field',
  'combo-field',
  'map-field',
  'autosave',
] as const
