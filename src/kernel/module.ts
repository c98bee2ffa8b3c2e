import type { PermissionDefinition } from './actor.ts'
import type { RoomLocale } from './locale.ts'
import type { Route } from './route.ts'

/** The groups of the internal area. */
export type StaffPlace = 'staff-data' | 'staff-participation' | 'staff-administration'

/** An entry of the main navigation or the footer; the label is a text key. */
export interface NavigationEntry {
  readonly id: string
  readonly label: string
  readonly route: Route
  /** Where it stands: smaller first. */
  readonly order: number
  /** The three staff places are the groups of the internal area; their entries show to whom the route is permitted. */
  readonly place: 'main' | 'footer-data' | 'footer-help' | StaffPlace
  /** Key of the figure beside an entry of the internal area. */
  readonly count?: string
}

/** The plaque on a room's door: what the app needs to know of it. */
export interface ModuleDefinition {
  readonly id: string
  /** Switched on per tenant; false for rooms that are always there. */
  readonly switchable: boolean
  readonly permissions: readonly PermissionDefinition[]
  readonly routes: Readonly<Record<string, Route>>
  readonly locales: RoomLocale
  readonly navigation: readonly NavigationEntry[]
}

/** Checks nothing at run time; gives the types. */
export const defineModule = (definition: ModuleDefinition): ModuleDefinition => definition
