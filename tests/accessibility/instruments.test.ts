import assert from 'node:assert/strict'
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { after, before, suite, test } from 'node:test'
import type { Browser } from 'playwright-core'
import { browser, visitor, withoutBrowser } from '#support/browser.ts'
import { examine } from './examine.ts'

const page = (body: string, head = '') =>
  `<!doctype html><html lang="de"><head><title>Probe</title><meta name="viewport" content="width=device-width">${head}</head><body><main><h1>Probe</h1>${body}</main></body></html>`

const pages: Record<string, string> = {
  '/gut': page('<p>Nichts zu bemängeln.</p>'),
  '/dunkel': page(
    '<p>Im Dunkeln zu blass.</p>',
    '<style>@media (prefers-color-scheme:dark){body{background:#111}p{color:#333}}</style>',
  ),
  '/breit': page('<div style="width:700px">breit</div>'),
  '/verdeckt': page(
    '<details><summary>Mehr</summary><img src="data:image/gif;base64,R0lGODlhAQABAAAAACwAAAAAAQABAAA="></details>',
  ),
  '/laut': page('<script>document.cookie="x=1";console.error("kaputt");new Image().src="http://127.0.0.1:9/bild.png"</script>'),
}

let server: Server
let chromium: Browser
let origin: string

suite('the instruments see what is wrong', { skip: withoutBrowser() }, () => {
  before(async () => {
    server = createServer((request, response) => {
      const text = pages[request.url ?? '']
      response.writeHead(text ? 200 : 204, { 'content-type': 'text/html; charset=utf-8' }).end(text)
    })
    await new Promise<void>((resolve) => server.listen(0, 'localhost', resolve))
    origin = `http://localhost:${(server.address() as AddressInfo).port}`
    chromium = await browser()
  })
  after(async () => {
    await chromium?.close()
    server?.close()
  })

  const look = async (path: string) => {
    const visit = await visitor(chromium, origin)
    await visit.page.goto(path)
    const faults = await examine(visit.page)
    await visit.leave()
    return faults.join('\n')
  }

  test('and nothing where nothing is wrong', async () => assert.equal(await look('/gut'), ''))
  test('contrast in the dark', async () => assert.match(await look('/dunkel'), /1280 dark: color-contrast/))
  test('what reaches out of the window', async () => assert.match(await look('/breit'), /320 px: the page is 7\d\d px wide/))
  test('what is folded away', async () => assert.match(await look('/verdeckt'), /unfolded: image-alt/))
  test('cookies, errors and requests to others', async () => {
    const visit = await visitor(chromium, origin)
    await visit.page.goto('/laut', { waitUntil: 'networkidle' })
    await assert.rejects(
      visit.leave(),
      (error: Error) => /cookie x/.test(error.message) && /kaputt/.test(error.message) && /127\.0\.0\.1:9/.test(error.message),
    )
  })
})
