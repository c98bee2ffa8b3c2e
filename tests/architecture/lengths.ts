import type { Tree } from './tree.ts'
import { sources } from './walls.ts'

/** Lines of the source files: how many files, median, 95th percentile, and those over 400 lines. */
export function lengths(tree: Tree): { files: number; median: number; p95: number; long: { file: string; lines: number }[] } {
  const all = sources(tree)
    .map((f) => ({ file: f.path, lines: f.text.split('\n').length - 1 }))
    .sort((a, b) => a.lines - b.lines)
  const at = (share: number) => all[Math.min(all.length - 1, Math.floor(all.length * share))]?.lines ?? 0
  return { files: all.length, median: at(0.5), p95: at(0.95), long: all.filter((f) => f.lines > 400) }
}
