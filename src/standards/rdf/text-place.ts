/** Knows line and column of every offset in the piece at hand, and keeps a little text for excerpts. */
export class TextPlace {
  #line = 1
  #column = 1
  #before = ''
  #piece = ''

  /** The next piece of text is at hand. */
  feed(piece: string): void {
    const end = this.at(this.#piece.length)
    this.#line = end.line
    this.#column = end.column
    this.#before = (this.#before + this.#piece).slice(-200)
    this.#piece = piece
  }

  /** Line and column, from 1, of an offset in the piece. */
  at(offset: number): { line: number; column: number } {
    let line = this.#line
    let start = -1
    for (let at = this.#piece.indexOf('\n'); at >= 0 && at < offset; at = this.#piece.indexOf('\n', at + 1)) {
      line++
      start = at
    }
    return { line, column: start < 0 ? this.#column + offset : offset - start }
  }

  /** The offset of a line in the piece; 0 when the line began earlier. */
  offsetOf(line: number, column: number): number {
    let at = 0
    for (let left = line - this.#line; left > 0; left--) {
      const next = this.#piece.indexOf('\n', at)
      if (next < 0) break
      at = next + 1
    }
    return Math.min(this.#piece.length, at + Math.max(0, column - 1))
  }

  /** Up to 160 characters around an offset, on one line. */
  excerpt(offset: number): string {
    const text = this.#before + this.#piece
    const at = this.#before.length + offset
    return text
      .slice(Math.max(0, at - 100), at + 60)
      .replace(/[\s\p{Cc}]+/gu, ' ')
      .trim()
      .slice(0, 160)
  }
}
