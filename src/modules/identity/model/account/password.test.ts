import assert from 'node:assert/strict'
import { test } from 'node:test'
import { emailKey } from './email.ts'
import { passwordFault } from './password.ts'

const jana = { name: 'Jana Albers', email: 'jana.albers@lindenrode.example' }

test('a password is long, not common, and not one’s own name', () => {
  for (const good of ['vier Worte reichen aus', 'kastanie-besen-lampe', '8f3kd92jsl0a', 'ölmühlengrabenbrücke'])
    assert.equal(passwordFault(good, jana), undefined, good)
  const faults: [string, string][] = [
    ['', 'missing'],
    ['elf Zeichen', 'short'],
    ['a'.repeat(300), 'long'],
    ['Passwort2026!', 'common'],
    ['PasswortPasswort', 'common'],
    ['123456789012', 'common'],
    ['121212121212', 'common'],
    ['aaaaaaaaaaaaaa', 'common'],
    ['qwertzuiop123', 'common'],
    ['abcdefghijkl', 'common'],
    ['JanaAlbers2026', 'own'],
    ['jana.albers@lindenrode.example', 'own'],
    ['lindenrode-1234', 'own'],
  ]
  for (const [password, fault] of faults) assert.equal(passwordFault(password, jana), fault, password)
})

test('an address is compared without case and width', () => {
  assert.equal(emailKey(' Jana.Albers@Lindenrode.Example '), 'jana.albers@lindenrode.example')
  assert.equal(emailKey('ｊana@x.example'), 'jana@x.example')
})
