import assert from 'node:assert/strict'
import { test } from 'node:test'
import { Html, renderToString } from './html.ts'

const hostile = `"><img src=x onerror='alert(1)'>&`
const Said = ({ text }: { readonly text: string }) => <p title={text}>{text}</p>

test('text is escaped wherever it comes in: child, list, attribute, through components', () => {
  const html = renderToString(
    <div data-x={hostile}>
      {hostile}
      {[hostile, <b key="b">{hostile}</b>]}
      <Said text={hostile} />
    </div>,
  )
  assert.doesNotMatch(html, /<img/)
  assert.equal(html.match(/&quot;>&lt;img src=x onerror='alert\(1\)'>&amp;/g)?.length, 6)
})

test('what was read from outside cannot pose as HTML', () => {
  const read = JSON.parse(JSON.stringify(new Html('<script>')))
  assert.equal(renderToString(<p>{read}</p>), '<p></p>')
  assert.equal(renderToString(<p {...JSON.parse('{"x><script>":"1","onclick=x":true}')} />), '<p></p>')
  // Put into a text by mistake, finished HTML is text again.
  assert.equal(renderToString(<p>{`${<b>fett</b>}`}</p>), '<p>&lt;b>fett&lt;/b></p>')
})

test('true, false and nothing', () => {
  const none = <p>{[null, undefined, true, false, '', 0]}</p>
  assert.equal(renderToString(none), '<p>0</p>')
  const box = <input type="checkbox" checked disabled={false} aria-hidden={false} data-long value="" spellcheck={false} />
  assert.equal(
    renderToString(box),
    '<input type="checkbox" checked aria-hidden="false" data-long="true" value spellcheck="false"/>',
  )
  assert.equal(renderToString(<section tabIndex={-1} title={undefined} />), '<section tabindex="-1"></section>')
})
