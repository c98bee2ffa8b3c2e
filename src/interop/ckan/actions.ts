import { type CatalogueHouse, listRecords, namesOf, questionOf, recordCounts, recordsOf, searchIds } from '#catalogue'
import { textIn as textInLanguage } from '#kernel/locale.ts'
import { type Site, siteAddress } from '#kernel/site.ts'
import { type Answer, body, type Visit } from '#platform/http'
import { ckanGroup, ckanLicence, ckanTag } from '#standards/ckan'
import { licences, themes, titleOf } from '#standards/dcat-ap-de'
import { gone, longSuccess, success } from './answers.ts'
import { countOf } from './facets.ts'
import { divide, type FindPlace, find } from './find.ts'
import { help } from './help.ts'
import { mostRows, packageSearch, packagesJson, searchJson, sortOf } from './package-search.ts'
import { findPackage, findResource, organizationOf, organizationsOf, packageName, packageOf } from './packages.ts'
import { type ActionData, listIn, needed, numberIn, textIn, truthIn } from './request.ts'
import { datastoreSearch } from './tables.ts'

type Action = (house: CatalogueHouse, visit: Visit, data: ActionData) => Promise<unknown>
/** An action whose answer is long: it answers itself. */
type LongAction = (house: CatalogueHouse, visit: Visit, data: ActionData) => Promise<Answer>

const placeOf = (house: CatalogueHouse, visit: Visit): FindPlace => ({ house, site: visit.site, sites: visit.sites })
const part = <T>(list: readonly T[], data: ActionData, usual: number): readonly T[] => {
  const offset = numberIn(data, 'offset', 0)
  return list.slice(offset, offset + numberIn(data, 'limit', usual))
}

async function packageShow(house: CatalogueHouse, visit: Visit, data: ActionData) {
  const one = await findPackage(house, visit, textIn(data, 'id') ?? textIn(data, 'name_or_id') ?? needed(data, 'id'))
  if (!one) throw gone()
  return packageOf(visit, one)
}

async function resourceShow(house: CatalogueHouse, visit: Visit, data: ActionData) {
  const found = await findResource(house, visit, needed(data, 'id'))
  const resource = found && packageOf(visit, found.one).resources[found.at]
  if (!resource) throw gone()
  return resource
}

/** Names sorted as asked: `name asc`, `package_count desc`, `title`. */
function ordered<T extends { name: string; title: string; package_count: number }>(list: T[], data: ActionData): T[] {
  const [by = 'title', order = 'asc'] = (textIn(data, 'sort') ?? textIn(data, 'order_by') ?? 'title asc').trim().split(/\s+/)
  const sign = order.toLowerCase() === 'desc' ? -1 : 1
  const compare = (a: T, b: T) =>
    /^package(?:_count|s)$/.test(by)
      ? a.package_count - b.package_count
      : by === 'name'
        ? a.name.localeCompare(b.name, 'de')
        : a.title.localeCompare(b.title, 'de')
  return list.sort((a, b) => sign * compare(a, b) || a.name.localeCompare(b.name, 'de'))
}

const organizationWith = (site: Site, counts: ReadonlyMap<string, number>) => ({
  ...organizationOf(site),
  display_name: site.name,
  image_display_url: '',
  package_count: counts.get(site.id) ?? 0,
  num_followers: 0,
})

/** Only those that a list of names asks for. */
const only = <T extends { name: string; id: string }>(list: T[], wanted: readonly string[]): T[] =>
  wanted.length === 0 ? list : list.filter((one) => wanted.includes(one.name) || wanted.includes(one.id))

async function organizationList(house: CatalogueHouse, visit: Visit, data: ActionData) {
  const counts = await recordCounts(house, visit.site)
  const all = organizationsOf(visit).map((site) => organizationWith(site, counts))
  const list = part(ordered(only(all, listIn(data, 'organizations')), data), data, mostRows)
  return truthIn(data, 'all_fields', false) ? list : list.map((one) => one.name)
}

/** Packages of an organization or a group, as far as CKAN gives them there. */
async function someOf(house: CatalogueHouse, visit: Visit, divided: ReturnType<typeof divide>) {
  const { ids } = await find(placeOf(house, visit), divided, {
    sort: [{ by: 'changed', descending: true }],
    offset: 0,
    limit: mostRows,
  })
  return (await recordsOf(house, visit.site, ids)).map((one) => packageOf(visit, one))
}

async function organizationShow(house: CatalogueHouse, visit: Visit, data: ActionData) {
  const id = needed(data, 'id')
  const site = organizationsOf(visit).find((one) => one.slug === id || one.id === id.toLowerCase())
  if (!site) throw gone()
  const packages = truthIn(data, 'include_datasets', false)
    ? await someOf(house, visit, divide({ kind: 'tenants', ids: [site.id] }))
    : undefined
  return {
    ...organizationWith(site, await recordCounts(house, visit.site)),
    extras: site.officialKey ? [{ key: 'regionalschluessel', value: site.officialKey, state: 'active' }] : [],
    tags: [],
    users: [],
    groups:
      site.parent && visit.sites.byId(site.parent) ? [{ name: visit.sites.byId(site.parent)?.slug, capacity: 'public' }] : [],
    ...(packages ? { packages } : {}),
  }
}

const groupWith = (name: string, count: number, visit: Visit) => {
  const group = ckanGroup(name, visit.lang)
  return (
    group && {
      ...group,
      type: 'group',
      state: 'active',
      is_organization: false,
      approval_status: 'approved',
      package_count: count,
    }
  )
}

async function groupList(house: CatalogueHouse, visit: Visit, data: ActionData) {
  const counts = await countOf(placeOf(house, visit), 'theme')
  const all = themes.concepts.flatMap(
    ({ code }) => groupWith(code.toLowerCase(), counts.get(code.toLowerCase()) ?? 0, visit) ?? [],
  )
  const list = part(ordered(only(all, listIn(data, 'groups')), data), data, mostRows)
  return truthIn(data, 'all_fields', false) ? list : list.map((one) => one.name)
}

async function groupShow(house: CatalogueHouse, visit: Visit, data: ActionData) {
  const id = needed(data, 'id').toLowerCase()
  const counts = await countOf(placeOf(house, visit), 'theme')
  const group = groupWith(id, counts.get(id) ?? 0, visit)
  if (!group) throw gone()
  const packages = truthIn(data, 'include_datasets', false)
    ? await someOf(house, visit, divide({ kind: 'facet', facet: 'theme', values: [id] }))
    : undefined
  return { ...group, extras: [], tags: [], users: [], groups: [], ...(packages ? { packages } : {}) }
}

async function tagList(house: CatalogueHouse, visit: Visit, data: ActionData) {
  if (textIn(data, 'vocabulary_id') !== undefined) throw gone()
  const query = (textIn(data, 'query') ?? textIn(data, 'q') ?? '').toLowerCase()
  const counts = await countOf(placeOf(house, visit), 'keyword')
  const names = [...counts.keys()].filter((name) => name.toLowerCase().includes(query)).sort((a, b) => a.localeCompare(b, 'de'))
  const list = part(names, data, mostRows)
  return truthIn(data, 'all_fields', false) ? list.map(ckanTag) : list
}

const licenceList: Action = async () =>
  licences.concepts.map((licence) => ({
    id: licence.iri,
    title: licence.de,
    url: ckanLicence(licence.iri).license_url,
    status: 'active',
    maintainer: '',
    family: '',
    domain_data: true,
    domain_content: true,
    domain_software: false,
    is_generic: false,
    is_okd_compliant: licence.open,
    is_osi_compliant: false,
    od_conformance: licence.open ? 'approved' : 'not reviewed',
    osd_conformance: 'not reviewed',
    language: '',
  }))

const statusShow: Action = async (_house, { site, origin, lang }) => ({
  ckan_version: '2.11.0',
  site_title: site.name,
  site_description: textInLanguage(site.subtitle, lang),
  site_url: siteAddress(site, origin),
  error_emails_to: null,
  locale_default: site.languages[0] ?? 'de',
  extensions: ['dcat', 'dcatde'],
  software: 'Allmende',
})

async function packageAutocomplete(house: CatalogueHouse, visit: Visit, data: ActionData) {
  const q = needed(data, 'q')
  const limit = numberIn(data, 'limit', 10, 100)
  const answer = await searchIds(house, questionOf(house, visit.site, { text: `${q.slice(0, 200)}*` }), {
    sort: 'relevance',
    offset: 0,
    limit,
  })
  const found = answer.ok
    ? await recordsOf(
        house,
        visit.site,
        answer.value.hits.map((hit) => hit.id),
      )
    : []
  return found.map((one) => {
    const name = packageName(visit.site, visit.sites, one)
    const title = titleOf(one.record, visit.lang)
    return { name, title, match_field: 'title', match_displayed: `${title} (${name})` }
  })
}

const organizationAutocomplete: Action = async (_house, visit, data) => {
  const q = needed(data, 'q').toLowerCase()
  return organizationsOf(visit)
    .filter((site) => site.slug.includes(q) || site.name.toLowerCase().includes(q))
    .slice(0, numberIn(data, 'limit', 20, 100))
    .map((site) => ({ id: site.id, name: site.slug, title: site.name }))
}

const helpShow: Action = async (_house, _visit, data) => {
  const name = needed(data, 'name')
  const text = Object.hasOwn(help, name) ? help[name] : undefined
  if (text === undefined) throw gone()
  return text
}

/** Actions with a short answer. */
export const actions: Readonly<Record<string, Action>> = {
  package_show: packageShow,
  resource_show: resourceShow,
  organization_list: organizationList,
  organization_show: organizationShow,
  group_list: groupList,
  group_show: groupShow,
  tag_list: tagList,
  license_list: licenceList,
  status_show: statusShow,
  site_read: async () => true,
  help_show: helpShow,
  package_autocomplete: packageAutocomplete,
  organization_autocomplete: organizationAutocomplete,
  datastore_search: datastoreSearch,
}

async function* namesJson(house: CatalogueHouse, visit: Visit, offset: number, limit: number): AsyncGenerator<string> {
  yield '['
  let at = 0
  let first = true
  for await (const names of namesOf(house, visit.site)) {
    const wanted = names.slice(Math.max(0, offset - at), Math.max(0, offset + limit - at))
    at += names.length
    if (wanted.length > 0)
      yield (first ? '' : ', ') + wanted.map((one) => JSON.stringify(packageName(visit.site, visit.sites, one))).join(', ')
    first &&= wanted.length === 0
    if (at >= offset + limit) break
  }
  yield ']'
}

async function* listOf(pieces: AsyncIterable<string>): AsyncGenerator<string> {
  yield '['
  yield* pieces
  yield ']'
}

/** Actions with an answer that can be long. */
export const longActions: Readonly<Record<string, LongAction>> = {
  async package_search(house, visit, data) {
    const found = await packageSearch(house, visit, data)
    if (found.ids.length > 100) return longSuccess(visit, 'package_search', searchJson(house, visit, found))
    const { ids, ...rest } = found
    const results = (await recordsOf(house, visit.site, ids)).map((one) => packageOf(visit, one))
    return success(visit, 'package_search', { ...rest, results })
  },
  async package_list(house, visit, data) {
    const limit = numberIn(data, 'limit', Number.MAX_SAFE_INTEGER)
    return longSuccess(visit, 'package_list', namesJson(house, visit, numberIn(data, 'offset', 0), limit))
  },
  async current_package_list_with_resources(house, visit, data) {
    const limit = numberIn(data, 'limit', mostRows, mostRows)
    const page = numberIn(data, 'page', 1)
    const offset = textIn(data, 'offset') === undefined ? Math.max(0, page - 1) * limit : numberIn(data, 'offset', 0)
    const sort = sortOf('metadata_modified desc, id asc') ?? []
    const { ids } = await listRecords(house, visit.site, { all: [] }, { sort, offset, limit })
    return longSuccess(visit, 'current_package_list_with_resources', listOf(packagesJson(house, visit, ids)))
  },
}

/** CKAN's answer at the root of the interface. */
export const version = (): Answer =>
  body('application/json; charset=utf-8', '{"version": 3}', { 'access-control-allow-origin': '*' })
