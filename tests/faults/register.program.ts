// Registers people for an event, all at once when it is told to, and says what each was told: see last-seat.test.ts.
import http from 'node:http'

const [origin = '', place = '', count = '0', by = ''] = process.argv.slice(2)

/** On a connection of its own: connections go to the processes of the server in turn. */
const ask = (path: string, form?: string) =>
  new Promise<{ status: number; location: string; text: string }>((resolve, reject) => {
    const headers = {
      accept: 'text/html',
      'sec-fetch-site': 'same-origin',
      ...(form === undefined ? {} : { 'content-type': 'application/x-www-form-urlencoded' }),
    }
    http
      .request(origin + path, { agent: false, method: form === undefined ? 'GET' : 'POST', headers }, (answer) => {
        let text = ''
        answer.setEncoding('utf8')
        answer.on('data', (chunk: string) => {
          text += chunk
        })
        answer.once('end', () => resolve({ status: answer.statusCode ?? 0, location: answer.headers.location ?? '', text }))
      })
      .once('error', reject)
      .end(form)
  })

async function come(name: string): Promise<string> {
  const sent = await ask(place, new URLSearchParams({ personen: '1', name }).toString())
  if (sent.status !== 303) return `refused ${sent.status}`
  const { text } = await ask(sent.location)
  return text.includes('Sie sind angemeldet') ? 'seat' : text.includes('Sie stehen auf der Warteliste') ? 'waiting' : 'nothing'
}

process.stdout.write('ready\n')
await new Promise((resolve) => process.stdin.once('data', resolve))
const told = await Promise.all(Array.from({ length: Number(count) }, (_, i) => come(`${by} ${i}`)))
process.stdout.write(`told ${JSON.stringify(told)}\n`)
process.stdin.destroy()
