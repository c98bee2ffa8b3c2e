import type { Browser } from 'playwright-core'
import type { House } from '#app'
import { readConfig } from '#platform/config'
import { browser, type Visitor, type VisitorOptions, visitor } from '#support/browser.ts'
import { type Colleague, type ColleagueOptions, colleague } from '#support/colleague.ts'
import { type DemoOptions, type DemoServer, demoServer } from '#support/demo-server.ts'

/** The demonstration and a browser before it: to be opened before and closed after a suite. */
export interface DemoStage {
  readonly portal: DemoServer
  readonly chromium: Browser
  open(): Promise<void>
  close(): Promise<void>
  /** Opens the data of the portal once more, beside it; to be closed by the caller. */
  openHouse(): Promise<House>
  /** Somebody comes to the portal. */
  visitor(options?: VisitorOptions): Promise<Visitor>
  /** Somebody who works there comes, and signs in. */
  colleague(who: Colleague, options?: ColleagueOptions): Promise<Visitor>
}

/** A stage that nobody has entered yet. On a shared one visitors only look: several test files may stand on it at once, in any order. */
export function demoStage({ shared = false, env }: DemoOptions = {}): DemoStage {
  let portal: DemoServer | undefined
  let chromium: Browser | undefined
  const there = <T>(thing: T | undefined): T => {
    if (!thing) throw new Error('the stage is not open')
    return thing
  }
  const stage: DemoStage = {
    get portal() {
      return there(portal)
    },
    get chromium() {
      return there(chromium)
    },
    async open() {
      portal = await demoServer({ shared, ...(env ? { env } : {}) })
      chromium = await browser()
    },
    async close() {
      await chromium?.close()
      await portal?.stop()
    },
    async openHouse() {
      // Most who come only look through the browser: the house itself is loaded when somebody enters it.
      const { openHouse } = await import('#app')
      const { dataDir, url } = stage.portal
      const config = readConfig({ ALLMENDE_DATA: dataDir, PUBLIC_URL: url, METRICS_PORT: '0', LOG_LEVEL: 'silent' })
      return openHouse(config, { quiet: true })
    },
    visitor: (options) => visitor(stage.chromium, stage.portal.url, { onlyLooks: shared, ...options }),
    colleague: (who, options) => colleague(stage.chromium, stage.portal.url, who, options),
  }
  return stage
}
