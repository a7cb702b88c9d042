import { crc32 } from 'node:zlib'

/** One file of a package. */
export interface PackedFile {
  path: string
  bytes: Buffer
}

/** Names are UTF-8 (bit 11), and nothing is compressed: pictures and PDFs are already, and a plain file can always be read. */
const utf8Names = 0x0800
const signatures = { local: 0x04034b50, central: 0x02014b50, end: 0x06054b50 } as const
const sizes = { local: 30, central: 46, end: 22 } as const

/**
 * A ZIP file of these, stored as they are (APPNOTE 6.3.10, 4.3). `at` is the time of every entry, in Việt Nam, so that
 * the same package has the same bytes. Up to 4 GB and 65,535 files, which no dossier comes near.
 */
export const writeZip = (files: readonly PackedFile[], at: Date): Buffer => pack(files, dosTime(at))

/** Date and time of an entry as they are written, two bytes each. */
type Stamp = readonly [date: number, time: number]

function pack(files: readonly PackedFile[], stamp: Stamp): Buffer {
  const parts: Buffer[] = []
  const directory: Buffer[] = []
  let offset = 0
  for (const { path, bytes } of files) {
    const name = Buffer.from(path)
    const described = entryFields(bytes, name.length, stamp)
    const local = Buffer.alloc(sizes.local)
    local.writeUInt32LE(signatures.local, 0)
    described.copy(local, 4)
    const central = Buffer.alloc(sizes.central)
    central.writeUInt32LE(signatures.central, 0)
    central.writeUInt16LE(20, 4)
    described.copy(central, 6)
    central.writeUInt32LE(offset, 42)
    parts.push(local, name, bytes)
    directory.push(central, name)
    offset += sizes.local + name.length + bytes.length
  }
  const directoryBytes = Buffer.concat(directory)
  const end = Buffer.alloc(sizes.end)
  end.writeUInt32LE(signatures.end, 0)
  end.writeUInt16LE(files.length, 8)
  end.writeUInt16LE(files.length, 10)
  end.writeUInt32LE(directoryBytes.length, 12)
  end.writeUInt32LE(offset, 16)

  return Buffer.concat([...parts, directoryBytes, end])
}

/** What stands alike before the name and in the directory: version 2.0, flags, method, time, CRC and sizes. */
function entryFields(bytes: Buffer, nameLength: number, [date, time]: Stamp): Buffer {
  const fields = Buffer.alloc(26)
  fields.writeUInt16LE(20, 0)
  fields.writeUInt16LE(utf8Names, 2)
  fields.writeUInt16LE(time, 6)
  fields.writeUInt16LE(date, 8)
  fields.writeUInt32LE(crc32(bytes), 10)
  fields.writeUInt32LE(bytes.length, 14)
  fields.writeUInt32LE(bytes.length, 18)
  fields.writeUInt16LE(nameLength, 22)

  return fields
}

function dosTime(at: Date): Stamp {
  const local = new Date(at.getTime() + 7 * 3_600_000)
  const date = ((local.getUTCFullYear() - 1980) << 9) | ((local.getUTCMonth() + 1) << 5) | local.getUTCDate()
  const time = (local.getUTCHours() << 11) | (local.getUTCMinutes() << 5) | (local.getUTCSeconds() >> 1)

  return [date, time]
}

/** The file is no ZIP as the desk writes it, or was changed. */
export class BrokenZip extends Error {}

/**
 * The files of a package as `writeZip` made it. Throws `BrokenZip` for anything else, also for a ZIP of the same files
 * that another program wrote: so every byte of a package counts, and nothing can hide between its entries.
 */
export function readZip(zip: Buffer): PackedFile[] {
  const read = parse(zip)
  if (!read) throw new BrokenZip('không phải tệp ZIP mà quầy xuất ra, hoặc tệp bị cắt cụt')
  if (!pack(read.files, read.stamp).equals(zip))
    throw new BrokenZip('tệp ZIP không đúng từng byte như quầy đã ghi: đã bị sửa, hoặc đã giải nén rồi nén lại')

  return read.files
}

/** Reads by the directory at the end; what it says is believed, since the whole is written anew and compared. */
function parse(zip: Buffer): { files: PackedFile[]; stamp: Stamp } | undefined {
  const endAt = zip.length - sizes.end
  if (endAt < 0 || zip.readUInt32LE(endAt) !== signatures.end) return undefined
  const files: PackedFile[] = []
  let stamp: Stamp = [0, 0]
  let at = zip.readUInt32LE(endAt + 16)
  while (at + sizes.central <= endAt) {
    const nameLength = zip.readUInt16LE(at + 28)
    const size = zip.readUInt32LE(at + 24)
    const begins = zip.readUInt32LE(at + 42) + sizes.local + nameLength
    stamp = [zip.readUInt16LE(at + 14), zip.readUInt16LE(at + 12)]
    files.push({
      path: zip.toString('utf8', at + sizes.central, at + sizes.central + nameLength),
      bytes: zip.subarray(begins, begins + size),
    })
    at += sizes.central + nameLength
  }

  return { files, stamp }
}
