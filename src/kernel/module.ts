import type { RoomLocale } from './locale.ts'
import type { Route } from './route.ts'

/** An entry of the main navigation or the footer; the label is a text key. */
export interface NavigationEntry {
  readonly id: string
  readonly label: string
  readonly route: Route
  /** Where it stands: smaller first. */
  readonly order: number
  readonly place: 'main' | 'footer-data' | 'footer-help'
}

/** The plaque on a room's door: what the app needs to know of it. */
export interface ModuleDefinition {
  readonly id: string
  /** Switched on per tenant; false for rooms that are always there. */
  readonly switchable: boolean
  readonly permissions: readonly string[]
  readonly routes: Readonly<Record<string, Route>>
  readonly locales: RoomLocale
  readonly navigation: readonly NavigationEntry[]
}

/** Checks nothing at run time; gives the types. */
export const defineModule = (definition: ModuleDefinition): ModuleDefinition => definition
