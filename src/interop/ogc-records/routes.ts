import { routesOf } from '#kernel/route.ts'

const route = routesOf('ogc-records', { module: 'catalogue' })

/** OGC API - Records 1.0: one searchable catalogue. */
export const routes = {
  landing: route('landing', '/ogc'),
  conformance: route('conformance', '/ogc/conformance'),
  api: route('api', '/ogc/api'),
  collections: route('collections', '/ogc/collections'),
  collection: route('collection', '/ogc/collections/:collection'),
  sortables: route('sortables', '/ogc/collections/:collection/sortables'),
  items: route('items', '/ogc/collections/:collection/items'),
  item: route('item', '/ogc/collections/:collection/items/:id'),
} as const
