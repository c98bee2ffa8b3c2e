import type { Route } from '#kernel/route.ts'
import { editRoutes } from './edit-routes.ts'
import { formRoutes } from './form-routes.ts'
import { requestRoutes } from './request-routes.ts'

type Given = Partial<Route> & Pick<Route, 'path'>
const route = (id: string, given: Given): Route => ({
  id: `catalogue/${id}`,
  method: 'GET',
  permission: 'public',
  module: 'catalogue',
  page: false,
  ...given,
})

/** The room's URL contract: people's pages first, then what machines ask for. */
export const routes = {
  search: route('search', { path: '/daten', page: true }),
  dataset: route('dataset', { path: '/daten/:slug', page: true, example: { slug: 'baumkataster' } }),
  quality: route('quality', { path: '/daten/:slug/metadaten', page: true, example: { slug: 'baumkataster' } }),
  file: route('file', { path: '/daten/:slug/datei/:name' }),
  preview: route('preview', {
    path: '/daten/:slug/vorschau/:name',
    page: true,
    example: { slug: 'baumkataster', name: 'baumkataster.csv' },
  }),
  themes: route('themes', { path: '/themen', page: true }),
  theme: route('theme', { path: '/themen/:code', page: true, example: { code: 'tran' } }),
  publishers: route('publishers', { path: '/herausgeber', page: true }),
  publisher: route('publisher', { path: '/herausgeber/:slug', page: true, example: { slug: 'kreis-sennewald' } }),
  places: route('places', { path: '/orte', page: true }),
  place: route('place', { path: '/orte/:slug', page: true, example: { slug: 'lindenrode' } }),
  interfaces: route('interfaces', { path: '/schnittstellen', page: true }),
  counter: route('counter', { path: '/schnittstellen/:counter', page: true, example: { counter: 'ckan' } }),
  metadataQuality: route('metadata-quality', { path: '/metadatenqualitaet', page: true }),
  suggest: route('suggest', { path: '/suche/vorschlaege' }),
  resultsCsv: route('results-csv', { path: '/daten.csv' }),
  atom: route('atom', { path: '/daten.atom' }),
  rss: route('rss', { path: '/daten.rss' }),
  id: route('id', { path: '/id/:id' }),
  ...editRoutes,
  ...formRoutes,
  ...requestRoutes,
} as const
