const LOCAL = 0x04034b50
const CENTRAL = 0x02014b50
const END = 0x06054b50
/** 1 January 1980, midnight: the first moment a zip can name, and the same in every time zone. */
const DATE = 0x0021

/** Sets every entry's time to one constant: a packer's clock would tell when, and in which zone, the file was made. */
export function withoutEntryTimes(zip: Uint8Array): Uint8Array {
  const view = new DataView(zip.buffer, zip.byteOffset, zip.byteLength)
  let end = zip.byteLength - 22
  while (end >= 0 && view.getUint32(end, true) !== END) end--
  if (end < 0) throw new Error('Not a zip file')
  let at = view.getUint32(end + 16, true)
  for (let entries = view.getUint16(end + 10, true); entries > 0; entries--) {
    const local = view.getUint32(at + 42, true)
    if (view.getUint32(at, true) !== CENTRAL || view.getUint32(local, true) !== LOCAL)
      throw new Error('Broken zip file')
    view.setUint16(at + 12, 0, true)
    view.setUint16(at + 14, DATE, true)
    view.setUint16(local + 10, 0, true)
    view.setUint16(local + 12, DATE, true)
    at += 46 + view.getUint16(at + 28, true) + view.getUint16(at + 30, true) + view.getUint16(at + 32, true)
  }
  return zip
}
