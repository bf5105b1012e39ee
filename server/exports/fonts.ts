import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'

// The fonts of the PDF: free (OFL), from packages, so that a document looks the same wherever it is made. The typesetter
// also sees whatever fonts the machine has, and one of the same name could win; so ours go under names no machine has.

export const SERIF = 'Export Serif 4'
export const NASKH = 'Naskh'
export const SONG = 'Expo Serif SC'

const FAMILIES = [
  {
    source: '@expo-google-fonts/source-serif-4',
    from: 'Source Serif 4',
    to: SERIF,
    faces: [
      '400Regular/SourceSerif4_400Regular.ttf',
      '400Regular_Italic/SourceSerif4_400Regular_Italic.ttf',
      '700Bold/SourceSerif4_700Bold.ttf',
      '700Bold_Italic/SourceSerif4_700Bold_Italic.ttf',
    ],
  },
  {
    // Not Noto: it draws letters and their dots apart, and text copied from the file comes out in pieces.
    source: '@expo-google-fonts/amiri',
    from: 'Amiri',
    to: NASKH,
    faces: ['400Regular/Amiri_400Regular.ttf', '700Bold/Amiri_700Bold.ttf'],
  },
  {
    source: '@expo-google-fonts/noto-serif-sc',
    from: 'Noto Serif SC',
    to: SONG,
    faces: ['400Regular/NotoSerifSC_400Regular.ttf', '700Bold/NotoSerifSC_700Bold.ttf'],
  },
]

export type Fonts = { files: Buffer[]; covers: (codePoint: number) => boolean }

/** The font files under our names, and which characters they can show in every face. */
export function loadFonts(): Fonts {
  const packages = createRequire(import.meta.url)
  const covered = new Uint8Array(0x110000)
  const files = FAMILIES.flatMap(({ source, from, to, faces }) => {
    const folder = packages.resolve(`${source}/package.json`).replace(/package\.json$/, '')
    const fonts = faces.map((face) => renamed(readFileSync(folder + face), from, to))
    const [first, ...others] = fonts.map(charactersOf)
    for (const codePoint of first ?? []) if (others.every((face) => face.has(codePoint))) covered[codePoint] = 1
    return fonts
  })
  return { files, covers: (codePoint) => covered[codePoint] === 1 }
}

function tableAt(font: Buffer, tag: string): { start: number; end: number } {
  for (let at = 12, left = font.readUInt16BE(4); left > 0; left--, at += 16) {
    if (font.toString('latin1', at, at + 4) !== tag) continue
    const start = font.readUInt32BE(at + 8)
    return { start, end: start + font.readUInt32BE(at + 12) }
  }
  throw new Error(`A font has no table ${tag}`)
}

/** Puts another family name of the same length in place; the names stand there in UTF-16. */
function renamed(font: Buffer, from: string, to: string): Buffer {
  const { start, end } = tableAt(font, 'name')
  const [old, put] = [from, to].map((name) => Buffer.from(name, 'utf16le').swap16())
  if (!old || old.length !== put?.length) throw new Error('A font can only be renamed within its length')
  for (let at = font.indexOf(old, start); at >= 0 && at < end; at = font.indexOf(old, at + 1)) put.copy(font, at)
  return font
}

/** The code points of a font's character map, formats 4 and 12: all that these fonts use. */
function charactersOf(font: Buffer): Set<number> {
  const { start } = tableAt(font, 'cmap')
  const characters = new Set<number>()
  for (let left = font.readUInt16BE(start + 2), at = start + 4; left > 0; left--, at += 8) {
    const map = start + font.readUInt32BE(at + 4)
    const format = font.readUInt16BE(map)
    if (format === 12) {
      for (let group = 0; group < font.readUInt32BE(map + 12); group++) {
        const first = font.readUInt32BE(map + 16 + group * 12)
        const last = font.readUInt32BE(map + 20 + group * 12)
        for (let codePoint = first; codePoint <= last; codePoint++) characters.add(codePoint)
      }
    } else if (format === 4) {
      const doubled = font.readUInt16BE(map + 6)
      for (let segment = 0; segment < doubled; segment += 2) {
        const end = map + 14 + segment
        const first = end + doubled + 2
        const [delta, range] = [font.readUInt16BE(first + doubled), font.readUInt16BE(first + 2 * doubled)]
        for (
          let codePoint = font.readUInt16BE(first);
          codePoint <= font.readUInt16BE(end) && codePoint < 0xffff;
          codePoint++
        ) {
          const place = first + 2 * doubled + range + 2 * (codePoint - font.readUInt16BE(first))
          const glyph = range === 0 ? (codePoint + delta) & 0xffff : font.readUInt16BE(place)
          if (glyph !== 0) characters.add(codePoint)
        }
      }
    }
  }
  return characters
}
