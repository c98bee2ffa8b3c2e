import { routesOf } from '#kernel/route.ts'

const route = routesOf('catalogue-api', { module: 'catalogue' })

/** The JSON interface, version 1: stable; new fields may come, none goes. */
export const routes = {
  datasets: route('datasets', '/api/v1/datasets'),
  dataset: route('dataset', '/api/v1/datasets/:id'),
  changes: route('changes', '/api/v1/changes'),
  wishes: route('wishes', '/api/v1/wishes'),
  openapi: route('openapi', '/api/v1/openapi.json'),
} as const
