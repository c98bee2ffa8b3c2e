import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import path from 'node:path'
import { suite, test } from 'node:test'
import { ConfigFault, exampleEnv, readConfig } from './config.ts'

const goodSecret = '0123456789abcdef0123456789abcdef'

/** What is said about an environment; nothing when it is accepted. */
function saidOf(env: Record<string, string>): readonly string[] {
  try {
    readConfig(env)
    return []
  } catch (error) {
    assert.ok(error instanceof ConfigFault, String(error))
    return error.lines
  }
}

suite('settings from the environment', () => {
  test('an empty environment is a demonstration on this machine only', () => {
    const config = readConfig({})
    assert.equal(config.ALLMENDE_MODE, 'demonstration')
    assert.equal(config.HOST, '127.0.0.1')
    assert.equal(config.publicUrl, 'http://localhost:8080')
    assert.ok(path.isAbsolute(config.dataDir))
  })

  test('what is set to nothing counts as not set', () => assert.equal(readConfig({ PORT: '', PUBLIC_URL: '' }).PORT, 8080))

  test('the public address loses its slash at the end', () =>
    assert.equal(readConfig({ PUBLIC_URL: 'https://daten.example/' }).publicUrl, 'https://daten.example'))

  test('all faults are listed at once, each with its name, its value and what is right', () => {
    const lines = saidOf({
      PORT: 'achtzig',
      LOG_LEVEL: 'laut',
      PUBLIC_URL: 'daten.example',
      TRUST_PROXY: 'vielleicht',
      STATEMENT_TIMEOUT_MS: '5',
      METRICS_PORT: '70000',
    })
    assert.deepEqual(lines, [
      'PORT: is a number from 0 to 65535 (now: "achtzig")',
      'PUBLIC_URL: is https:// or http:// and a host without a path, for example https://daten.example.de (now: "daten.example")',
      'METRICS_PORT: is a number from 0 to 65535 (now: "70000")',
      'LOG_LEVEL: is fatal, error, warn, info, debug, trace or silent (now: "laut")',
      'TRUST_PROXY: is true, false or how many proxies stand in front (now: "vielleicht")',
      'STATEMENT_TIMEOUT_MS: is at least 100 (now: "5")',
    ])
  })

  for (const address of [
    'localhost:8080',
    'javascript:alert(1)',
    'ftp://daten.example',
    'https://daten.example/portal',
    'https://daten.example?x=1',
  ])
    test(`${address} is no public address`, () => assert.match(saidOf({ PUBLIC_URL: address }).join(), /^PUBLIC_URL: /))

  for (const address of [
    'mail.example.de',
    'http://mail.example.de',
    'smtp://a b@mail.example.de',
    'smtp://n:100%@mail.example.de',
  ])
    test(`${address} is no mail server`, () =>
      assert.match(saidOf({ SMTP_URL: address, MAIL_FROM: 'portal@example.de' }).join(), /^SMTP_URL: is smtp:\/\/ or smtps:\/\//))

  test('who sends mail says from whom; an address with a name or a line break is none', () => {
    const SMTP_URL = 'smtps://portal:p%40ss@mail.example.de'
    assert.match(saidOf({ SMTP_URL }).join(), /^MAIL_FROM: is missing/)
    assert.deepEqual(saidOf({ SMTP_URL, MAIL_FROM: 'portal@example.de' }), [])
    for (const MAIL_FROM of ['Portal <portal@example.de>', 'portal@example.de\nBcc: x@example.de', 'portal'])
      assert.match(saidOf({ SMTP_URL, MAIL_FROM }).join(), /^MAIL_FROM: is an address/)
  })

  test('passwords are never repeated in what is said', () => {
    assert.doesNotMatch(saidOf({ SMTP_URL: 'smtp://portal:hunter2%@mail.example.de' }).join(), /hunter2/)
    const said = saidOf({ ALLMENDE_SECRET: 'geheim-und-kurz', DATABASE_URL: 'mysql://user:hunter2@db/x' }).join('\n')
    assert.match(said, /ALLMENDE_SECRET: has at least 32 characters/)
    assert.match(said, /DATABASE_URL: begins with postgres:/)
    assert.doesNotMatch(said, /geheim|hunter2/)
  })

  test('production refuses the default secret and wants a public address', () => {
    assert.deepEqual(saidOf({ ALLMENDE_MODE: 'production' }), [
      'ALLMENDE_SECRET: is missing or the default; make one with: openssl rand -hex 32',
      'PUBLIC_URL: is missing; name the public address, for example https://daten.example.de',
    ])
    const standard = readConfig({}).ALLMENDE_SECRET
    assert.match(
      saidOf({ ALLMENDE_MODE: 'production', PUBLIC_URL: 'https://d.example', ALLMENDE_SECRET: standard }).join(),
      /the default/,
    )
    assert.deepEqual(saidOf({ ALLMENDE_MODE: 'production', PUBLIC_URL: 'https://d.example', ALLMENDE_SECRET: goodSecret }), [])
  })

  test('the example file is the generated text', () => {
    const kept = readFileSync('config/example.env', 'utf8')
    assert.equal(kept.trimEnd(), exampleEnv().trimEnd(), 'make it anew: ./allmende config example > config/example.env')
  })

  test('the example file as it stands, with every line switched on, is accepted', () => {
    const lines = exampleEnv().matchAll(/^#([A-Z_]+)=(.*)$/gm)
    const env = Object.fromEntries(Array.from(lines, ([, name = '', value = '']) => [name, value]))
    assert.ok(Object.keys(env).length > 10)
    assert.deepEqual(saidOf(env), [])
    assert.equal(env.ALLMENDE_SECRET, '', 'the default secret is not handed around')
  })
})
