import { expect, test } from 'vitest'
import { aCase } from '#test/builders.ts'
import { aCaseDesk } from '#test/case-desk.ts'
import { ListAreaRequests } from '../contract-lists.ts'
import { answerAreaRequest } from './answer-area-request.ts'
import { askArea } from './ask-area.ts'
import { countOwnAreaRequests, listAreaRequests } from './list-area-requests.ts'

const { company, agent, head, delivery, sales, as, clock } = await aCaseDesk()
const counted = (actor: typeof head) => as(actor, (work) => countOwnAreaRequests(work))

test('an area’s people see how much waits for them, and how much is late; whoever answers for none sees nothing', async () => {
  const { number } = await aCase(company, agent, {})
  const asks = (area: string) => as(agent, (work) => askArea(work, number, { areaId: company.areas[area]!, question: '¿Qué pasó con el despacho?', files: [] }))
  const { areaRequestId } = await asks('ENT')
  await asks('GEC')
  expect([await counted(delivery), await counted(sales), await counted(agent), await counted(head)]).toEqual([{ open: 1, late: 0 }, { open: 1, late: 0 }, { open: 0, late: 0 }, { open: 0, late: 0 }])
  const areaFor = (actor: typeof head) => as(actor, async (work) => (await listAreaRequests(work, ListAreaRequests.query!.parse({}))).items[0]!.area.name)
  expect([await areaFor(delivery), await areaFor({ ...delivery, language: 'en' })]).toEqual(['Área ENT', 'Area ENT'])
  await as(delivery, (work) => answerAreaRequest(work, areaRequestId, { answer: 'Se despachó otro', files: [] }))
  clock.pass(30 * 24 * 3600)
  expect([await counted(delivery), await counted(sales)]).toEqual([{ open: 0, late: 0 }, { open: 1, late: 1 }])
})
