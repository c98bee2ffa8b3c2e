import { routesOf } from '#kernel/route.ts'

const route = routesOf('ckan', { module: 'catalogue' })

/** CKAN's Action API, version 3, and the addresses that CKAN and DKAN portals had before. */
export const routes = {
  action: route('action', '/api/3/action/:action'),
  actionPost: route('action-post', '/api/3/action/:action', { method: 'POST' }),
  plainAction: route('plain-action', '/api/action/:action'),
  plainActionPost: route('plain-action-post', '/api/action/:action', { method: 'POST' }),
  version: route('version', '/api/3'),
  oldAction: route('old-action', '/api/:version([12])/action/:action'),
  oldRecords: route('old-records', '/api/:version([12])/rest/dataset'),
  oldRecord: route('old-record', '/api/:version([12])/rest/dataset/:name'),
  oldPackage: route('old-package', '/api/:version([12])/rest/package/:name'),
  oldSearch: route('old-search', '/api/:version([12])/search/dataset'),
  datasets: route('datasets', '/dataset'),
  dataset: route('dataset', '/dataset/:name'),
  resource: route('resource', '/dataset/:name/resource/:id'),
  download: route('download', '/dataset/:name/resource/:id/download'),
  namedDownload: route('named-download', '/dataset/:name/resource/:id/download/:file'),
  organizations: route('organizations', '/organization'),
  organization: route('organization', '/organization/:name'),
  groups: route('groups', '/group'),
  group: route('group', '/group/:name'),
  node: route('node', '/node/:number'),
} as const
