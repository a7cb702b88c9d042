import { createRequire } from 'node:module'
import pdfmake from 'pdfmake'
import type { TDocumentDefinitions } from 'pdfmake/interfaces'

/** A whole document, with the instant it belongs to: without one pdfmake would print the time of rendering into the file. */
export interface DocumentDefinition extends Omit<TDocumentDefinitions, 'info'> {
  info: { title: string; subject: string; creationDate: Date }
}

const { resolve } = createRequire(import.meta.url)
const tinos = (style: string, file: string) => resolve(`@expo-google-fonts/tinos/${style}/Tinos_${file}.ttf`)

/** Has the widths of Times New Roman, which NĐ 30/2020/NĐ-CP asks for, and every Vietnamese letter. */
const fontFiles = {
  normal: tinos('400Regular', '400Regular'),
  bold: tinos('700Bold', '700Bold'),
  italics: tinos('400Regular_Italic', '400Regular_Italic'),
  bolditalics: tinos('700Bold_Italic', '700Bold_Italic'),
}
const known = new Set<string>(Object.values(fontFiles))

pdfmake.setFonts({ Tinos: fontFiles })
// A definition holds what people typed. It may name no address and no file but the four fonts.
pdfmake.setUrlAccessPolicy(() => false)
pdfmake.setLocalAccessPolicy((path) => known.has(path))

/**
 * Makes the file of a document. The same definition gives the same bytes: the file's identifier is computed from
 * `info`, and nothing random or of this moment goes in.
 *
 * pdfmake writes into the definition it is given: build a new one for each rendering.
 */
export async function renderPdf(definition: DocumentDefinition): Promise<Buffer> {
  const { creationDate } = definition.info

  return pdfmake
    .createPdf({
      ...definition,
      info: { ...definition.info, creator: 'Quầy', producer: 'Quầy', modDate: creationDate },
    })
    .getBuffer()
}
