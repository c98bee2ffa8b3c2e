import assert from 'node:assert/strict'
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { after, suite, test } from 'node:test'
import multipart from '@fastify/multipart'
import Fastify from 'fastify'
import { multipartOptions, readUploads, type UploadLimits } from './upload.ts'

const folder = mkdtempSync(path.join(tmpdir(), 'allmende-upload-'))
const border = '----probe'
const part = (head: string, content: string) => `--${border}\r\nContent-Disposition: form-data; ${head}\r\n\r\n${content}\r\n`

async function send(parts: string[], limits: UploadLimits = { maxBytes: 100 }, end = `--${border}--\r\n`) {
  const app = Fastify()
  await app.register(multipart, multipartOptions)
  app.post('/', async (request) => {
    const { form, uploads, clear } = await readUploads(request, limits, folder)
    const seen = uploads.map(({ path: place, ...rest }) => ({ ...rest, text: readFileSync(place, 'utf8'), place }))
    await clear()
    return { fields: [...form], files: seen.map(({ place, ...rest }) => ({ ...rest, left: existsSync(place) })) }
  })
  const answer = await app.inject({
    method: 'POST',
    url: '/',
    headers: { 'content-type': `multipart/form-data; boundary=${border}` },
    payload: parts.join('') + end,
  })
  await app.close()
  return { status: answer.statusCode, body: answer.json() }
}

suite('forms with files', () => {
  after(() => rmSync(folder, { recursive: true, force: true }))

  test('fields and files arrive, and nothing is left behind', async () => {
    const { body } = await send([
      part('name="titel"', 'Spielplätze'),
      part('name="datei"; filename="bäume.csv"\r\nContent-Type: text/csv', 'a;b'),
    ])
    assert.deepEqual(body.fields, [['titel', 'Spielplätze']])
    assert.deepEqual(body.files, [
      { field: 'datei', name: 'bäume.csv', type: 'text/csv', bytes: 3, tooLarge: false, text: 'a;b', left: false },
    ])
    assert.deepEqual(readdirSync(folder), [])
  })

  test('a path in the name is no path, and a field without a file is no file', async () => {
    const { body } = await send(
      [
        part('name="datei"; filename="../../etc/passwd"', 'x'),
        part('name="leer"; filename=""\r\nContent-Type: application/octet-stream', ''),
      ],
      { maxBytes: 100, maxFiles: 2 },
    )
    assert.deepEqual(
      body.files.map((file: { name: string }) => file.name),
      ['passwd'],
    )
  })

  test('what is too large is said to be so, and not kept whole', async () => {
    const { body } = await send([part('name="datei"; filename="a.csv"', 'x'.repeat(5000))])
    assert.deepEqual([body.files[0].tooLarge, body.files[0].bytes], [true, 100])
  })

  test('too many files, and a form that breaks off, are refused and leave nothing', async () => {
    const two = [part('name="a"; filename="a.csv"', 'x'), part('name="b"; filename="b.csv"', 'x')]
    assert.equal((await send(two)).status, 413)
    assert.ok((await send([part('name="a"; filename="a.csv"', 'x')], { maxBytes: 100 }, '')).status >= 400)
    assert.deepEqual(readdirSync(folder), [])
  })
})
