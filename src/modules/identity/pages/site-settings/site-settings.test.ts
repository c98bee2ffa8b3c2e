import assert from 'node:assert/strict'
import { after, before, suite, test } from 'node:test'
import { adminDesk, versionIn } from '#support/admin-desk.ts'
import { places } from '#support/house.ts'

const desk = adminDesk()
const { base, get, post } = desk

suite('settings of a site', () => {
  before(desk.open)
  after(desk.close)
  const site = () => desk.portal.site(places.stadt)
  const texts = async (given: Record<string, string>) => ({
    version: versionIn((await get('/intern/einstellungen')).body),
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
    assert.match((await desk.portal.get(`${base}/impressum`)).body, /<h2>Wer<\/h2>/)
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
      (await desk.portal.get(`${base}/datenschutz`)).body,
      /onerror|href="javascript|href="data|alert\(1\)<\/script>/i,
    )
  })

  test('a colour that cannot be read is refused with the pair, and arms lose all but their shapes', async () => {
    const look = async (given: Record<string, string>) =>
      post('/intern/einstellungen/aussehen', { version: versionIn((await get('/intern/einstellungen/aussehen')).body), ...given })
    const pale = await look({ accentLight: '#cccccc', accentDark: '', logo: '' })
    assert.equal(pale.statusCode, 422)
    assert.match(pale.body, /#cccccc \/ #ffffff, 1,6:1/)
    const svg =
      '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9" onload="alert(1)"><script>alert(1)</script><foreignObject><b>x</b></foreignObject><image href="https://x.example/y.png"/><a href="javascript:x"><path d="M0 0h9v9z" fill="#123" onclick="x"/></a></svg>'
    assert.equal((await look({ accentLight: '', accentDark: '', logo: svg })).statusCode, 303)
    const arms = await desk.portal.get(`${base}/wappen.svg`)
    assert.match(arms.body, /<path d="M0 0h9v9z"/)
    assert.doesNotMatch(arms.body, /script|onload|onclick|href|foreignObject|image/)
    assert.equal((await look({ accentLight: '', accentDark: '', logo: 'kein Bild' })).statusCode, 422)
    const border = '----probe'
    const part = (name: string, content: string, file = '') =>
      `--${border}\r\nContent-Disposition: form-data; name="${name}"${file}\r\n\r\n${content}\r\n`
    const current = versionIn((await get('/intern/einstellungen/aussehen')).body)
    const uploaded = await desk.portal.ask({
      method: 'POST',
      url: `${base}/intern/einstellungen/aussehen`,
      headers: {
        host: 'portal.example',
        accept: 'text/html',
        origin: 'http://portal.example',
        cookie: desk.boss.cookie,
        'content-type': `multipart/form-data; boundary=${border}`,
      },
      payload: `${part('version', current)}${part('armsFile', svg.replace('M0 0h9v9z', 'M1 1h7v7z'), '; filename="wappen.svg"')}--${border}--\r\n`,
    })
    assert.equal(uploaded.statusCode, 303)
    const second = (await desk.portal.get(`${base}/wappen.svg`)).body
    assert.match(second, /d="M1 1h7v7z"/)
    assert.doesNotMatch(second, /script|onclick|href/)
  })

  test('an address that looks like one person is questioned, a host of another tenant is refused', async () => {
    const contact = async (given: Record<string, string>) =>
      post('/intern/einstellungen/kontakt', {
        version: versionIn((await get('/intern/einstellungen/kontakt')).body),
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
    assert.equal((await desk.portal.get(`${base}/daten`)).statusCode, 200)
    const off = await post('/intern/einstellungen/module', {
      version: versionIn((await get('/intern/einstellungen/module')).body),
    })
    assert.equal(off.statusCode, 303)
    assert.equal((await desk.portal.get(`${base}/daten`)).statusCode, 404)
    const told = await desk.portal.get(String(off.headers.location), { cookie: desk.boss.cookie })
    assert.match(told.body, /name="zurueck" value="1"/)
    const back = await post('/intern/einstellungen/module', {
      version: versionIn(told.body),
      modules: ['catalogue', 'platform'],
      zurueck: '1',
    })
    assert.equal(back.statusCode, 303)
    assert.deepEqual(site().modules, ['catalogue'])
  })
})
