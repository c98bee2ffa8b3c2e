import { spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs'
import path from 'node:path'
import { chromiumPath, quietSwitches } from '#support/browser.ts'

const version = '12.2.3'
const folder = path.resolve('.cache/judges')
const program = path.join(folder, 'node_modules/lighthouse/cli/index.js')

/** `mobile` is Lighthouse's own default (a slow telephone on a slow line, simulated); `desktop` its preset of that name. */
export type Device = 'mobile' | 'desktop'

export const categories = ['performance', 'accessibility', 'best-practices', 'seo'] as const
export type Scores = Record<(typeof categories)[number], number>

/** What Lighthouse says of a page. `faults` are the audits that cost something, with what they found. */
export interface Verdict {
  scores: Scores
  faults: string[]
}

interface Audit {
  id: string
  title: string
  score: number | null
  scoreDisplayMode: string
  displayValue?: string
  details?: { items?: unknown[] }
}

interface LighthouseReport {
  runtimeError?: { message: string }
  categories: Record<string, { score: number | null; auditRefs: { id: string; weight: number }[] }>
  audits: Record<string, Audit>
}

/** Fetches Lighthouse into .cache/judges when it is not there yet: it is a judge, no part of the product. Gives why it cannot. */
export function fetchLighthouse(): string | undefined {
  const manifest = path.join(folder, 'node_modules/lighthouse/package.json')
  if (existsSync(manifest) && JSON.parse(readFileSync(manifest, 'utf8')).version === version) return undefined
  mkdirSync(folder, { recursive: true })
  const npm = process.platform === 'win32' ? 'npm.cmd' : 'npm'
  const args = [
    'install',
    '--prefix',
    folder,
    '--no-save',
    '--ignore-scripts',
    '--no-audit',
    '--no-fund',
    `lighthouse@${version}`,
  ]
  const done = spawnSync(npm, args, { encoding: 'utf8', shell: process.platform === 'win32' })
  return done.status === 0
    ? undefined
    : `lighthouse ${version} could not be fetched: ${done.error?.message ?? done.stderr.slice(-400)}`
}

function read(file: string): Verdict {
  const report = JSON.parse(readFileSync(file, 'utf8')) as LighthouseReport
  if (report.runtimeError) throw new Error(report.runtimeError.message)
  const scores = Object.fromEntries(
    categories.map((name) => [name, Math.round((report.categories[name]?.score ?? 0) * 100)]),
  ) as Scores
  const weighed = new Set(
    categories.flatMap((name) => report.categories[name]?.auditRefs.filter((ref) => ref.weight > 0).map((ref) => ref.id) ?? []),
  )
  const faults = Object.values(report.audits)
    .filter((audit) => weighed.has(audit.id) && audit.score !== null && audit.score < 0.98)
    .map((audit) =>
      `${audit.id} ${audit.score} ${audit.displayValue ?? ''} (${audit.title}) ${JSON.stringify(audit.details?.items?.slice(0, 3) ?? []).slice(0, 400)}`.replaceAll(
        '\u00a0',
        ' ',
      ),
    )
  return { scores, faults }
}

/** Asks Lighthouse about one page, as the one whose cookie it is; throws when it could not look at it. */
export function ask(url: string, device: Device, cookie?: string): Verdict {
  const out = path.join(folder, `report-${process.pid}.json`)
  const args = [
    program,
    url,
    '--quiet',
    '--output=json',
    `--output-path=${out}`,
    '--no-enable-error-reporting',
    `--only-categories=${categories.join(',')}`,
  ]
  const flags = `--chrome-flags=--headless=new ${quietSwitches.join(' ')}`
  const signedIn = cookie ? [`--extra-headers=${JSON.stringify({ Cookie: cookie })}`] : []
  const preset = device === 'desktop' ? ['--preset=desktop'] : []
  const env = { ...process.env, CHROME_PATH: chromiumPath() ?? '' }
  const done = spawnSync(process.execPath, [...args, flags, ...preset, ...signedIn], { encoding: 'utf8', env, timeout: 180_000 })
  if (done.status !== 0) throw new Error(`lighthouse on ${url}: ${done.error?.message ?? done.stderr.slice(-800)}`)
  const verdict = read(out)
  rmSync(out, { force: true })
  return verdict
}

/**
 * Asks up to three times while the page seems slow, and keeps the best answer: other work on the machine can only slow it down.
 * A browser that lost its own trace (NO_NAVSTART, under load) is asked again too.
 */
export function askPatiently(url: string, device: Device, enough: number): Verdict {
  let best: Verdict | undefined
  let fault: unknown
  for (let round = 0; round < 3 && (best?.scores.performance ?? 0) < enough; round++) {
    try {
      const verdict = ask(url, device)
      if (!best || verdict.scores.performance > best.scores.performance) best = verdict
    } catch (error) {
      fault = error
    }
  }
  if (!best) throw fault
  return best
}
