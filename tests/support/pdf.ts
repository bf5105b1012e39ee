import { getDocumentProxy, getResolvedPDFJS } from 'unpdf'

export type PdfFacts = {
  /** The text of each page, a line per line. */
  pages: string[]
  /** Its properties as the file has them: Title, Creator, CreationDate. */
  properties: Record<string, unknown>
  /** The XMP packet. */
  metadata: string
  tagged: boolean
  language: string
  /** Width and height in points. */
  size: [number, number]
  fonts: { name: string; embedded: boolean }[]
  images: number
}

/** What a reader of the file finds in it. */
export async function readPdf(file: Uint8Array): Promise<PdfFacts> {
  // The reader takes the bytes away from whom it gets them.
  const pdf = await getDocumentProxy(new Uint8Array(file))
  const { OPS } = await getResolvedPDFJS()
  const pictures = [OPS.paintImageXObject, OPS.paintInlineImageXObject, OPS.paintImageMaskXObject]
  const { info, metadata } = await pdf.getMetadata()
  const marks = await pdf.getMarkInfo()
  const pages: string[] = []
  const fonts = new Map<string, boolean>()
  let images = 0
  let size: [number, number] = [0, 0]
  for (let number = 1; number <= pdf.numPages; number++) {
    const page = await pdf.getPage(number)
    const { items } = await page.getTextContent()
    pages.push(inReadingOrder(items.flatMap((item) => ('str' in item ? [item] : []))))
    const { fnArray, argsArray } = await page.getOperatorList()
    for (const [index, operation] of fnArray.entries()) {
      if (pictures.includes(operation)) images++
      if (operation !== OPS.setFont) continue
      const font = page.commonObjs.get(argsArray[index][0])
      fonts.set(font.name, !font.missingFile)
    }
    const [left = 0, bottom = 0, right = 0, top = 0] = page.view
    size = [right - left, top - bottom]
  }
  await pdf.destroy()
  const properties = info as Record<string, unknown>
  return {
    pages,
    properties,
    metadata: String(metadata?.getRaw() ?? ''),
    tagged: marks?.Marked === true,
    language: String(properties.Language ?? ''),
    size,
    fonts: [...fonts].map(([name, embedded]) => ({ name, embedded })),
    images,
  }
}

type Piece = { str: string; dir: string; hasEOL: boolean }

/** A file holds the words of a line from left to right; Arabic is read from the other end. */
function inReadingOrder(pieces: Piece[]): string {
  const lines: Piece[][] = [[]]
  for (const piece of pieces) {
    lines.at(-1)?.push(piece)
    if (piece.hasEOL) lines.push([])
  }
  return lines
    .map((line) => {
      const from = line.findIndex(({ dir }) => dir === 'rtl')
      const to = line.findLastIndex(({ dir }) => dir === 'rtl') + 1
      const read = from < 0 ? line : [...line.slice(0, from), ...line.slice(from, to).reverse(), ...line.slice(to)]
      return read.map(({ str }) => str).join('')
    })
    .join('\n')
}

/** All that it says, and its properties, a line each. The XMP packet stands in the file as plain text. */
export async function textOfPdf(file: Uint8Array): Promise<string> {
  const { pages, properties } = await readPdf(file)
  return [...pages, ...Object.entries(properties).map(([name, value]) => `${name}: ${value}`)].join('\n')
}
