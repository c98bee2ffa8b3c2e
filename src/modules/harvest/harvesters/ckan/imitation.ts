import type { Imitation, MadeUpRecord } from '../../model/imitation.ts'

const packageOf = (one: MadeUpRecord) => ({
  id: one.id,
  name: one.id,
  title: one.title,
  notes: one.description,
  private: false,
  state: 'active',
  metadata_modified: one.modified,
  license_id: one.license,
  organization: { id: one.publisher, name: one.publisher, title: one.publisher },
  groups: [{ name: one.theme, title: one.theme }],
  tags: [],
  extras: [],
  resources: [{ id: `${one.id}-datei`, name: 'Datei', url: one.file, format: one.format, license: one.license }],
})

const isInOrder = (records: readonly MadeUpRecord[]) =>
  records.every((one, at) => at === 0 || (records[at - 1]?.id ?? '') < one.id)
const inOrder = (records: readonly MadeUpRecord[]) =>
  isInOrder(records) ? records : records.toSorted((a, b) => (a.id < b.id ? -1 : 1))

/** The part of CKAN's interface that harvesters ask. */
const imitation: Imitation = {
  id: 'ckan',
  path: '/',
  answer(url, records, size) {
    const wrap = (result: unknown) => ({
      type: 'application/json;charset=utf-8',
      body: JSON.stringify({ help: `${url.origin}/api/3/action/help_show`, success: true, result }),
    })
    if (url.pathname === '/api/3/action/package_list') return wrap(records.map((one) => one.id))
    if (url.pathname === '/api/3/action/package_show') {
      const found = records.find((one) => one.id === url.searchParams.get('id'))
      return found && wrap(packageOf(found))
    }
    if (url.pathname !== '/api/3/action/package_search') return undefined
    const start = Number(url.searchParams.get('start') ?? '0')
    const rows = Math.min(Number(url.searchParams.get('rows') ?? '10'), size)
    const since = /metadata_modified:\[(\S+) TO \*\]/.exec(url.searchParams.get('fq') ?? '')?.[1]
    const found = since === undefined ? records : records.filter((one) => Date.parse(one.modified) >= Date.parse(since))
    const sorted = inOrder(found)
    return wrap({ count: sorted.length, sort: 'id asc', results: sorted.slice(start, start + rows).map(packageOf) })
  },
}

export default imitation
