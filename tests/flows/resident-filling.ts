import type { Page } from 'playwright-core'
import { noisyPhoto } from '../support/noisy-photo.ts'

/** How a person fills in the pages of "Đăng ký tạm trú", for tests that are about something that happens on the way. */
export interface Filler {
  next(): Promise<void>
  /** Waits until the page with this heading is there. */
  heading(name: string | RegExp): Promise<void>
  /** From the first question to just before the address. */
  untilAddress(): Promise<void>
  chooseCommune(typed: string, shown: RegExp): Promise<void>
  /** From the address to the papers; nobody moves along. */
  untilPapers(): Promise<void>
  /** From the page after the receiver to the papers. */
  untilPapersFromTerm(): Promise<void>
  sendPhoto(): Promise<void>
}

export function fillerOf(page: Page): Filler {
  const next = () => page.getByRole('button', { name: 'Tiếp tục' }).click()
  const heading = (name: string | RegExp) => page.getByRole('heading', { level: 1, name }).waitFor()
  const chooseCommune = async (typed: string, shown: RegExp) => {
    await page.getByRole('button', { name: 'Chọn xã, phường' }).click()
    await page.getByLabel('Tên xã, phường').fill(typed)
    await page.getByRole('button', { name: shown }).first().click()
  }

  const untilPapersFromTerm = async () => {
    await page.getByText('Nhà thuê, phòng trọ').click()
    await next()
    await fillDay(page, 'Từ ngày', ['1', '12', '2026'])
    await fillDay(page, 'Đến ngày', ['30', '11', '2027'])
    await next()
    await page.getByText('Người đăng ký là chủ hộ').click()
    await next()
    await page.getByText('Không', { exact: true }).click()
    await next()
    await page.getByText('Không thuộc diện nào').click()
    await next()
    await heading('Còn điều gì cần nói thêm?')
    await next()
    await heading('Chụp giấy tờ')
  }

  return {
    next,
    heading,
    chooseCommune,
    async untilAddress() {
      await page.goto('/nop/1.004194')
      await page.getByText('Một người hoặc một hộ gia đình').click()
      await next()
      await heading('Ai là người đăng ký?')
      await page.getByLabel(/Họ, chữ đệm và tên/).fill('Nguyễn Thị Minh Anh')
      await fillDay(page, 'Ngày, tháng, năm sinh', ['20', '8', '1995'])
      await page.getByText('Nữ', { exact: true }).click()
      await next()
      await page.getByLabel('Số định danh cá nhân').fill('000195000001')
      await next()
      await page.getByLabel('Số điện thoại liên hệ').fill('0912 345 678')
      await next()
      await heading('Tạm trú ở đâu?')
    },
    async untilPapers() {
      await chooseCommune('luu vinh son', /Lưu Vĩnh Sơn/)
      await page.getByLabel(/Số nhà/).fill('Thôn Vĩnh Tiến')
      await next()
      await heading('Nơi nhận và ngày có kết quả')
      await next()
      await untilPapersFromTerm()
    },
    untilPapersFromTerm,
    async sendPhoto() {
      const buffer = await largePhoto()
      await page
        .locator('input[type=file]')
        .first()
        .setInputFiles({ name: 'IMG_0001.jpg', mimeType: 'image/jpeg', buffer })
    },
  }
}

export async function fillDay(page: Page, legend: string, [day, month, year]: readonly [string, string, string]) {
  const group = page.getByRole('group', { name: legend, exact: true })
  await group.getByLabel('Ngày', { exact: true }).fill(day)
  await group.getByLabel('Tháng', { exact: true }).fill(month)
  await group.getByLabel('Năm', { exact: true }).fill(year)
}

/** Larger than what is sent, so that the shrinking on the phone has work to do. */
export const largePhoto = () => noisyPhoto({ width: 2400, height: 3000 })
