import { deflateSync } from 'node:zlib'
import { describe, expect, test } from 'vitest'
import { inspectPdf } from '#server/papers/inspect-pdf.ts'
import { makePdf, type PdfParts } from './make-pdf.ts'

const verdict = (parts: PdfParts) => inspectPdf(makePdf(parts))

describe('a PDF of plain pages is taken', () => {
  test.each<[string, PdfParts]>([
    ['one page', {}],
    ['twenty pages', { pages: 20 }],
    ['its objects in an object stream', { hidden: { 10: '<< /Type /Font /BaseFont /Tinos >>', 11: '[1 2 3]' } }],
    ['opening at a page, as LibreOffice writes it', { catalogue: '/OpenAction[3 0 R /XYZ null null 0]' }],
    [
      'a link to a page of the web',
      {
        objects: [
          '10 0 obj\n<< /Type /Annot /Subtype /Link /A << /S /URI /URI (https://dichvucong.gov.vn) >> >>\nendobj',
        ],
      },
    ],
    [
      'words that only look like names',
      { objects: ['10 0 obj\n<< /Title (Hop dong JavaScript) /Author <2F4A53> >>\nendobj'] },
    ],
    [
      'compressed bytes in which two letters fall together',
      { objects: ['10 0 obj\n<< /Length 9 >>\nstream\nab/JS(cd/EF \nendstream\nendobj'] },
    ],
  ])('%s', (_, parts) => {
    expect(verdict(parts)).toBeUndefined()
  })
})

describe('a PDF that is more than pages is refused', () => {
  const script = '<< /S /JavaScript /JS (app.alert\\(1\\)) >>'

  test.each<[string, PdfParts, string]>([
    ['a script', { objects: [`10 0 obj\n${script}\nendobj`] }, 'active'],
    ['a script whose name is disguised', { objects: ['10 0 obj\n<< /S /Java#53cript /J#53 (x) >>\nendobj'] }, 'active'],
    ['a script in an object stream', { hidden: { 10: script } }, 'active'],
    ['a disguised script in an object stream', { hidden: { 10: '<< /S /#4aavaScript >>' } }, 'active'],
    [
      'a script in an object stream that is not compressed',
      { hidden: { 10: script }, wrap: (data) => ({ dictionary: '', data }) },
      'active',
    ],
    ['only its text, without the name of the action', { hidden: { 10: '<< /JS (x) >>' } }, 'active'],
    [
      'a script inside the bytes of a picture',
      {
        objects: [
          `10 0 obj\n<< /Subtype /Image /Length 80 >>\nstream\n\x01\x02 11 0 obj ${script} endobj\nendstream\nendobj`,
        ],
      },
      'active',
    ],
    ['an action on opening', { catalogue: '/OpenAction 10 0 R' }, 'active'],
    ['an action on opening, disguised', { catalogue: '/#4fpenAction << /S /URI /URI (http://x) >>' }, 'active'],
    ['an action on opening behind a harmless disguised name', { catalogue: '/A#42/OpenAction 10 0 R' }, 'active'],
    ['starting a program', { objects: ['10 0 obj\n<< /S /Launch /F (cmd.exe) >>\nendobj'] }, 'active'],
    ['a film', { objects: ['10 0 obj\n<< /Subtype /RichMedia >>\nendobj'] }, 'active'],
    ['a form that runs', { objects: ['10 0 obj\n<< /Fields [] /XFA 11 0 R >>\nendobj'] }, 'active'],
    [
      'a file inside',
      { objects: ['10 0 obj\n<< /Type /EmbeddedFile /Length 1 >>\nstream\nx\nendstream\nendobj'] },
      'attachments',
    ],
    [
      'a file inside, named by two letters only',
      { hidden: { 10: '<< /Type /Filespec /F (a.exe) /EF << /F 11 0 R >> >>' } },
      'attachments',
    ],
    ['a password', { trailer: '/Encrypt 10 0 R' }, 'encrypted'],
    ['twenty-one pages', { pages: 21 }, 'too_many_pages'],
  ])('%s', (_, parts, expected) => {
    expect(verdict(parts)).toBe(expected)
  })
})

describe('what cannot be followed with certainty is refused', () => {
  const hidden = { 10: '<< /S /JavaScript >>' }
  const hex = (data: Buffer) => Buffer.from(`${data.toString('hex')}>`)

  test.each<[string, PdfParts]>([
    ['no page at all', { pages: 0 }],
    [
      'an object stream in hexadecimal',
      { hidden, wrap: (data) => ({ dictionary: '/Filter /ASCIIHexDecode', data: hex(data) }) },
    ],
    [
      'compressed and then in hexadecimal',
      {
        hidden,
        wrap: (data) => ({ dictionary: '/Filter [/ASCIIHexDecode /FlateDecode]', data: hex(deflateSync(data)) }),
      },
    ],
    [
      'compressed twice',
      {
        hidden,
        wrap: (data) => ({ dictionary: '/Filter [/FlateDecode /FlateDecode]', data: deflateSync(deflateSync(data)) }),
      },
    ],
    [
      'with a predictor',
      {
        hidden,
        wrap: (data) => ({
          dictionary: '/Filter /FlateDecode /DecodeParms << /Predictor 2 >>',
          data: deflateSync(data),
        }),
      },
    ],
    [
      'with its filter given elsewhere',
      { hidden, wrap: (data) => ({ dictionary: '/Filter 60 0 R', data: deflateSync(data) }) },
    ],
    [
      'with its filter given twice',
      { hidden, wrap: (data) => ({ dictionary: '/Filter /FlateDecode /Filter /LZWDecode', data: deflateSync(data) }) },
    ],
    [
      'damaged',
      { hidden, wrap: (data) => ({ dictionary: '/Filter /FlateDecode', data: deflateSync(data).fill(0, 8) }) },
    ],
    ['that inflates without end', { hidden: { 10: `(${'a'.repeat(9 * 1024 * 1024)})` } }],
    ['that no object holds', { objects: ['<< /Type /ObjStm /N 1 /First 5 >> stream\nendstream'] }],
    [
      'that begins inside a string',
      { objects: ['10 0 obj\n<< /X (11 0 obj << /Y ) /Type /ObjStm /N 0 /First 0 >>\nstream\nendstream\nendobj'] },
    ],
  ])('an object stream %s', (_, parts) => {
    expect(verdict(parts)).toBe('unreadable')
  })

  test.each([
    ['arrays without end', '1 0 obj ['.repeat(50_000)],
    ['strings without end', '1 0 obj ('.repeat(50_000)],
    ['hexadecimal without end', '1 0 obj <'.repeat(50_000)],
    ['depth without end', `1 0 obj ${'<</A'.repeat(50_000)}`],
    ['digits without end', '1'.repeat(500_000)],
    ['names without end', '/a#'.repeat(200_000)],
  ])('a file made of %s is given up early', (_, filling) => {
    expect(inspectPdf(Buffer.from(`%PDF-1.5\n${filling}\n%%EOF`))).toBe('unreadable')
  })
})
