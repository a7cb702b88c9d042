import { expect, test } from 'vitest'
import { testDesk, toanLuu } from '../support/desk.ts'
import { exampleFiling, newKey } from '../support/filings.ts'

const here = { dwelling: { unit: { edition: '2025-07', code: toanLuu }, detail: 'Thôn 2' } }

test('a paper that the officer had in hand is in the log, on the desk and nobody’s file', async () => {
  await using desk = await testDesk()
  const officer = await desk.signIn(`canbo-${toanLuu}`)
  const filing = { ...(await exampleFiling(officer, '1.004194', here)), papers: [], papersSeen: ['lease', 'lease'] }
  const filed = await officer.request('POST', '/api/dossiers', filing, newKey())
  expect(filed.statusCode, filed.body).toBe(201)
  await desk.deliver()
  const seen = (await officer.request('GET', `/api/dossiers/${filed.json().code}`)).json()
  expect(seen.papers).toEqual([])
  expect(seen.papersNeeded).toContainEqual(expect.objectContaining({ kind: 'lease', received: false, seen: true }))
})

test('residents have seen nothing for the office, and no paper is seen that the procedure does not know', async () => {
  await using desk = await testDesk()
  const resident = desk.visitor()
  const own = { ...(await exampleFiling(resident, '1.004194', here)), papersSeen: ['lease'] }
  const refused = await resident.request('POST', '/api/dossiers', own, newKey())
  expect(refused.statusCode).toBe(400)
  expect(refused.json().errors).toEqual([expect.objectContaining({ pointer: '#/papersSeen' })])

  const officer = await desk.signIn(`canbo-${toanLuu}`)
  const unknown = { ...(await exampleFiling(officer, '1.004194', here)), papers: [], papersSeen: ['lease', 'passport'] }
  const answer = await officer.request('POST', '/api/dossiers', unknown, newKey())
  expect(answer.statusCode).toBe(400)
  expect(answer.json().errors).toEqual([expect.objectContaining({ pointer: '#/papersSeen/1' })])
})
