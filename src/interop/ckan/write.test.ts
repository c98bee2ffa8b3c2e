// Writing by CKAN's Action API, as scripts do it: keys, drafts and releases, names, resources.
import assert from 'node:assert/strict'
import { after, before, suite, test } from 'node:test'
import { sql } from 'kysely'
import type { Role } from '#kernel/actor.ts'
import { places } from '#support/house.ts'
import { multipart } from '#support/multipart.ts'
import { programKey, signedIn } from '#support/people.ts'
import { type TestServer, testServer } from '#support/server.ts'

const law = { 'personal-data': 'none', 'third-party-rights': 'none', 'trade-secrets': 'none' }
const content = (name: string) => ({
  name,
  title: 'Trinkbrunnen',
  notes: 'Alle Trinkbrunnen der Stadt mit Ort, Betriebszeit und Zustand, wie sie das Grünflächenamt pflegt.',
  license_id: 'http://dcat-ap.de/def/licenses/cc-zero',
  tags: [{ name: 'Wasser' }],
  extras: [
    { key: 'contact_name', value: 'Stelle für Daten' },
    { key: 'contact_email', value: 'daten@ahornstadt.example' },
  ],
  resources: [{ name: 'Liste', url: 'https://daten.example/trinkbrunnen.csv', format: 'CSV' }],
})

let portal: TestServer
before(async () => {
  portal = await testServer()
})
after(() => portal?.close())

const key = (roles: readonly Role[], permissions: readonly string[], given: Parameters<typeof programKey>[3] = {}) =>
  programKey(portal, roles, permissions, { tenant: places.stadt, ...given })
const everything = ['catalogue/edit', 'catalogue/release', 'catalogue/withdraw']

async function act(
  action: string,
  data: object,
  token?: string,
  base = `/${places.stadt}`,
  headers: Record<string, string> = {},
) {
  const answer = await portal.ask({
    method: 'POST',
    url: `${base}/api/3/action/${action}`,
    payload: JSON.stringify(data),
    headers: {
      host: 'portal.example',
      'content-type': 'application/json',
      ...(token ? { authorization: token } : {}),
      ...headers,
    },
  })
  const { success, result, error } = answer.json()
  return { status: answer.statusCode, success, result, error }
}
const publicly = async (name: string) => (await portal.get(`/${places.stadt}/api/3/action/package_show?id=${name}`)).statusCode

suite('CKAN: writing', () => {
  test('who may publish creates, changes, adds a resource, and withdraws', async () => {
    const { token } = await key(['administrator'], everything)
    const made = await act('package_create', { ...content('trinkbrunnen-liste'), lawfulness: law }, token)
    assert.deepEqual(
      [made.status, made.result?.state, made.result?.name, made.result?.allmende],
      [200, 'active', 'trinkbrunnen-liste', undefined],
      JSON.stringify(made),
    )
    assert.equal(await publicly('trinkbrunnen-liste'), 200)
    assert.equal(
      made.result.extras.find(({ key: name }: { key: string }) => name === 'publisher_name')?.value,
      portal.site(places.stadt).name,
    )

    const again = await act('package_create', { ...content('trinkbrunnen-liste'), lawfulness: law }, token)
    assert.deepEqual(
      [again.status, again.error?.__type, again.error?.name],
      [409, 'Validation Error', ['That URL is already in use.']],
    )

    const patched = await act('package_patch', { id: 'trinkbrunnen-liste', title: 'Brunnen', lawfulness: law }, token)
    assert.deepEqual(
      [patched.result?.title, patched.result?.id, patched.result?.notes],
      ['Brunnen', made.result.id, made.result.notes],
      JSON.stringify(patched),
    )
    assert.equal(patched.result.resources[0].id, made.result.resources[0].id)

    const resource = await act(
      'resource_create',
      { package_id: made.result.id, url: 'https://daten.example/trinkbrunnen.json', format: 'JSON', lawfulness: law },
      token,
    )
    assert.match(resource.result?.id ?? '', new RegExp(`^${made.result.id}-`), JSON.stringify(resource))
    const renamed = await act('resource_patch', { id: resource.result.id, name: 'Als JSON', lawfulness: law }, token)
    assert.deepEqual([renamed.result?.name, renamed.result?.url], ['Als JSON', 'https://daten.example/trinkbrunnen.json'])
    await act('resource_delete', { id: made.result.resources[0].id, lawfulness: law }, token)
    const replaced = await act(
      'package_update',
      {
        ...content('trinkbrunnen-liste'),
        resources: [{ id: resource.result.id, url: 'https://daten.example/neu.json', format: 'JSON' }],
        lawfulness: law,
      },
      token,
    )
    assert.deepEqual(
      replaced.result?.resources.map(({ id, url }: { id: string; url: string }) => [id, url]),
      [[resource.result.id, 'https://daten.example/neu.json']],
    )

    assert.deepEqual((await act('package_delete', { id: 'trinkbrunnen-liste' }, token)).result, null)
    assert.equal(await publicly('trinkbrunnen-liste'), 404)
  })

  test('a file comes with a form, as scripts send it, is kept here and given out by its address', async () => {
    const { token } = await key(['administrator'], everything)
    const made = await act('package_create', { ...content('mit-datei'), lawfulness: law }, token)
    const send = async (action: string, fields: Record<string, string>, file: { name: string; text: string }, by = token) => {
      const sent = multipart(fields, [{ field: 'upload', name: file.name, content: file.text, type: 'text/csv' }])
      const answer = await portal.ask({
        method: 'POST',
        url: `/${places.stadt}/api/3/action/${action}`,
        payload: sent.payload,
        headers: { host: 'portal.example', 'content-type': sent.type, authorization: by },
      })
      return { status: answer.statusCode, ...(answer.json() as { result?: Record<string, unknown>; error?: object }) }
    }
    const about = { package_id: made.result.id, name: 'Standorte', lawfulness: JSON.stringify(law) }
    const added = await send('resource_create', about, { name: 'standorte.csv', text: 'Ort;Liter\nMarkt;3\n' })
    assert.equal(added.status, 200, JSON.stringify(added))
    const { url, url_type, size, format, name, id } = added.result ?? {}
    assert.deepEqual([url_type, size, format, name], ['upload', 18, 'CSV', 'Standorte'])
    const fetched = async () => (await portal.get(new URL(String(url)).pathname)).body
    assert.equal(await fetched(), 'Ort;Liter\nMarkt;3\n')
    const again = { id: String(id), lawfulness: JSON.stringify(law) }
    const updated = await send('resource_patch', again, { name: 'standorte.csv', text: 'Ort;Liter\nMarkt;4\n' })
    assert.deepEqual([updated.result?.id, updated.result?.name], [id, 'Standorte'], JSON.stringify(updated))
    assert.equal(await fetched(), 'Ort;Liter\nMarkt;4\n')
    for (const [fields, file, field] of [
      [about, { name: 'standorte.csv', text: 'noch eine' }, 'upload'],
      [about, { name: 'seite.html', text: '<html>' }, 'upload'],
      [about, { name: 'leer.csv', text: '' }, 'upload'],
      [about, { name: 'tabelle.xlsx', text: 'keine' }, 'upload'],
      [{ ...about, lawfulness: '{' }, { name: 'gut.csv', text: 'a;b' }, 'lawfulness'],
    ] as const) {
      const refused = await send('resource_create', fields, file)
      assert.deepEqual([refused.status, Object.keys(refused.error ?? {})], [409, ['__type', field]], JSON.stringify(refused))
    }
    assert.equal((await send('resource_create', about, { name: 'a.csv', text: 'a;b' }, 'alm_niemand')).status, 403)
    assert.equal((await send('package_create', about, { name: 'a.csv', text: 'a;b' })).status, 400)
  })

  test('what may not go out becomes a draft, and the answer says why', async () => {
    const { token } = await key(['editor'], everything)
    const made = await act('package_create', { ...content('entwurf-eins'), lawfulness: law }, token)
    assert.deepEqual([made.result?.state, made.result?.allmende?.state], ['draft', 'review'], JSON.stringify(made))
    assert.match(made.result.allmende.why, /may not publish; handed in for review/)
    assert.match(made.result.allmende.draft, /\/intern\/freigaben\//)
    assert.equal(await publicly('entwurf-eins'), 404)
    assert.equal((await act('package_create', content('entwurf-eins'), token)).status, 409, 'the name is taken by the draft')
    assert.equal((await act('package_show', { id: 'entwurf-eins' }, token)).result?.id, made.result.id)
    assert.equal((await act('package_patch', { id: 'entwurf-eins', title: 'Anders' }, token)).result?.title, 'Anders')

    const officer = await key(['administrator'], everything)
    const unanswered = await act('package_create', content('entwurf-zwei'), officer.token)
    assert.match(unanswered.result?.allmende?.why ?? '', /lawfulness.personal-data is not answered/, JSON.stringify(unanswered))
    const held = await act('package_patch', { id: 'entwurf-eins', title: 'Fremd' }, officer.token)
    assert.deepEqual(
      [held.status, /Somebody works on it/.test(held.error?.name?.[0])],
      [409, true],
      'the draft of a colleague is not written over',
    )
  })

  test('no key, a foreign, weak, expired or revoked one, and one without the permission', async () => {
    const name = 'nie-da'
    const here = await key(['administrator'], everything)
    const wrong: [string, string | undefined][] = [
      ['none', undefined],
      ['invented', `alm_${'x'.repeat(43)}`],
      ['of another town', (await key(['administrator'], everything, { tenant: places.dorf })).token],
      ['without a second factor', (await key(['administrator'], everything, { strong: false })).token],
      ['expired', (await key(['administrator'], everything, { days: -1 })).token],
      ['for reading roles', (await key(['reader'], everything)).token],
      ['without the permission', (await key(['administrator'], ['catalogue/release'])).token],
    ]
    for (const [what, token] of wrong) {
      const answer = await act('package_create', { ...content(name), owner_org: places.stadt }, token, '')
      assert.deepEqual([answer.status, answer.error?.__type], [403, 'Authorization Error'], what)
    }
    const cookie = await act('package_create', content(name), undefined, `/${places.stadt}`, {
      cookie: here.person.cookie,
      'sec-fetch-site': 'same-origin',
    })
    assert.equal(cookie.status, 403, 'a browser that is signed in writes nothing')
    await sql`delete from identity_role where person = ${here.person.id}`.execute(portal.house.database.system)
    assert.equal((await act('package_create', content(name), here.token)).status, 403, 'a key is never more than its person')
    const got = await portal.get(`/${places.stadt}/api/3/action/package_create?name=${name}`, { authorization: here.token })
    assert.equal(got.statusCode, 400)
  })

  test('faults by their field', async () => {
    const { token } = await key(['administrator'], everything)
    for (const [action, data, field] of [
      ['package_create', { title: 'x' }, 'name'],
      ['package_create', { ...content('Groß') }, 'name'],
      ['package_create', { ...content('gut'), owner_org: 'nirgends' }, 'owner_org'],
      ['package_create', { ...content('gut'), resources: 'x' }, 'resources'],
      ['package_create', { ...content('gut'), lawfulness: { colour: 'none' } }, 'lawfulness'],
      ['resource_create', { package_id: 'x' }, 'url'],
    ] as const) {
      const answer = await act(action, data, token)
      assert.deepEqual([answer.status, Object.keys(answer.error)], [409, ['__type', field]], JSON.stringify(data))
    }
    assert.equal((await act('package_patch', { id: 'gibt-es-nicht' }, token)).status, 404)
    assert.deepEqual(
      (await act('organization_list_for_user', {}, token)).result.map(({ name }: { name: string }) => name),
      [places.stadt],
    )
  })
})

suite('keys for programs', () => {
  test('are made on a page, shown once, and revoked there', async () => {
    const person = await signedIn(portal, { [places.stadt]: ['open-data-coordinator'] })
    const send = (path: string, form: string) =>
      portal.ask({
        method: 'POST',
        url: `/${places.stadt}${path}`,
        payload: form,
        headers: {
          host: 'portal.example',
          cookie: person.cookie,
          'sec-fetch-site': 'same-origin',
          'content-type': 'application/x-www-form-urlencoded',
        },
      })
    const page = () => portal.get(`/${places.stadt}/konto/schluessel`, { cookie: person.cookie })
    assert.match((await page()).body, /value="catalogue\/edit"/)
    const faulty = await send('/konto/schluessel', 'name=&days=90')
    assert.deepEqual(
      [faulty.statusCode, /href="#name"/.test(faulty.body), /href="#permissions"/.test(faulty.body)],
      [422, true, true],
    )
    assert.equal((await send('/konto/schluessel', 'name=x&days=90&permissions=identity/manage-people')).statusCode, 422)
    const made = await send('/konto/schluessel', 'name=Nachtlauf&days=30&permissions=catalogue/edit')
    const [token = ''] = /alm_[\w-]{43}/.exec(made.body) ?? []
    assert.equal((await act('organization_list_for_user', {}, token)).result?.length, 1)
    const listed = (await page()).body
    assert.equal(listed.includes('Nachtlauf') && !listed.includes(token), true)
    const { rows } = await sql<{
      n: number
    }>`select count(*)::int as n from identity_api_token where token_hash = ${Buffer.from(token)}`.execute(
      portal.house.database.system,
    )
    assert.equal(rows[0]?.n, 0)
    const [, id = ''] = /name="token" value="([^"]+)"/.exec(listed) ?? []
    await send('/konto/schluessel/entziehen', `token=${id}`)
    assert.equal((await act('organization_list_for_user', {}, token)).status, 403)
    assert.match(
      (await portal.get(`/${places.stadt}/konto/meine-daten.json`, { cookie: person.cookie })).body,
      /"keysForPrograms": ?\[\{"name": ?"Nachtlauf"|keysForPrograms[\s\S]*Nachtlauf/,
    )
  })
})
