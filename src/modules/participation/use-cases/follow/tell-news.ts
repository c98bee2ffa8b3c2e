import { hourOf } from '#kernel/clock.ts'
import type { ParticipationHouse } from '../../house.ts'
import { dueFollows, markFollowsTold, notePhases, takeNews, toldNews, toldNotice } from '../../store/news-store.ts'
import { toldProjectNews } from '../../store/project-news.ts'
import { newsOfFormats, sayForFormats } from './format-news.ts'
import { sendWords } from './letter.ts'
import { newsLetter, noticeLetter } from './news-letter.ts'
import { projectLetter } from './project-letter.ts'

const batch = 200

/** Takes some of what happened and notes it for those who are to be told; decisions on notices are written at once. Gives how many. */
const collectSome = (house: ParticipationHouse): Promise<number> =>
  house.database.system.transaction().execute(async (trx) => {
    await notePhases(trx)
    const { taken, notices } = await takeNews(trx, batch, newsOfFormats())
    for (const notice of notices) {
      const told = await toldNotice(trx, notice)
      const letter = told && noticeLetter(house, told)
      if (told && letter) await sendWords(house, trx, told.lang, letter)
    }
    return taken
  })

/** Writes to some of those whose time has come; their mails and the end of their notes stand in one transaction. Gives how many. */
async function sendSome(house: ParticipationHouse): Promise<number> {
  const at = house.now()
  const hour = hourOf(at)
  const monday = new Intl.DateTimeFormat('en-GB', { timeZone: 'Europe/Berlin', weekday: 'short' }).format(at) === 'Mon'
  // Digests go out from seven in the morning; the weekly one on Mondays.
  const digests = { daily: hour >= 7, weekly: hour >= 7 && monday }
  return house.database.system.transaction().execute(async (trx) => {
    const due = await dueFollows(trx, at, digests, batch)
    if (due.length === 0) return 0
    const ids = due.flatMap((one) => one.news)
    const [news, ofProjects] = [await toldNews(trx, ids), await toldProjectNews(trx, ids)]
    const ofFormats = await sayForFormats(trx, [...news.values()])
    for (const one of due) {
      const letter = one.project ? projectLetter(house, one, ofProjects) : newsLetter(house, one, news, ofFormats)
      if (letter) await sendWords(house, trx, one.lang, letter)
    }
    await markFollowsTold(
      trx,
      due.map((one) => one.id),
      at,
    )
    return due.length
  })
}

/** Tells everybody what they asked to be told: collects what happened, then writes. Gives how many were written to. */
export async function tellParticipation(house: ParticipationHouse): Promise<number> {
  while ((await collectSome(house)) > 0);
  let sent = 0
  for (let some = await sendSome(house); some > 0; some = await sendSome(house)) sent += some
  return sent
}
