import assert from 'node:assert/strict'
import { test } from 'node:test'
import { checkAccent, checkTheme, contrast, defaultTheme, themeStyle } from './theme.ts'

test('contrast follows the WCAG formula: black on white is 21, the same colour is 1', () => {
  assert.equal(contrast('#000', '#fff'), 21)
  assert.equal(contrast('#767676', '#767676'), 1)
  // The well-known border of AA on white.
  assert.equal((contrast('#767676', '#ffffff') ?? 0).toFixed(2), '4.54')
})

test('the default accents can be read on both grounds', () => {
  assert.equal(checkTheme(defaultTheme).ok, true)
})

test('a pale accent names the failing pair and its ratio', () => {
  assert.deepEqual(checkAccent('#767676', 'light'), {
    ok: false,
    fault: 'contrast',
    pair: ['#767676', '#ffffff'],
    ground: 'light',
    ratio: 4.54,
  })
  const dark = checkTheme({ accentLight: '#22562a', accentDark: '#22562a' })
  assert.ok(!dark.ok && dark.fault === 'contrast' && dark.ground === 'dark')
})

test('what is no colour is refused and never reaches the stylesheet', () => {
  const hostile = { accentLight: 'red}body{display:none', accentDark: '#86c78d' }
  assert.deepEqual(checkAccent(hostile.accentLight), { ok: false, fault: 'not-a-colour', value: 'red}body{display:none' })
  assert.equal(themeStyle(hostile), '')
})

test('a theme sets variables for both grounds and nothing else', () => {
  const css = themeStyle({ accentLight: '#003366', accentDark: '#9cc8ff' })
  assert.match(css, /:root\{--alm-accent:#003366;--alm-on-accent:#ffffff/)
  assert.match(css, /prefers-color-scheme:dark\)\{:root\{--alm-accent:#9cc8ff/)
  assert.equal(css.replace(/:root\{[^}]*\}/g, '').replace(/@media[^{]*\{\}/g, ''), '')
})
