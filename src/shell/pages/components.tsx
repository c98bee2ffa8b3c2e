import type { View, Visit } from '#platform/http'
import { ComponentPage, componentIslands } from '#ui/component-page.tsx'
import { discoverExamples, type FoundExamples } from '#ui/discover-examples.ts'

/** Where the components lie, and the address of an asset. */
export interface ExamplesOf {
  readonly folder: string
  readonly asset: (name: string) => string
}

let found: Promise<readonly FoundExamples[]> | undefined

/** Every component in every state; the examples are read when somebody first asks for them. */
export async function componentsView(visit: Visit, { folder, asset }: ExamplesOf): Promise<View> {
  found ??= discoverExamples(folder)
  const title = visit.t('ui.components.title')
  return {
    title,
    description: visit.t('ui.components.lead'),
    robots: 'noindex',
    crumbs: [{ label: title }],
    islands: componentIslands,
    styles: ['staff.css'],
    body: <ComponentPage found={await found} t={visit.t} asset={asset} />,
  }
}
