import { routesOf } from '#kernel/route.ts'

const route = routesOf('data-json', { module: 'catalogue' })

/** The catalogue as DCAT-US 1.1, at the addresses where DKAN and others have it. */
export const routes = {
  whole: route('whole', '/data.json'),
  items: route('items', '/api/1/metastore/schemas/dataset/items'),
  item: route('item', '/api/1/metastore/schemas/dataset/items/:id'),
} as const
