import type { Route } from '#kernel/route.ts'

type Given = Partial<Route> & Pick<Route, 'path'>
const read = 'harvest/read'
const edit = 'harvest/edit'
const page = (id: string, given: Given): Route => ({
  id: `harvest/${id}`,
  method: 'GET',
  module: 'catalogue',
  permission: read,
  page: true,
  ...given,
})
/** Something that is done, by a form. */
const deed = (id: string, given: Given): Route => page(id, { method: 'POST', permission: edit, page: false, ...given })

const source = { thing: 'harvest/source' }
const run = { thing: 'harvest/run' }

/** Sources of the tenant: list, one source, its runs. They are there where the catalogue is. */
export const routes = {
  sources: page('sources', { path: '/intern/quellen' }),
  newSource: page('new-source', { path: '/intern/quellen/neu', permission: edit }),
  addSource: deed('add-source', { path: '/intern/quellen/neu' }),
  template: page('template', { path: '/intern/quellen/vorlage.xlsx', permission: edit, page: false }),
  templateCsv: page('template-csv', { path: '/intern/quellen/vorlage.csv', permission: edit, page: false }),
  source: page('source', { path: '/intern/quellen/:id', ...source }),
  editSource: page('edit-source', { path: '/intern/quellen/:id/angaben', permission: edit, ...source }),
  changeSource: deed('change-source', { path: '/intern/quellen/:id/angaben', ...source }),
  mapping: page('mapping', { path: '/intern/quellen/:id/zuordnung', permission: edit, ...source }),
  changeMapping: deed('change-mapping', { path: '/intern/quellen/:id/zuordnung', ...source }),
  look: deed('look', { path: '/intern/quellen/:id/probelauf', ...source }),
  start: deed('start', { path: '/intern/quellen/:id/abgleichen', ...source }),
  switchSource: deed('switch-source', { path: '/intern/quellen/:id/schalten', ...source }),
  removePage: page('remove-page', { path: '/intern/quellen/:id/entfernen', permission: edit, ...source }),
  remove: deed('remove', { path: '/intern/quellen/:id/entfernen', ...source }),
  run: page('run', { path: '/intern/quellen/:id/laeufe/:run', ...run }),
  issuesCsv: page('issues-csv', { path: '/intern/quellen/:id/laeufe/:run/meldungen.csv', page: false, ...run }),
  confirm: deed('confirm', { path: '/intern/quellen/:id/laeufe/:run/uebernehmen', ...run }),
  drop: deed('drop', { path: '/intern/quellen/:id/laeufe/:run/verwerfen', ...run }),
  stop: deed('stop', { path: '/intern/quellen/:id/laeufe/:run/anhalten', ...run }),
  goOn: deed('go-on', { path: '/intern/quellen/:id/laeufe/:run/fortsetzen', ...run }),
} as const
