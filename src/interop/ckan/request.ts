import type { Visit } from '#platform/http'
import { CkanRefusal, invalid } from './answers.ts'

/** What an action is asked with: from the address, or the object in the body. */
export type ActionData = Readonly<Record<string, unknown>>

const bad = (message: string) => new CkanRefusal({ kind: 'bad', message })

function fromAddress(query: URLSearchParams): ActionData {
  const data: Record<string, unknown> = Object.create(null)
  for (const name of new Set(query.keys())) {
    const values = query.getAll(name)
    data[name] = values.length === 1 ? values[0] : values
  }
  if ('callback' in data)
    throw bad('JSONP (callback) is not supported: it would run as a script; the answers carry Access-Control-Allow-Origin: *')
  return data
}

/** `curl -d` calls JSON a form: as CKAN does, the JSON is then taken from the name of the only field. */
function textOf(body: string, contentType: string): string {
  if (!contentType.startsWith('application/x-www-form-urlencoded') || /^\s*[{["]/.test(body)) return body
  const [first] = new URLSearchParams(body)
  return first ? first[0] + (first[1] && first[1] !== '1' ? `=${first[1]}` : '') : ''
}

/** A form with a file: fields are texts, only the answers about lawfulness are JSON. */
function fromForm(form: URLSearchParams): ActionData {
  const data: Record<string, unknown> = Object.create(null)
  for (const name of new Set(form.keys())) {
    const values = form.getAll(name)
    data[name] = values.length === 1 ? values[0] : values
  }
  if (typeof data.lawfulness === 'string' && data.lawfulness !== '')
    try {
      data.lawfulness = JSON.parse(data.lawfulness)
    } catch {
      throw invalid('lawfulness', 'JSON, for example {"personal-data": "none", ...}')
    }
  return data
}

/** Reads what an action is asked with; throws what CKAN answers where it cannot be read. */
export function readAction(visit: Visit): ActionData {
  if (visit.request.method !== 'POST') return fromAddress(visit.query)
  const contentType = String(visit.request.headers['content-type'] ?? '')
  if (contentType.startsWith('multipart/')) return fromForm(visit.form)
  const sent = typeof visit.request.body === 'string' ? visit.request.body : ''
  const text = textOf(sent, contentType)
  if (text.trim() === '') return Object.create(null)
  let data: unknown
  try {
    data = JSON.parse(text)
  } catch {
    throw bad('JSON Error: Error decoding JSON data. JSON data extracted from the request cannot be read')
  }
  if (typeof data !== 'object' || data === null || Array.isArray(data))
    throw bad('Request data JSON decoded to something else but it needs to be a dictionary.')
  return data as ActionData
}

/** A text; '' counts as missing. */
export function textIn(data: ActionData, name: string): string | undefined {
  const value = data[name]
  if (value === undefined || value === null || value === '') return undefined
  if (typeof value === 'string') return value
  if (typeof value === 'number' || typeof value === 'boolean') return String(value)
  throw invalid(name, 'Must be a text, and given once')
}

/** A text that must be there. */
export function needed(data: ActionData, name: string): string {
  const value = textIn(data, name)
  if (value === undefined) throw invalid(name, 'Missing value')
  return value
}

/** A whole number from 0; `most` caps it silently, as CKAN does. */
export function numberIn(data: ActionData, name: string, usual: number, most = Number.MAX_SAFE_INTEGER): number {
  const value = textIn(data, name)
  if (value === undefined) return usual
  if (!/^-?\d{1,15}$/.test(value.trim())) throw invalid(name, 'Invalid integer')
  const number = Number(value)
  if (number < 0) throw invalid(name, 'Must be a natural number')
  return Math.min(number, most)
}

/** True for what Python's CKAN takes as true. */
export const truthIn = (data: ActionData, name: string, usual: boolean): boolean => {
  const value = textIn(data, name)?.toLowerCase()
  return value === undefined ? usual : ['true', 'yes', 't', 'y', '1'].includes(value)
}

/** A list: repeated in the address, a list in JSON, JSON in a text, or one value. */
export function listIn(data: ActionData, name: string): string[] {
  const value = data[name]
  if (value === undefined || value === null || value === '') return []
  let list: unknown = value
  if (typeof value === 'string' && /^\s*\[/.test(value)) {
    try {
      list = JSON.parse(value)
    } catch {
      throw invalid(name, 'Not a list: write it as JSON')
    }
  }
  const given = Array.isArray(list) ? list : [list]
  if (given.length > 100) throw invalid(name, 'At most 100 values')
  return given.map((one) => {
    if (typeof one !== 'string' && typeof one !== 'number') throw invalid(name, 'Not a list of texts')
    return String(one)
  })
}
