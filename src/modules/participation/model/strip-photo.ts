import { fail, ok, type Result } from '#kernel/result.ts'

/** A picture without anything that the camera or a program wrote beside it. */
export interface StrippedPhoto {
  readonly bytes: Buffer
  readonly mediaType: 'image/jpeg' | 'image/png' | 'image/webp'
  readonly width: number
  readonly height: number
}

/** `unknown`: no JPEG, PNG or WebP; `broken`: it ends too early or says nonsense; `large`: more than 60 million points. */
export type PhotoFault = 'unknown' | 'broken' | 'large'

const mostPoints = 60_000_000
class Broken extends Error {}

/** Takes out place, time, device and everything else that is not the picture (EXIF, XMP, IPTC, comments, thumbnails, what hangs behind the end). */
export function stripPhoto(file: Buffer): Result<StrippedPhoto, PhotoFault> {
  const strip =
    file.length > 3 && file[0] === 0xff && file[1] === 0xd8
      ? stripJpeg
      : file.subarray(0, 8).equals(pngMark)
        ? stripPng
        : file.toString('latin1', 0, 4) === 'RIFF' && file.toString('latin1', 8, 12) === 'WEBP'
          ? stripWebp
          : undefined
  if (!strip) return fail('unknown')
  try {
    const done = strip(file)
    if (done.width < 1 || done.height < 1) return fail('broken')
    return done.width * done.height > mostPoints ? fail('large') : ok(done)
  } catch (error) {
    if (error instanceof Broken || error instanceof RangeError) return fail('broken')
    throw error
  }
}

/** How the picture is to be turned: the one thing of EXIF that is kept, because it belongs to the picture. */
function turnOf(exif: Buffer): number {
  const little = exif.toString('latin1', 6, 8) === 'II'
  const short = (at: number) => (little ? exif.readUInt16LE(at) : exif.readUInt16BE(at))
  const long = (at: number) => (little ? exif.readUInt32LE(at) : exif.readUInt32BE(at))
  try {
    const list = 6 + long(10)
    for (let i = 0, at = list + 2; i < short(list); i++, at += 12) {
      const turn = short(at) === 0x0112 ? short(at + 8) : 0
      if (turn > 1 && turn <= 8) return turn
    }
  } catch {
    // EXIF that cannot be read says nothing about the turn.
  }
  return 1
}

/** A block of EXIF that holds the turn and nothing else. */
const turnBlock = (turn: number): Buffer =>
  Buffer.from(`ffe1002245786966000049492a0008000000010012010300010000000${turn}00000000000000`, 'hex')

const plainJfif = Buffer.from('ffe000104a46494600010100000100010000', 'hex')

function stripJpeg(file: Buffer): StrippedPhoto {
  const kept: Buffer[] = [file.subarray(0, 2)]
  let size: { width: number; height: number } | undefined
  let turn = 1
  let at = 2
  for (;;) {
    while (file[at] === 0xff && file[at + 1] === 0xff) at++
    if (file[at] !== 0xff) throw new Broken('no segment where one must be')
    const mark = file[at + 1] ?? 0
    if (mark === 0xd9) break
    const length = file.readUInt16BE(at + 2)
    const end = at + 2 + length
    if (length < 2 || end > file.length) throw new Broken('a segment that is longer than the file')
    const segment = file.subarray(at, end)
    const name = segment.toString('latin1', 4, 16)
    const isFrame = mark >= 0xc0 && mark <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(mark)
    if (isFrame) size = { height: segment.readUInt16BE(5), width: segment.readUInt16BE(7) }
    if (mark === 0xe0) {
      if (name.startsWith('JFIF\0')) kept.push(plainJfif)
    } else if (mark === 0xe1 && name.startsWith('Exif\0')) turn = Math.max(turn, turnOf(segment.subarray(4)))
    // Colours: the profile, and how Adobe's programs turned them.
    else if (mark < 0xe0 || (mark === 0xe2 && name.startsWith('ICC_PROFILE')) || (mark === 0xee && name.startsWith('Adobe')))
      kept.push(segment)
    at = end
    if (mark !== 0xda) continue
    // The picture itself, until the next mark that is no part of it.
    const from = at
    while (
      at < file.length &&
      !(file[at] === 0xff && file[at + 1] !== 0 && !((file[at + 1] ?? 0) >= 0xd0 && (file[at + 1] ?? 0) <= 0xd7))
    )
      at++
    kept.push(file.subarray(from, at))
    if (at >= file.length) throw new Broken('the picture has no end')
  }
  if (!size) throw new Broken('no picture')
  kept.push(Buffer.from([0xff, 0xd9]))
  if (turn > 1) kept.splice(1, 0, turnBlock(turn))
  const turned = turn >= 5 ? { width: size.height, height: size.width } : size
  return { bytes: Buffer.concat(kept), mediaType: 'image/jpeg', ...turned }
}

const pngMark = Buffer.from('89504e470d0a1a0a', 'hex')
const pngKept = new Set(['IHDR', 'PLTE', 'IDAT', 'IEND', 'tRNS', 'gAMA', 'cHRM', 'sRGB', 'iCCP', 'sBIT', 'bKGD', 'pHYs'])

function stripPng(file: Buffer): StrippedPhoto {
  const kept: Buffer[] = [pngMark]
  for (let at = 8; ; ) {
    const length = file.readUInt32BE(at)
    const name = file.toString('latin1', at + 4, at + 8)
    const end = at + 12 + length
    if (end > file.length || (at === 8 && name !== 'IHDR')) throw new Broken('a piece that is longer than the file')
    if (pngKept.has(name)) kept.push(file.subarray(at, end))
    if (name === 'IEND') break
    at = end
  }
  return { bytes: Buffer.concat(kept), mediaType: 'image/png', width: file.readUInt32BE(16), height: file.readUInt32BE(20) }
}

const webpKept = new Set(['VP8 ', 'VP8L', 'VP8X', 'ALPH', 'ICCP'])

function stripWebp(file: Buffer): StrippedPhoto {
  const kept: Buffer[] = []
  let size: { width: number; height: number } | undefined
  const whole = Math.min(file.length, 8 + file.readUInt32LE(4))
  for (let at = 12; at + 8 <= whole; ) {
    const name = file.toString('latin1', at, at + 4)
    const length = file.readUInt32LE(at + 4)
    const end = at + 8 + length + (length % 2)
    if (at + 8 + length > whole) throw new Broken('a piece that is longer than the file')
    if (webpKept.has(name)) {
      const piece = Buffer.from(file.subarray(at, end))
      if (name === 'VP8X') {
        // Says that EXIF, XMP and moving pictures are there; they are not any more.
        piece[8] = (piece[8] ?? 0) & ~(0x08 | 0x04 | 0x02)
        size = { width: 1 + piece.readUIntLE(12, 3), height: 1 + piece.readUIntLE(15, 3) }
      } else if (name === 'VP8 ') size ??= { width: piece.readUInt16LE(14) & 0x3fff, height: piece.readUInt16LE(16) & 0x3fff }
      else if (name === 'VP8L') {
        const bits = piece.readUInt32LE(9)
        size ??= { width: 1 + (bits & 0x3fff), height: 1 + ((bits >>> 14) & 0x3fff) }
      }
      kept.push(piece)
    }
    at = end
  }
  if (!size || !kept.some((one) => /^VP8[ L]/.test(one.toString('latin1', 0, 4)))) throw new Broken('no picture')
  const content = Buffer.concat([Buffer.from('WEBP', 'latin1'), ...kept])
  const head = Buffer.alloc(8)
  head.write('RIFF', 'latin1')
  head.writeUInt32LE(content.length, 4)
  return { bytes: Buffer.concat([head, content]), mediaType: 'image/webp', ...size }
}
