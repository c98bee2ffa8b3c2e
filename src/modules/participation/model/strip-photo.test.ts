import assert from 'node:assert/strict'
import { suite, test } from 'node:test'
import { deflateSync } from 'node:zlib'
import { stripPhoto } from './strip-photo.ts'

const secret = 'GPS 51.886 N 8.7205 E, Kamera 4711'

const segment = (mark: number, content: Buffer) => {
  const head = Buffer.from([0xff, mark, 0, 0])
  head.writeUInt16BE(content.length + 2, 2)
  return Buffer.concat([head, content])
}
/** EXIF with how the picture is to be turned, and more. */
const exif = (turn: number) => {
  const list = Buffer.alloc(2 + 12 + 4)
  list.writeUInt16BE(1, 0)
  list.writeUInt16BE(0x0112, 2)
  list.writeUInt16BE(3, 4)
  list.writeUInt32BE(1, 6)
  list.writeUInt16BE(turn, 10)
  return Buffer.concat([Buffer.from('Exif\0\0MM\0*\0\0\0\x08', 'latin1'), list, Buffer.from(secret)])
}
const frame = Buffer.from([8, 0, 30, 0, 40, 1, 1, 0x11, 0])
const jpeg = (...more: Buffer[]) =>
  Buffer.concat([
    Buffer.from([0xff, 0xd8]),
    segment(0xe0, Buffer.from('JFIF\0\x01\x01\0\0\x01\0\x01\x02\x01thumb!', 'latin1')),
    ...more,
    segment(0xc0, frame),
    segment(0xda, Buffer.from([1, 1, 0, 0, 63, 0])),
    Buffer.from([1, 2, 0xff, 0, 3, 0xff, 0xd0, 4, 0xff, 0xd9]),
    Buffer.from(`after the end: ${secret}`),
  ])
const chunk = (name: string, content: Buffer) => {
  const head = Buffer.alloc(8)
  head.writeUInt32BE(content.length)
  head.write(name, 4, 'latin1')
  return Buffer.concat([head, content, Buffer.alloc(4)])
}
const png = (...more: Buffer[]) =>
  Buffer.concat([
    Buffer.from('89504e470d0a1a0a', 'hex'),
    chunk('IHDR', Buffer.from([0, 0, 0, 7, 0, 0, 0, 5, 8, 2, 0, 0, 0])),
    ...more,
    chunk('IDAT', deflateSync(Buffer.alloc(5 * 22))),
    chunk('IEND', Buffer.alloc(0)),
    Buffer.from(secret),
  ])
const piece = (name: string, content: Buffer) => {
  const head = Buffer.alloc(8)
  head.write(name, 'latin1')
  head.writeUInt32LE(content.length, 4)
  return Buffer.concat([head, content, Buffer.alloc(content.length % 2)])
}
const webp = () => {
  const inner = Buffer.concat([
    Buffer.from('WEBP', 'latin1'),
    piece('VP8X', Buffer.from([0x0c, 0, 0, 0, 9, 0, 0, 4, 0, 0])),
    piece('VP8 ', Buffer.from([0, 0, 0, 0x9d, 1, 0x2a, 10, 0, 5, 0])),
    piece('EXIF', Buffer.from(secret)),
    piece('XMP ', Buffer.from(secret)),
  ])
  const head = Buffer.alloc(8)
  head.write('RIFF', 'latin1')
  head.writeUInt32LE(inner.length, 4)
  return Buffer.concat([head, inner])
}

suite('a photo without what the camera wrote beside it', () => {
  const cases = [
    [
      'JPEG',
      jpeg(
        segment(0xe1, exif(1)),
        segment(0xe1, Buffer.from(`http://ns.adobe.com/xap/1.0/\0${secret}`)),
        segment(0xfe, Buffer.from(secret)),
      ),
      40,
      30,
    ],
    ['PNG', png(chunk('eXIf', Buffer.from(secret)), chunk('tEXt', Buffer.from(secret)), chunk('tIME', Buffer.alloc(7))), 7, 5],
    ['WebP', webp(), 10, 5],
  ] as const
  for (const [name, file, width, height] of cases)
    test(name, () => {
      assert.ok(file.includes('GPS'))
      const done = stripPhoto(file)
      assert.ok(done.ok)
      assert.deepEqual([done.value.width, done.value.height], [width, height])
      for (const word of ['GPS', 'Kamera', 'thumb', 'adobe']) assert.ok(!done.value.bytes.includes(word), word)
      const again = stripPhoto(done.value.bytes)
      assert.ok(again.ok && again.value.bytes.equals(done.value.bytes), 'what is clean stays as it is')
    })

  test('the turn of the picture stays, alone', () => {
    const done = stripPhoto(jpeg(segment(0xe1, exif(6))))
    assert.ok(done.ok)
    assert.deepEqual([done.value.width, done.value.height], [30, 40])
    const at = done.value.bytes.indexOf('Exif')
    assert.ok(at > 0)
    assert.equal(done.value.bytes.indexOf('Exif', at + 1), -1)
    assert.equal(done.value.bytes.readUInt16LE(at + 6 + 8 + 2 + 8), 6)
    assert.ok(!done.value.bytes.includes('GPS'))
  })

  test('what is no picture, or only half of one, is refused', () => {
    const why = (file: Buffer) => {
      const done = stripPhoto(file)
      return done.ok ? 'taken' : done.error
    }
    assert.equal(why(Buffer.from('%PDF-1.7')), 'unknown')
    assert.equal(why(Buffer.from('<svg onload=alert(1)>')), 'unknown')
    assert.equal(why(Buffer.alloc(0)), 'unknown')
    for (const whole of [jpeg(), png(), webp()])
      for (let length = 12; length < whole.length - secret.length - 20; length += 3)
        assert.notEqual(why(whole.subarray(0, length)), 'unknown')
    assert.equal(why(jpeg().subarray(0, 50)), 'broken')
    const large = png()
    large.writeUInt32BE(100_000, 16)
    large.writeUInt32BE(100_000, 20)
    assert.equal(why(large), 'large')
  })
})
