import type { Page } from 'playwright-core'
import { type Answers, asAnswers, asPeople, asText } from '#shared/catalogue/answers.ts'
import type { Field, ProcedureVersion } from '#shared/catalogue/types.ts'
import { visibleFieldsOf, visiblePages } from '#shared/catalogue/visible-pages.ts'
import { largePhoto } from './resident-filling.ts'

const on = '2026-11-20'

export interface ByHandOptions {
  /** Called when a page is filled in, before "Tiếp tục" is pressed. */
  beforeNext?(step: string): Promise<void>
  afterNext?(step: string): Promise<void>
}

/**
 * Goes through the form as a person with these answers would, whatever the procedure asks, until the page that asks
 * "is this right?". Every address is one commune: finding communes has tests of its own.
 */
export async function fillByHand(
  page: Page,
  version: ProcedureVersion,
  answers: Answers,
  { beforeNext, afterNext }: ByHandOptions = {},
): Promise<string[]> {
  const visited: string[] = []
  await page.goto(`/nop/${version.code}`)
  for (;;) {
    await page.waitForURL((url) => stepOf(url.pathname) !== '' && stepOf(url.pathname) !== visited.at(-1))
    const step = stepOf(new URL(page.url()).pathname)
    visited.push(step)
    if (step === 'kiem-tra') return visited
    const asked = visiblePages(version, answers, on).find(({ page: each }) => each.id === step)
    for (const field of asked?.fields ?? []) await answer(page, field, answers[field.name], '')
    if (step === 'giay-to') await sendEveryPaper(page)
    await beforeNext?.(step)
    await page.getByRole('button', { name: 'Tiếp tục' }).click()
    await page.waitForURL((url) => stepOf(url.pathname) !== step)
    await afterNext?.(step)
  }
}

const stepOf = (pathname: string) => pathname.split('/')[3] ?? ''

async function answer(page: Page, field: Field, value: unknown, prefix: string): Promise<void> {
  const name = `${prefix}${field.name}`
  const control = (part = '') => page.locator(`[name="${name}${part}"]`)
  if (value === undefined) return
  switch (field.kind) {
    case 'choice':
    case 'yesNo': {
      const word = value === true ? 'yes' : value === false ? 'no' : String(value)

      return page.locator(`[name="${name}"][value="${word}"]`).check({ force: true })
    }
    case 'date':
      return fillDay(page, name, value)
    case 'period':
      await fillDay(page, `${name}.from`, asAnswers(value)?.from)

      return fillDay(page, `${name}.to`, asAnswers(value)?.to)
    case 'relationship':
      await control().selectOption(String(value))

      return
    case 'address':
      await page.locator(`#f-${name}`).click()
      await page.getByLabel('Tên xã, phường').fill('luu vinh son')
      await page
        .getByRole('button', { name: /Lưu Vĩnh Sơn/ })
        .first()
        .click()

      return control('.detail').fill(asText(asAnswers(value)?.detail) ?? 'Thôn Vĩnh Tiến')
    case 'unit':
      await page.locator(`#f-${name}`).click()
      await page.getByLabel('Tên xã, phường').fill('toan luu')

      return page
        .getByRole('button', { name: /Toàn Lưu/ })
        .first()
        .click()
    case 'people':
      for (const person of asPeople(value)) {
        await page.locator(`#f-${field.name}`).click()
        for (const inner of visibleFieldsOf(field.fields, person, on)) await answer(page, inner, person[inner.name], '')
        await page.getByRole('button', { name: 'Xong người này' }).click()
        await page.locator(`#f-${field.name}`).waitFor()
      }

      return
    default:
      return control().fill(String(value))
  }
}

async function fillDay(page: Page, name: string, day: unknown) {
  const [year = '', month = '', date = ''] = String(day).split('-')
  await page.locator(`[name="${name}.day"]`).fill(date)
  await page.locator(`[name="${name}.month"]`).fill(month)
  await page.locator(`[name="${name}.year"]`).fill(year)
}

async function sendEveryPaper(page: Page) {
  const slots = page.locator('section.paper-slot').filter({ hasNot: page.locator('.optional') })
  for (let index = 0; index < (await slots.count()); index += 1) {
    const slot = slots.nth(index)
    await slot
      .locator('input[type=file]')
      .first()
      .setInputFiles({ name: `IMG_${index}.jpg`, mimeType: 'image/jpeg', buffer: await largePhoto() })
    await slot.getByText('Quầy đã nhận').waitFor()
  }
}

/** The last page: the declaration ticked and the button pressed. */
export async function declareAndFile(page: Page) {
  await page.getByRole('checkbox').check()
  await page.getByRole('button', { name: 'Nộp hồ sơ' }).click()
}
