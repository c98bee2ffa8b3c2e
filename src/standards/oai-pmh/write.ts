import { xmlText } from '#standards/atom'
import type { OaiFault } from './request.ts'

/** A moment to the second, in UTC. */
export const oaiMoment = (moment: Date): string => `${moment.toISOString().slice(0, 19)}Z`

const attributes = (args: Readonly<Record<string, string>>) =>
  Object.entries(args)
    .map(([name, value]) => ` ${name}="${xmlText(value)}"`)
    .join('')

/** Everything before the answer itself; `</OAI-PMH>` ends it. `args` are left out after badVerb and badArgument. */
export const writeOpening = (now: Date, base: string, args: Readonly<Record<string, string>>): string =>
  `<?xml version="1.0" encoding="UTF-8"?>
<OAI-PMH xmlns="http://www.openarchives.org/OAI/2.0/" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" xsi:schemaLocation="http://www.openarchives.org/OAI/2.0/ http://www.openarchives.org/OAI/2.0/OAI-PMH.xsd">
<responseDate>${oaiMoment(now)}</responseDate>
<request${attributes(args)}>${xmlText(base)}</request>
`

export const writeError = ({ code, message }: OaiFault): string => `<error code="${code}">${xmlText(message)}</error>\n`

/** The header of a record; of a withdrawn one it is all there is. */
export const writeHeader = (one: {
  readonly identifier: string
  readonly changed: Date
  readonly sets: readonly string[]
  readonly deleted: boolean
}): string =>
  `<header${one.deleted ? ' status="deleted"' : ''}><identifier>${xmlText(one.identifier)}</identifier><datestamp>${oaiMoment(one.changed)}</datestamp>${one.sets.map((set) => `<setSpec>${xmlText(set)}</setSpec>`).join('')}</header>`
