import type { Draft } from '../draft.ts'
import { buildingData, planningService } from './lindenrode/building.ts'
import { councilData } from './lindenrode/council.ts'
import { electionData } from './lindenrode/elections.ts'
import { peopleData } from './lindenrode/people.ts'
import { publicPlaces } from './lindenrode/public-places.ts'
import { serviceData } from './lindenrode/services.ts'
import { greenService, treeRegister } from './lindenrode/trees.ts'

const lindenrode: readonly Draft[] = [
  treeRegister,
  ...publicPlaces,
  ...councilData,
  ...electionData,
  ...peopleData,
  ...buildingData,
  ...serviceData,
  greenService,
  planningService,
]

/** Every record of the demonstration; services stand after the datasets they serve. */
export const allDrafts: readonly Draft[] = [...lindenrode]
