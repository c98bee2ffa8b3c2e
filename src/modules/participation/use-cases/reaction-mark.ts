import { createCipheriv, createDecipheriv, createHmac } from 'node:crypto'

// A block cipher turns 16 random bytes into 16 others and back: with the instance's secret a mark can be led from one submission to
// another, without it two marks of one browser have nothing in common. One block, so there is no chaining to choose.
const keyOf = (secret: string, submission: string) =>
  createHmac('sha256', secret).update(`participation/react:${submission}`).digest().subarray(0, 16)

/**
 * What is kept of a browser that reacted to a submission: 16 bytes. `browser` is its number from `readBrowserMark`. Tells nothing about
 * other submissions to whoever has the database alone.
 */
export function reactionMark(secret: string, browser: string, submission: string): Buffer {
  const cipher = createCipheriv('aes-128-ecb', keyOf(secret, submission), null).setAutoPadding(false)
  return Buffer.concat([cipher.update(Buffer.from(browser, 'base64url')), cipher.final()])
}

/** The mark of the same browser under another submission; a mark of another length (an account's) is the same everywhere. */
export function remark(secret: string, mark: Buffer, from: string, to: string): Buffer {
  if (mark.length !== 16) return mark
  const decipher = createDecipheriv('aes-128-ecb', keyOf(secret, from), null).setAutoPadding(false)
  const browser = Buffer.concat([decipher.update(mark), decipher.final()])
  return reactionMark(secret, browser.toString('base64url'), to)
}
