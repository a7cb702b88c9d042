import { afterAll, beforeAll, expect, test } from 'vitest'
import { type TestDesk, testDesk, thanhSen, toanLuu } from '../support/desk.ts'
import { fileExample } from '../support/filings.ts'
import { makePdf } from './make-pdf.ts'

let desk: TestDesk
beforeAll(async () => {
  desk = await testDesk()
})
afterAll(() => desk[Symbol.asyncDispose]())

test('the length of a paper is its pages, told to whom the paper is shown and once it is clean', async () => {
  const { code } = await fileExample(desk.visitor())
  const officer = await desk.signIn(`canbo-${toanLuu}`)
  const stranger = await desk.signIn(`canbo-${thanhSen}`)
  const [{ id }] = (await desk.owner.query('select id from papers')).rows
  const lengthFor = (who: typeof officer) => who.request('GET', `/api/dossiers/${code}/papers/${id}/length`)
  expect((await lengthFor(officer)).statusCode).toBe(409)
  await desk.deliver()
  expect((await lengthFor(officer)).json()).toEqual({ pages: 1 })

  const { sha256 } = await desk.deps.store.keep(makePdf({ pages: 3 }))
  await desk.owner.query(`update uploads set stored_type = 'application/pdf', stored_sha256 = $1 where id = $2`, [
    sha256,
    id,
  ])

  expect((await lengthFor(officer)).json()).toEqual({ pages: 3 })
  expect((await lengthFor(stranger)).statusCode).toBe(404)
  expect((await lengthFor(desk.visitor())).statusCode).toBe(404)
})
