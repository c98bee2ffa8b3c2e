import type { Handler } from '#platform/http'
import type { CatalogueHouse } from '../../house.ts'

export const datasetHandlers = (_house: CatalogueHouse): Handler[] => []
