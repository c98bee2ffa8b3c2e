// The dataset that one click makes of contributions is valid DCAT-AP.de 3.0 by the official shapes.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { sql } from 'kysely'
import { encodeRecord } from '#standards/dcat-ap-de'
import { readRdf, toTurtle } from '#standards/rdf'
import { places } from '#support/house.ts'
import { furnishParticipation } from '#support/participation-rows.ts'
import { signedIn } from '#support/people.ts'
import { testServer } from '#support/server.ts'
import { withoutShared } from '#support/shared.ts'
import { findings, openJudge, referenceData } from './shacl-material.ts'

test('contributions as an open dataset', { skip: withoutShared() }, async () => {
  const town = await testServer({ tenants: { stadt: { modules: ['catalogue', 'participation'] } } })
  try {
    const site = town.site(places.stadt)
    const db = town.house.database.system
    await furnishParticipation(db, site.id)
    const { rows } = await sql<{ id: string }>`select id from participation_procedure where tenant = ${site.id}`.execute(db)
    const officer = await signedIn(town, { [places.stadt]: ['administrator'] })
    const done = await town.ask({
      method: 'POST',
      url: `/${places.stadt}/intern/verfahren/${rows[0]?.id}/datensatz`,
      headers: {
        host: 'portal.example',
        cookie: officer.cookie,
        'sec-fetch-site': 'same-origin',
        'content-type': 'application/x-www-form-urlencoded',
      },
      payload: '',
    })
    assert.match(String(done.headers.location), /getan=daten$/)
    const [record] = (await town.store(places.stadt).pageAfter('', 10)).map((one) => one.record)
    assert.ok(record && record.kind === 'dataset')
    assert.equal(record.distribution.length, 2)
    assert.ok(record.distribution.every((one) => one.license && one.checksum && one.byteSize))
    let turtle = ''
    for await (const piece of toTurtle([encodeRecord(record)])) turtle += piece
    const { quads } = await readRdf(turtle, { format: 'turtle' })
    const found = await findings(openJudge(await referenceData()), quads, 'dcat-ap.de-3.0')
    assert.deepEqual(
      found.filter((one) => one.severity === 'Violation'),
      [],
    )
  } finally {
    await town.close()
  }
})
