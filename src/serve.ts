import { statSync } from 'node:fs'
import type { Server } from 'node:http'
import { deleteExpiredReports } from '#identity'
import type { Command } from '#kernel/command.ts'
import { forgetRequests, keepCatalogueCurrent, loadDemonstration } from '#plaques/catalogue'
import { eraseAuditWords } from '#platform/audit'
import { databaseAnswers } from '#platform/db'
import { serveMetrics } from '#platform/metrics'
import { forgetEvents } from '#platform/outbox'
import type { House } from './app.ts'

/** `serve`: pages and interfaces until SIGTERM or SIGINT, then no new requests, the running ones end, and all is closed. */
export const serveCommand: Command<House> = {
  name: 'serve',
  usage: 'serve [--port N] [--data DIR] [--demo]',
  help: 'Serves pages and interfaces.',
  options: {
    port: { type: 'string', value: 'N', help: 'port (PORT, default 8080)' },
    demo: { type: 'boolean', help: 'loads the demonstration when it is not there yet' },
  },
  async run(input, io, open) {
    const { openServer } = await import('./app.ts')
    io.err('Starting ...')
    const house = await open()
    const { config, log } = house
    const server = await openServer(house)
    if (input.values.demo)
      await loadDemonstration(
        { ...house, search: await house.index() },
        (line) => io.err(`  ${line}`),
        () => house.keeper.refresh(),
      )
    const current = await keepCatalogueCurrent(
      { ...house, search: await house.index() },
      { onChange: () => house.keeper.refresh() },
    )
    const ready = async () => ((await databaseAnswers(house.database)) ? [] : ['the database does not answer'])
    const monitor: Server | undefined =
      config.METRICS_PORT > 0
        ? await serveMetrics(house.metrics, { host: config.METRICS_HOST, port: config.METRICS_PORT }, ready).catch((error) =>
            unavailable(io, config.METRICS_PORT, error),
          )
        : undefined
    try {
      await server.listen({ host: config.HOST, port: config.PORT })
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EADDRINUSE') throw error
      io.err(`Port ${config.PORT} is taken by another program. Choose one with --port N or PORT.`)
      await current.stop()
      monitor?.close()
      return 1
    }
    await house.jobs.start()
    if (!config.SMTP_URL && config.ALLMENDE_MODE === 'production')
      log.warn('no mail server is named (SMTP_URL): mails are kept and not sent')
    // Heard from before we say that we are ready: whoever reads that line may stop us at once.
    const stopped = new Promise<void>((resolve) => {
      for (const signal of ['SIGTERM', 'SIGINT'] as const) process.once(signal, () => resolve())
    })
    const address = server.server.address()
    const port = address && typeof address === 'object' ? address.port : config.PORT
    io.out(`Allmende is ready: ${config.PUBLIC_URL ? config.publicUrl : `http://localhost:${port}`}`)
    const daily = setInterval(() => void tidy(house), 24 * 3600 * 1000)
    daily.unref()
    void tidy(house)
    await stopped
    log.info('stopping')
    clearInterval(daily)
    // Running answers end as they should; who has not taken his after ten seconds is cut off.
    const patience = setTimeout(() => server.server.closeAllConnections(), 10_000)
    await server.close()
    clearTimeout(patience)
    await house.jobs.stop()
    await current.stop()
    monitor?.close()
    return 0
  },
}

/** After so many years the audit log says what was done, and no longer who did it. */
const auditYears = 10

/** What is done once a day: personal data whose time is over, and events that nobody needs any more. */
async function tidy(house: House): Promise<void> {
  try {
    await deleteExpiredReports(house.database.system)
    await forgetRequests(house.database.system)
    await forgetEvents(house.database.system, 30)
    await house.mail.forget()
    const before = new Date(house.now().getTime() - auditYears * 365.25 * 24 * 3600 * 1000)
    await eraseAuditWords(house.database.system, { before }, { id: null, name: 'Aufbewahrungsfrist abgelaufen' })
  } catch (error) {
    house.log.error({ err: error }, 'the daily tidying failed; it will be tried again')
  }
}

function unavailable(io: { err(text: string): void }, port: number, error: NodeJS.ErrnoException): undefined {
  io.err(
    `Monitoring is off: port ${port} ${error.code === 'EADDRINUSE' ? 'is taken' : error.message}. Choose another with METRICS_PORT.`,
  )
  return undefined
}

/** `migrate`: brings the database up to date and says what ran. */
export const migrateCommand: Command<House> = {
  name: 'migrate',
  usage: 'migrate [--data DIR]',
  help: 'Brings the database up to date.',
  options: {},
  async run(_input, io, open) {
    const house = await open()
    io.out(`The database is up to date (${statSync(house.config.dataDir).isDirectory() ? house.config.dataDir : ''}).`)
    return 0
  },
}
