import assert from 'node:assert/strict'
import { after, before, suite, test } from 'node:test'
import { sql } from 'kysely'
import type { Role } from '#kernel/actor.ts'
import { href, type Route } from '#kernel/route.ts'
import { places } from '#support/house.ts'
import { signedIn, type TestPerson } from '#support/people.ts'
import { type TestServer, testServer } from '#support/server.ts'
import { adminRoutes } from '../admin-routes.ts'
import { permissions } from '../policies.ts'

let portal: TestServer
let boss: TestPerson
const base = `/${places.stadt}`
const get = (path: string, who: TestPerson = boss, headers: Record<string, string> = {}) =>
  portal.get(base + path, { cookie: who.cookie, ...headers })
const post = (path: string, form: Record<string, string | readonly string[]>, who: TestPerson | null = boss, below = base) => {
  const payload = new URLSearchParams()
  for (const [name, value] of Object.entries(form))
    for (const one of typeof value === 'string' ? [value] : value) payload.append(name, one)
  return portal.ask({
    method: 'POST',
    url: below + path,
    headers: {
      host: 'portal.example',
      accept: 'text/html',
      origin: 'http://portal.example',
      'content-type': 'application/x-www-form-urlencoded',
      ...(who ? { cookie: who.cookie } : {}),
    },
    payload: payload.toString(),
  })
}
const db = () => portal.house.database.system
const version = (html: string) => /name="version" value="([^"]*)"/.exec(html)?.[1] ?? ''
const mails = async () =>
  (
    await sql<{
      text: string
      html: string
      subject: string
    }>`select text, html, subject from platform_mail order by created_at desc, id`.execute(db())
  ).rows
const person = (roles: readonly Role[], name?: string, slug: string = places.stadt) =>
  signedIn(portal, { [slug]: roles }, name ? { name } : {})

suite('administration', () => {
  before(async () => {
    portal = await testServer()
    boss = await person(['administrator'], 'Petra Anders')
    await person(['administrator'], 'Zweite Administration')
  })
  after(() => portal?.close())

  test('every page is there for those who may, and for nobody else', async () => {
    const everyone = new Map<Role | 'nobody', TestPerson | undefined>([['nobody', undefined]])
    for (const role of ['administrator', 'open-data-coordinator', 'editor', 'reader', 'data-protection-officer'] as const)
      everyone.set(role, await person([role]))
    const foreign = await person(['administrator'], 'Fremd', places.dorf)
    for (const route of Object.values(adminRoutes) as Route[]) {
      if (route.permission === 'public') continue
      const path = base + href(route, route.example)
      const ask = (who: TestPerson | undefined) =>
        route.method === 'GET'
          ? portal.get(path, who ? { cookie: who.cookie } : {})
          : post(href(route, route.example), {}, who ?? null)
      for (const [role, who] of everyone) {
        const allowed =
          role !== 'nobody' &&
          (route.permission === 'staff' || permissions.some((one) => one.id === route.permission && one.roles.includes(role)))
        const { statusCode } = await ask(who)
        if (!allowed) assert.equal(statusCode, role === 'nobody' && route.method === 'GET' ? 303 : 404, `${route.id} as ${role}`)
        else if (route.example) assert.equal(statusCode, 404, `${route.id} as ${role}`)
        else assert.ok([200, 303, 409, 422].includes(statusCode), `${route.id} as ${role}: ${statusCode}`)
      }
      assert.equal((await ask(foreign)).statusCode, 404, `${route.id} as administrator of another town`)
    }
  })

  test('an id that is none is not found, whatever it is', async () => {
    const bad = [
      '..%2F..%2Fetc',
      '%252e%252e',
      'a%00b',
      'x'.repeat(10_000),
      '%D0%B0dmin',
      '0'.repeat(36),
      "'%20or%201=1",
      '%F0%9F%92%A9',
    ]
    for (const id of bad)
      for (const path of ['/intern/personen/', '/intern/seiten/', '/intern/mandanten/', '/seite/', '/einladung/']) {
        const { statusCode } = await get(path + id)
        assert.ok([400, 404].includes(statusCode), `${path}${id.slice(0, 20)}: ${statusCode}`)
      }
    for (const path of [
      '/intern/personen?nach=a%00&nach-id=x',
      '/intern/personen?q=%00%25_',
      '/intern/protokoll?person=x&von=2026-99-99&nach=-1',
    ])
      assert.equal((await get(path)).statusCode, 200, path)
  })

  test('an invitation: the mail holds the link, opening it does nothing, accepting it works once', async () => {
    const answer = await post('/intern/personen/einladen', {
      name: '<b>Merle</b> Lütke',
      email: 'M.Luetke@stadt.example',
      roles: ['editor'],
      tenant: 'x',
    })
    assert.equal(answer.statusCode, 303)
    const [mail] = await mails()
    assert.ok(mail)
    assert.doesNotMatch(mail.html, /<b>Merle/)
    const link = /https?:\/\/[^\s]+\/einladung\/[\w-]{43}/.exec(mail.text)?.[0] ?? ''
    const path = new URL(link).pathname.replace(base, '')
    const { rows } = await sql<{
      found: number
    }>`select count(*)::int as found from identity_invitation where position(${path.split('/').at(-1) ?? ''} in identity_invitation::text) > 0`.execute(
      db(),
    )
    assert.equal(rows[0]?.found, 0, 'the token itself is nowhere')
    for (let i = 0; i < 3; i++) assert.equal((await portal.get(base + path)).statusCode, 200)
    assert.match((await get('/intern/personen?stand=invited')).body, /&lt;b>Merle/)
    const wrong = await post(path, { name: 'Merle Lütke', password: 'kurz', again: 'kurz' }, null)
    assert.equal(wrong.statusCode, 422)
    assert.match(wrong.body, /zu kurz/)
    const secret = 'vier woerter ohne sinn'
    const both = await Promise.all([
      post(path, { name: 'Merle Lütke', password: secret, again: secret }, null),
      post(path, { name: 'Merle Lütke', password: secret, again: secret }, null),
    ])
    assert.deepEqual(both.map((one) => one.statusCode).sort(), [303, 404])
    assert.equal((await portal.get(base + path)).statusCode, 404)
    const list = await get('/intern/personen?q=luetke')
    assert.match(list.body, /Merle Lütke<\/a>/)
  })

  test('somebody with an account accepts after signing in; a link of another town opens nothing here', async () => {
    const one = await person(['reader'], 'Jana Albers', places.dorf)
    await post('/intern/personen/einladen', { name: 'Jana Albers', email: one.email, roles: ['editor'] })
    const path = `/einladung/${/einladung\/([\w-]{43})/.exec((await mails())[0]?.text ?? '')?.[1]}`
    assert.equal((await portal.get(`/${places.dorf}${path}`)).statusCode, 404)
    assert.doesNotMatch((await portal.get(base + path)).body, /type="password"/)
    assert.match((await get(path, one)).body, /Als Jana Albers mitarbeiten/)
    assert.equal((await post(path, {}, one)).statusCode, 303)
    assert.equal((await get('/konto', one)).statusCode, 303, 'with new rights one signs in anew')
  })

  test('of two people with one link only one gets in', async () => {
    const rivals = [await person(['reader'], 'Eins', places.dorf), await person(['reader'], 'Zwei', places.dorf)]
    await post('/intern/personen/einladen', { name: 'Wer', email: 'wer@stadt.example', roles: ['editor'] })
    const path = `/einladung/${/einladung\/([\w-]{43})/.exec((await mails())[0]?.text ?? '')?.[1]}`
    const both = await Promise.all(rivals.map((who) => post(path, {}, who)))
    assert.deepEqual(both.map((one) => one.statusCode).sort(), [303, 404])
    const { rows } = await sql<{ n: number }>`select count(*)::int as n from identity_role
      where tenant = ${portal.site(places.stadt).id} and person = any (${rivals.map((who) => who.id)}::uuid[])`.execute(db())
    assert.equal(rows[0]?.n, 1)
  })

  test('nobody gives himself rights by an invitation that he wrote', async () => {
    await post('/intern/personen/einladen', { name: 'Wer', email: 'wer-anders@stadt.example', roles: ['data-owner'] })
    const path = `/einladung/${/einladung\/([\w-]{43})/.exec((await mails())[0]?.text ?? '')?.[1]}`
    assert.equal((await post(path, {}, boss)).statusCode, 422)
    const acting = await person(['administrator'], 'Kreis', places.kreis)
    await sql`insert into identity_mandate (tenant, holder, roles) values (${portal.site(places.stadt).id}, ${portal.site(places.kreis).id}, '{administrator}')`.execute(
      db(),
    )
    const invited = await post('/intern/personen/einladen', { name: 'Ich', email: acting.email, roles: ['data-owner'] }, acting)
    assert.equal(invited.statusCode, 422)
    assert.match(invited.body, /eigene Adresse/)
    await sql`delete from identity_mandate`.execute(db())
  })

  test('who is invited again gets a new link, and the old one is void; taking back makes it void, too', async () => {
    const token = async () => /einladung\/([\w-]{43})/.exec((await mails())[0]?.text ?? '')?.[1] ?? ''
    await post('/intern/personen/einladen', { name: 'Neu', email: 'neu@stadt.example', roles: ['editor'] })
    const first = await token()
    const { rows } = await sql<{ id: string }>`select id from identity_invitation where email_key = 'neu@stadt.example'`.execute(
      db(),
    )
    const id = rows[0]?.id ?? ''
    assert.equal((await post(`/intern/personen/einladungen/${id}/erneut`, {})).statusCode, 303)
    const second = await token()
    assert.notEqual(first, second)
    assert.equal((await portal.get(`${base}/einladung/${first}`)).statusCode, 404)
    assert.equal((await portal.get(`${base}/einladung/${second}`)).statusCode, 200)
    const foreign = await person(['administrator'], 'Fremd', places.dorf)
    assert.equal((await post(`/intern/personen/einladungen/${id}/zurueckziehen`, {}, foreign, `/${places.dorf}`)).statusCode, 404)
    assert.equal((await post(`/intern/personen/einladungen/${id}/zurueckziehen`, {})).statusCode, 303)
    assert.equal((await portal.get(`${base}/einladung/${second}`)).statusCode, 404)
  })

  test('an invitation that ran out opens nothing', async () => {
    await post('/intern/personen/einladen', { name: 'Spät', email: 'spaet@stadt.example', roles: ['editor'] })
    const path = `/einladung/${/einladung\/([\w-]{43})/.exec((await mails())[0]?.text ?? '')?.[1]}`
    await sql`update identity_invitation set expires_at = now() where email_key = 'spaet@stadt.example'`.execute(db())
    assert.equal((await portal.get(base + path)).statusCode, 404)
    const secret = 'vier woerter ohne sinn'
    assert.equal((await post(path, { name: 'Spät', password: secret, again: secret }, null)).statusCode, 404)
  })

  test('fields that no form has are of no use: tenant, role, state, prototype', async () => {
    const one = await person(['reader'])
    const more = {
      tenant: portal.site(places.land).id,
      person: boss.id,
      granted_by: one.id,
      valid_until: '2099-01-01',
      '__proto__.admin': '1',
      strong_at: '1',
    }
    assert.equal((await post(`/intern/personen/${one.id}/rollen`, { roles: ['reader', 'editor'], ...more })).statusCode, 303)
    const { rows } = await sql<{
      tenant: string
      role: string
      valid_until: unknown
    }>`select tenant, role, valid_until from identity_role where person = ${one.id} order by role`.execute(db())
    assert.deepEqual(rows, [
      { tenant: portal.site(places.stadt).id, role: 'editor', valid_until: null },
      { tenant: portal.site(places.stadt).id, role: 'reader', valid_until: null },
    ])
    assert.equal(({} as { admin?: string }).admin, undefined)
    assert.equal((await post(`/intern/personen/${boss.id}/rollen`, { roles: ['administrator', 'data-owner'] })).statusCode, 422)
    const invited = await post('/intern/personen/einladen', { name: 'Ich', email: boss.email, roles: ['data-owner'] })
    assert.equal(invited.statusCode, 422)
  })

  test('names are text in page, table and CSV, and no formula', async () => {
    await person(['editor'], '=HYPERLINK("https://x.example","A")')
    await person(['editor'], '<img src=x onerror=alert(1)>')
    const html = (await get('/intern/personen')).body
    assert.doesNotMatch(html, /<img src=x/)
    const csv = (await get('/intern/personen?als=csv')).body
    assert.match(csv, /"'=HYPERLINK\(/)
    assert.match(csv, /^name,email,roles,state,last_seen,day,second_factor\r\n/)
  })
})

suite('settings of a site', () => {
  before(async () => {
    portal = await testServer()
    boss = await person(['administrator'], 'Petra Anders')
  })
  after(() => portal?.close())
  const site = () => portal.site(places.stadt)
  const texts = async (given: Record<string, string>) => ({
    version: version((await get('/intern/einstellungen')).body),
    name: site().name,
    shortName: site().shortName,
    ...given,
  })

  test('texts are saved, shown to the public, and the log tells what was before', async () => {
    const done = await post(
      '/intern/einstellungen',
      await texts({ name: 'Stadt Neuahorn', 'imprint.de': '## Wer\n\nDie Stadt.' }),
    )
    assert.equal(done.statusCode, 303)
    assert.match((await portal.get(`${base}/impressum`)).body, /<h2>Wer<\/h2>/)
    const log = (await get('/intern/protokoll')).body
    assert.match(log, /Petra Anders hat die Einstellungen/)
    assert.match(log, /Name: vorher Stadt Ahornstadt, jetzt Stadt Neuahorn/)
  })

  test('two who save at the same time: the second is told, and nothing is overwritten', async () => {
    const given = await texts({ name: 'Erste Fassung' })
    assert.equal((await post('/intern/einstellungen', given)).statusCode, 303)
    const second = await post('/intern/einstellungen', { ...given, name: 'Zweite Fassung' })
    assert.equal(second.statusCode, 409)
    assert.match(second.body, /Zweite Fassung/)
    assert.match(second.body, /Erste Fassung/)
    assert.equal(site().name, 'Erste Fassung')
    const fresh = await texts({})
    const both = await Promise.all(['A', 'B'].map((name) => post('/intern/einstellungen', { ...fresh, name })))
    assert.deepEqual(both.map((one) => one.statusCode).sort(), [303, 409])
  })

  test('a preview saves nothing, and shows nothing that could run', async () => {
    const evil = [
      '<script>alert(1)</script>',
      '[klick](javascript:alert(1))',
      '[klick](JaVaScRiPt&colon;alert(1))',
      '<svg onload=alert(1)><p>',
      '<img src=x onerror=alert(1)>',
      '[a[b](javascript:x)](https://x.example)',
      '<a href="data:text/html,<script>1</script>">d</a>',
      '<noscript><p title="</noscript><img src=x onerror=alert(1)>">',
      '<math><mtext><table><mglyph><style><!--</style><img title="--&gt;&lt;img src=1 onerror=alert(1)&gt;">',
    ].join('\n\n')
    const shown = await post('/intern/einstellungen', { ...(await texts({ 'privacy.de': evil })), tat: 'vorschau' })
    assert.equal(shown.statusCode, 200)
    const preview = /class="identity-text">([\s\S]*?)<\/section>/.exec(shown.body)?.[1] ?? ''
    assert.match(preview, /klick/)
    assert.doesNotMatch(preview, /<(?:script|svg|img|style|math|noscript)|\son\w+=|href="(?:javascript|data)/i)
    assert.equal(site().texts.privacy?.de, undefined)
    await post('/intern/einstellungen', await texts({ 'privacy.de': evil }))
    assert.doesNotMatch(
      (await portal.get(`${base}/datenschutz`)).body,
      /onerror|href="javascript|href="data|alert\(1\)<\/script>/i,
    )
  })

  test('a colour that cannot be read is refused with the pair, and arms lose all but their shapes', async () => {
    const look = async (given: Record<string, string>) =>
      post('/intern/einstellungen/aussehen', { version: version((await get('/intern/einstellungen/aussehen')).body), ...given })
    const pale = await look({ accentLight: '#cccccc', accentDark: '', logo: '' })
    assert.equal(pale.statusCode, 422)
    assert.match(pale.body, /#cccccc \/ #ffffff, 1,6:1/)
    const svg =
      '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9" onload="alert(1)"><script>alert(1)</script><foreignObject><b>x</b></foreignObject><image href="https://x.example/y.png"/><a href="javascript:x"><path d="M0 0h9v9z" fill="#123" onclick="x"/></a></svg>'
    assert.equal((await look({ accentLight: '', accentDark: '', logo: svg })).statusCode, 303)
    const arms = await portal.get(`${base}/wappen.svg`)
    assert.match(arms.body, /<path d="M0 0h9v9z"/)
    assert.doesNotMatch(arms.body, /script|onload|onclick|href|foreignObject|image/)
    assert.equal((await look({ accentLight: '', accentDark: '', logo: 'kein Bild' })).statusCode, 422)
    const border = '----probe'
    const part = (name: string, content: string, file = '') =>
      `--${border}\r\nContent-Disposition: form-data; name="${name}"${file}\r\n\r\n${content}\r\n`
    const current = version((await get('/intern/einstellungen/aussehen')).body)
    const uploaded = await portal.ask({
      method: 'POST',
      url: `${base}/intern/einstellungen/aussehen`,
      headers: {
        host: 'portal.example',
        accept: 'text/html',
        origin: 'http://portal.example',
        cookie: boss.cookie,
        'content-type': `multipart/form-data; boundary=${border}`,
      },
      payload: `${part('version', current)}${part('armsFile', svg.replace('M0 0h9v9z', 'M1 1h7v7z'), '; filename="wappen.svg"')}--${border}--\r\n`,
    })
    assert.equal(uploaded.statusCode, 303)
    const second = (await portal.get(`${base}/wappen.svg`)).body
    assert.match(second, /d="M1 1h7v7z"/)
    assert.doesNotMatch(second, /script|onclick|href/)
  })

  test('an address that looks like one person is questioned, a host of another tenant is refused', async () => {
    const contact = async (given: Record<string, string>) =>
      post('/intern/einstellungen/kontakt', {
        version: version((await get('/intern/einstellungen/kontakt')).body),
        organisation: 'Stadt',
        email: 'daten@stadt.example',
        languages: 'de,en',
        host: '',
        ...given,
      })
    const asked = await contact({ email: 'merle.luetke@stadt.example' })
    assert.equal(asked.statusCode, 422)
    assert.match(asked.body, /name="functionMailbox"/)
    assert.equal((await contact({ email: 'merle.luetke@stadt.example', functionMailbox: '1' })).statusCode, 303)
    assert.doesNotMatch((await get('/intern/protokoll?als=json')).body, /merle/)
    for (const host of ['portal.example', 'x y', '-', 'ü.example', '<b>'])
      assert.equal((await contact({ host })).statusCode, 422, host)
    assert.equal((await contact({ languages: 'fr' })).statusCode, 422)
    assert.equal((await contact({ host: 'daten.ahorn.example' })).statusCode, 303)
    assert.equal((await contact({ host: '' })).statusCode, 303)
  })

  test('a module that is switched off is gone at once, and one button brings it back', async () => {
    assert.equal((await portal.get(`${base}/daten`)).statusCode, 200)
    const off = await post('/intern/einstellungen/module', {
      version: version((await get('/intern/einstellungen/module')).body),
    })
    assert.equal(off.statusCode, 303)
    assert.equal((await portal.get(`${base}/daten`)).statusCode, 404)
    const told = await portal.get(String(off.headers.location), { cookie: boss.cookie })
    assert.match(told.body, /name="zurueck" value="1"/)
    const back = await post('/intern/einstellungen/module', {
      version: version(told.body),
      modules: ['catalogue', 'platform'],
      zurueck: '1',
    })
    assert.equal(back.statusCode, 303)
    assert.deepEqual(site().modules, ['catalogue'])
  })

  test('a redirect leads on, what exists comes first, circles and foreign hosts are refused', async () => {
    const add = (from: string, to: string) => post('/intern/einstellungen/weiterleitungen', { from, to })
    assert.equal((await add('/opendata/haushalt/', '/daten')).statusCode, 303)
    const moved = await portal.get(`${base}/opendata/haushalt?x=1`)
    assert.equal(moved.statusCode, 301)
    assert.equal(moved.headers.location, `${base}/daten`)
    assert.equal((await portal.get(`/${places.dorf}/opendata/haushalt`)).statusCode, 404)
    assert.equal((await portal.get(`${base}/en/opendata/haushalt`)).headers.location, `${base}/en/daten`)
    assert.equal((await add('/a', '/b')).statusCode, 303)
    assert.equal((await add('/b', '/c')).statusCode, 303)
    for (const [from, to, fault] of [
      ['/c', '/a', 'im Kreis'],
      ['/d', '/d', 'im Kreis'],
      ['/daten', '/x', 'schon eine Seite'],
      ['/intern/neu', '/x', 'Plattform'],
      ['/a', '/x', 'schon weitergeleitet'],
      ['/e', 'https://fremd.example/', 'gehört nicht'],
      ['/e', '//fremd.example', 'Pfad'],
      ['/e', 'javascript:alert(1)', 'Pfad'],
      ['/e', '/\\fremd.example', 'Pfad'],
      ['e', '/x', 'beginnt mit'],
      ['/e/../f', '/x', 'beginnt mit'],
    ] as const) {
      const answer = await add(from, to)
      assert.equal(answer.statusCode, 422, `${from} -> ${to}`)
      assert.match(answer.body, new RegExp(fault), `${from} -> ${to}`)
    }
    const { rows } = await sql<{ id: string }>`select id from identity_redirect where old_path = '/a'`.execute(db())
    const gone = await post(`/intern/einstellungen/weiterleitungen/${rows[0]?.id}/entfernen`, {})
    assert.equal(gone.statusCode, 303)
    assert.equal((await portal.get(`${base}/a`)).statusCode, 404)
    assert.match((await portal.get(String(gone.headers.location), { cookie: boss.cookie })).body, /name="from" value="\/a"/)
  })

  test('a page of one’s own is seen when it is published, in the language it has, and never as a draft', async () => {
    const page = { title: 'Über <i>uns</i>', lang: 'de', content: '## Team\n\n<script>alert(1)</script>Wir.', place: 'main' }
    const draft = await post('/intern/seiten/neu', { ...page, slug: '' })
    assert.equal(draft.statusCode, 303)
    const path = new URL(String(draft.headers.location), 'http://x').pathname.replace(base, '')
    assert.equal((await portal.get(`${base}/seite/ueber-i-uns-i`)).statusCode, 404)
    const form = (await get(path)).body
    assert.equal((await post(path, { ...page, slug: 'ueber-uns', published: '1', version: version(form) })).statusCode, 303)
    const shown = (await portal.get(`${base}/seite/ueber-uns`)).body
    assert.match(shown, /<h1>Über &lt;i>uns&lt;\/i><\/h1>/)
    assert.doesNotMatch(shown, /<script>alert/)
    assert.match((await portal.get(base)).body, /href="\/ahornstadt\/seite\/ueber-uns"/)
    assert.equal((await portal.get(`/${places.dorf}/seite/ueber-uns`)).statusCode, 404)
    const late = await post(path, { ...page, title: 'Zu spät', slug: 'ueber-uns', published: '1', version: version(form) })
    assert.equal(late.statusCode, 409)
    const twin = await post('/intern/seiten/neu', { ...page, slug: 'ueber-uns' })
    assert.equal(twin.statusCode, 422)
    assert.equal((await post(`${path}/entfernen`, {})).statusCode, 303)
    assert.equal((await portal.get(`${base}/seite/ueber-uns`)).statusCode, 404)
  })
})

suite('what waits in the administration', () => {
  before(async () => {
    portal = await testServer()
    boss = await person(['administrator'], 'Petra Anders')
    await person(['administrator'], 'Zweite Administration')
  })
  after(() => portal?.close())
  const overview = async () => (await get('/intern')).body

  test('missing texts, a second factor that is not set up, expired invitations and a mandate that ends stand in the overview', async () => {
    await post('/intern/personen/einladen', { name: 'Neu', email: 'neu@stadt.example', roles: ['editor'] })
    await sql`update identity_invitation set expires_at = now()`.execute(db())
    await sql`insert into identity_mandate (tenant, holder, roles, valid_until) values (${portal.site(places.stadt).id},
      ${portal.site(places.kreis).id}, '{editor}', now() + interval '9 days')`.execute(db())
    const shown = await overview()
    for (const part of [
      'Es fehlt: Impressum',
      'Petra Anders braucht einen zweiten Faktor',
      'Eine Einladung ist abgelaufen',
      'Mandat endet bald: Kreis Birkenau',
    ])
      assert.match(shown, new RegExp(part))
  })

  test('what somebody left behind is named, with the way to it', async () => {
    const gone = await person(['editor'], 'Merle Lütke')
    await post(`/intern/personen/${gone.id}/deaktivieren`, {})
    assert.doesNotMatch(await overview(), /Merle Lütke/)
    await sql`insert into catalogue_entry (tenant, id, kind, title, sort_key, slug, state, published, office, responsible, missing, changed_at)
      values (${portal.site(places.stadt).id}, gen_random_uuid(), 'dataset', 'Bäume', 'baeume', 'baeume', 'published', true, '', ${gone.id}, 0, now())`.execute(
      db(),
    )
    const shown = await overview()
    assert.match(shown, /Merle Lütke ist seit [^<]+ nicht mehr da: ein Datensatz ohne Ansprechperson/)
    assert.match(shown, new RegExp(`href="${base}/intern/datensaetze\\?person=${gone.id}"`))
  })
})

suite('tenants and the log', () => {
  let land: TestPerson
  const district = `/${places.kreis}`
  before(async () => {
    portal = await testServer()
    boss = await person(['administrator'], 'Petra Anders', places.kreis)
    land = await person(['administrator'], 'Land', places.land)
  })
  after(() => portal?.close())

  test('a municipality is added with its first administrator, below one’s own tenant only', async () => {
    const typed = {
      name: 'Stadt <b>Talheim</b>',
      slug: 'talheim',
      kind: 'gemeinde',
      parent: places.kreis,
      key: '05001 0003003',
      adminName: 'Merle',
      adminEmail: 'merle@talheim.example',
    }
    for (const parent of [places.land, 'nirgends', ''])
      assert.equal((await post('/intern/mandanten/neu', { ...typed, parent }, boss, district)).statusCode, 422, parent)
    const done = await post('/intern/mandanten/neu', { ...typed, modules: 'x', id: '1' }, boss, district)
    assert.equal(done.statusCode, 303, done.body.slice(0, 3000))
    assert.equal(done.headers.location, `${district}/intern/mandanten/talheim?erledigt=tenant-added-invited`)
    assert.equal(portal.site('talheim').parent, portal.site(places.kreis).id)
    assert.match((await mails())[0]?.text ?? '', /\/talheim\/einladung\//)
    assert.doesNotMatch((await mails())[0]?.html ?? '', /<b>Talheim/)
    assert.doesNotMatch((await portal.get(`${district}/intern/mandanten`, { cookie: boss.cookie })).body, /<b>Talheim/)
    const again = await post('/intern/mandanten/neu', { ...typed, slug: 'daten', key: '1' }, boss, district)
    assert.match(again.body, /Adresse der Plattform/)
    assert.match(again.body, /2, 5, 8, 9 oder 12 Ziffern/)
    assert.match(again.body, /value="merle@talheim.example"/)
  })

  test('modules of a tenant below are switched; one above or beside is not there', async () => {
    const page = await portal.get(`${district}/intern/mandanten/${places.dorf}`, { cookie: boss.cookie })
    const off = await post(`/intern/mandanten/${places.dorf}/module`, { version: version(page.body) }, boss, district)
    assert.equal(off.statusCode, 303)
    assert.deepEqual(portal.site(places.dorf).modules, [])
    assert.equal(
      (
        await post(
          `/intern/mandanten/${places.dorf}/module`,
          { version: version(page.body), modules: 'catalogue' },
          boss,
          district,
        )
      ).statusCode,
      409,
    )
    for (const slug of [places.land, places.kreis])
      assert.equal((await portal.get(`${district}/intern/mandanten/${slug}`, { cookie: boss.cookie })).statusCode, 404)
    assert.equal((await portal.get(`/intern/mandanten/${places.dorf}`, { cookie: land.cookie })).statusCode, 200)
  })

  test('the log is told in sentences, filtered, taken away, and checked', async () => {
    const read = (path: string) => portal.get(district + path, { cookie: boss.cookie })
    assert.match(
      (await read('/intern/protokoll')).body,
      /Petra Anders hat Stadt &lt;b>Talheim&lt;\/b> hinzugefügt \(Stadt oder Gemeinde\)/,
    )
    const csv = await read('/intern/protokoll?als=csv')
    assert.match(csv.body, /1,[^,]+,Petra Anders,identity\/add-tenant/)
    const entries = JSON.parse((await read('/intern/protokoll?als=json')).body) as { action: string; sentence: string }[]
    assert.ok(entries.some((one) => one.action === 'identity/add-tenant' && one.sentence.startsWith('Petra Anders')))
    assert.match((await read('/intern/protokoll?art=identity/deactivate')).body, /Kein Eintrag/)
    assert.match((await read('/intern/protokoll?bis=2020-01-01')).body, /Kein Eintrag/)
    assert.doesNotMatch((await read(`/intern/protokoll?person=${boss.id}`)).body, /Kein Eintrag/)
    assert.match((await read('/intern/protokoll')).body, /noch nicht geprüft/)
    assert.equal((await post('/intern/protokoll/pruefen', {}, boss, district)).statusCode, 303)
    assert.match((await read('/intern/protokoll')).body, /Kette geprüft am [^:]+:\d\d: \d+ Eint|ein Eintrag unverändert/)
  })

  test('a row that somebody changed in the database is named', async () => {
    await sql`alter table platform_audit_entry disable trigger user`.execute(db())
    await sql`update platform_audit_entry set action = 'identity/nothing' where position = 1 and tenant = ${portal.site(places.kreis).id}`.execute(
      db(),
    )
    await post('/intern/protokoll/pruefen', {}, boss, district)
    assert.match((await portal.get(`${district}/intern/protokoll`, { cookie: boss.cookie })).body, /Eintrag 1 wurde verändert/)
  })
})
