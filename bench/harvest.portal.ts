// The portal that is harvested, in a process of its own that is not counted: serves until it is told what to serve next.
import { imitationOf } from '#plaques/harvest'
import { openPortal, portalRecords } from '#support/portal.ts'

const themes = ['ENVI', 'TRAN', 'GOVE', 'SOCI', 'EDUC'].map(
  (code) => `http://publications.europa.eu/resource/authority/data-theme/${code}`,
)
/** Records that differ as real ones do: every tenth says nothing of itself, which the shapes find; `stand` changes every hundredth. */
const records = (count: number, stand: number) =>
  portalRecords(count, (at) => ({
    title: `Datensatz ${at} über ${['Bäume', 'Straßen', 'Schulen', 'Wahlen', 'Pegel'][at % 5]} im Bezirk ${at % 97}`,
    description:
      at % 10 === 3
        ? ''
        : `Nummer ${at}: jährlich gezählt und geprüft, mit Lage und Zustand. ${'Weitere Angaben stehen in der Datei. '.repeat(4)}${at % 100 === 0 ? `Stand ${stand}.` : ''}`,
    file: `https://daten.musterhausen.example/${at}.csv`,
    theme: themes[at % 5] ?? '',
    // What changed says so: within the last hour for the portal's clock.
    ...(stand > 0 && at % 100 === 0 ? { modified: new Date().toISOString() } : {}),
  }))

const [kind = 'ckan', count = '30000', size = '100'] = process.argv.slice(2)
const portal = await openPortal(imitationOf(kind), records(Number(count), 0))
portal.size = Number(size)
// Nothing stays behind when the benchmark ends in the middle.
process.on('disconnect', () => process.exit(1))
process.on('message', (stand: number) => {
  portal.records = records(Number(count), stand)
  process.send?.('changed')
})
process.send?.(portal.address)
