import { on, type Route } from '#platform/server/route.ts'
import * as contract from '../contract-lists.ts'
import { actInBulk, undoBulk } from './bulk.ts'
import { countCases } from './count-cases.ts'
import { countClosed } from './count-closed.ts'
import { countViews } from './count-views.ts'
import { countOwnAreaRequests, listAreaRequests } from './list-area-requests.ts'
import { listCases } from './list-cases.ts'
import { listMentions } from './list-mentions.ts'
import { nextCase } from './next-case.ts'
import { readBoard } from './read-board.ts'
import { changeView, listViews, removeView, saveView } from './saved-views.ts'
import { searchCases } from './search-cases.ts'

/** How one finds cases, counts them, and acts on many. */
export const listRoutes: Route[] = [
  on(contract.ListCases, 'cases.read', (work, { query }) => listCases(work, query)),
  on(contract.CountCases, 'cases.read', (work, { query }) => countCases(work, query)),
  on(contract.Search, 'cases.read', (work, { query }) => searchCases(work, query)),
  on(contract.ReadBoard, 'board.read', (work, { query }) => readBoard(work, query)),
  on(contract.CountClosed, 'board.read', (work, { query }) => countClosed(work, query)),
  on(contract.NextCase, 'cases.read', (work, { query }) => nextCase(work, query.after)),
  on(contract.CountAreaRequests, 'cases.read', (work) => countOwnAreaRequests(work)),
  on(contract.ListAreaRequests, 'cases.read', (work, { query }) => listAreaRequests(work, query)),
  on(contract.ListMentions, 'cases.read', (work, { query }) => listMentions(work, query)),
  on(contract.ListViews, 'cases.read', listViews),
  on(contract.CountViews, 'cases.read', countViews),
  on(contract.SaveView, 'cases.read', (work, { body }) => saveView(work, body)),
  on(contract.ChangeView, 'cases.read', (work, { params, body, ifMatch }) => changeView(work, params.viewId, body, ifMatch)),
  on(contract.RemoveView, 'cases.read', (work, { params }) => removeView(work, params.viewId)),
  on(contract.ActInBulk, 'cases.work', (work, { body }) => actInBulk(work, body)),
  on(contract.UndoBulk, 'cases.work', (work, { params }) => undoBulk(work, params.undo)),
]
