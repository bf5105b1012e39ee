import {
  formatDate,
  formatDateTime,
  formatNumber,
  formatTime,
  headingLabel,
  NEW_YORK,
} from '@consultation/shared/house-style.ts'
import { LANGUAGES, type Language } from '@consultation/shared/languages.ts'
import type { Block } from '@consultation/shared/text.ts'
import { strFromU8, unzipSync } from 'fflate'
import { IntlMessageFormat } from 'intl-messageformat'
import { describe, expect, test } from 'vitest'
import { CELL_MAX } from '../../server/exports/cells.ts'
import { neutralized, renderCsv } from '../../server/exports/csv.ts'
import {
  composeDocument,
  type DraftPart,
  EXPORT_FORMATS,
  type ExportDocument,
  type ExportFormat,
} from '../../server/exports/document.ts'
import { renderDocx } from '../../server/exports/docx.ts'
import { fileNameOf } from '../../server/exports/file-name.ts'
import { CompilationFile, compilationSchema, renderJson } from '../../server/exports/json.ts'
import { renderPdf } from '../../server/exports/pdf.ts'
import { renderDocument } from '../../server/exports/render.ts'
import { EXPORT_WORDS, type ExportWord, say } from '../../server/exports/words.ts'
import { renderXlsx } from '../../server/exports/xlsx.ts'
import { sampleCompilation } from '../bench/compilation.ts'
import { readPdf } from '../support/pdf.ts'
import { RELEASED, sampleDocument, WORDS } from './export-sample.ts'

const WRITERS: Record<ExportFormat, (document: ExportDocument) => Promise<Uint8Array>> = {
  docx: renderDocx,
  pdf: renderPdf,
  xlsx: renderXlsx,
  csv: renderCsv,
  json: renderJson,
}

function withParts(parts: DraftPart[], language: Language = 'en'): ExportDocument {
  const { parts: _, ...rest } = sampleDocument(language)
  return composeDocument({ ...rest, parts })
}

const withRows = (rows: (string | number | null)[][], title = 'Answer'): ExportDocument => ({
  ...sampleDocument('en', false),
  sheets: [{ name: 'Answers', columns: (rows[0] ?? []).map((_, key) => ({ key: String(key), title })), rows }],
})

const said = (text: string): DraftPart => ({
  kind: 'text',
  language: 'en',
  blocks: [{ kind: 'paragraph', content: [{ text }] }],
})

const filesIn = (zip: Uint8Array) =>
  Object.fromEntries(Object.entries(unzipSync(zip)).map(([path, bytes]) => [path, strFromU8(bytes)]))

const UNESCAPED: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" }
const unescaped = (text: string) => text.replace(/&(\w+);/g, (_, name: string) => UNESCAPED[name] ?? '?')

/** The texts of a Word part, a line per paragraph. */
const linesOf = (xml: string) =>
  [...xml.matchAll(/<w:p>(.*?)<\/w:p>/gs)].map(([, paragraph = '']) =>
    [...paragraph.matchAll(/<w:t(?: [^>]*)?>([^<]*)<\/w:t>/g)].map(([, text = '']) => unescaped(text)).join(''),
  )

/** Throws where a part is not well-formed XML 1.0: unbalanced tags, a bare ampersand, ]]> or a forbidden character. */
function checkWellFormed(path: string, xml: string) {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: these are the characters looked for
  if (/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/.test(xml)) throw new Error(`${path}: forbidden character`)
  if (!xml.isWellFormed()) throw new Error(`${path}: lone surrogate`)
  const open: string[] = []
  for (const [token] of xml.matchAll(/<[^>]*>|[^<]+/g)) {
    if (!token.startsWith('<')) {
      if (/&(?!(?:amp|lt|gt|quot|apos|#\d+|#x[\da-f]+);)/i.test(token)) throw new Error(`${path}: bare ampersand`)
      if (token.includes(']]>')) throw new Error(`${path}: ]]>`)
    } else if (token.startsWith('</')) {
      if (open.pop() !== token.slice(2, -1).trim()) throw new Error(`${path}: ${token} closes something else`)
    } else if (!token.startsWith('<?') && !token.endsWith('/>')) open.push(token.slice(1).split(/[\s>]/)[0] ?? '')
  }
  if (open.length > 0) throw new Error(`${path}: ${open.join(' ')} left open`)
}

const pagesOf = async (document: ExportDocument) => (await readPdf(await renderPdf(document))).pages
const textOf = async (document: ExportDocument) => (await pagesOf(document)).join('\n')

describe('The tree', () => {
  test('[un 31] paragraph 4 is paragraph 4 in six languages and in Word, whatever stands between', async () => {
    for (const language of LANGUAGES) {
      const document = sampleDocument(language)
      const numbers = document.parts.flatMap((part) => (part.kind === 'paragraph' && part.number ? [part.number] : []))
      expect(numbers).toEqual([1, 2, 3, 4])
      const body = filesIn(await renderDocx(document))['word/document.xml'] ?? ''
      const counted = [
        ...body.matchAll(/<w:p>(?:(?!<\/w:p>).)*<w:pStyle w:val="Numbered"\/>(?:(?!<\/w:p>).)*<\/w:p>/gs),
      ]
      const lists = new Set(counted.map(([paragraph]) => /<w:numId w:val="(\d+)"\/>/.exec(paragraph)?.[1]))
      expect(counted).toHaveLength(4)
      expect(lists.size).toBe(1)
      expect(linesOf(counted[3]?.[0] ?? '')[0]).toBe(say(language, 'coverage_withheld', { threshold: 5 }))
    }
  })

  test('headings count within the one above them, in the form of each language', () => {
    expect([1, 2, 3, 4].map((level) => headingLabel(level as 1, 2, 'en'))).toEqual(['II.', 'B.', '2.', '(b)'])
    expect([1, 2, 3, 4].map((level) => headingLabel(level as 1, 2, 'fr'))).toEqual(['II.', 'B.', '2.', 'b)'])
    expect([1, 2].map((level) => headingLabel(level as 1, 2, 'ar'))).toEqual(['ثانيا -', 'باء -'])
    expect([9, 10, 11, 20, 21].map((n) => headingLabel(1, n, 'zh'))).toEqual([
      '九.',
      '十.',
      '十一.',
      '二十.',
      '二十一.',
    ])
    const { parts } = withParts([
      { kind: 'heading', level: 1, text: 'One' },
      { kind: 'heading', level: 2, text: 'Under one' },
      { kind: 'heading', level: 1, text: 'Two' },
      { kind: 'heading', level: 2, text: 'Under two' },
      { kind: 'heading', level: 1, text: 'More', numbering: 'annex' },
    ])
    expect(parts.map((part) => (part.kind === 'heading' ? part.label : ''))).toEqual([
      'I.',
      'A.',
      'II.',
      'A.',
      'Annex I',
    ])
  })

  test('a heading that skips a level is refused', () => {
    const one: DraftPart = { kind: 'heading', level: 1, text: 'One' }
    expect(() => withParts([one, { kind: 'heading', level: 2, text: 'Two' }])).not.toThrow()
    expect(() => withParts([one, { kind: 'heading', level: 3, text: 'Three' }])).toThrow('level 3')
  })
})

describe('Every format', () => {
  test('[79] the same document is the same bytes, again and in another time zone', async () => {
    const zone = process.env.TZ
    try {
      for (const format of EXPORT_FORMATS) {
        const write = () => WRITERS[format](sampleDocument('ar'))
        process.env.TZ = 'Pacific/Auckland'
        const [first, second] = [await write(), await write()]
        process.env.TZ = 'America/Los_Angeles'
        expect(Buffer.compare(first, second), format).toBe(0)
        expect(Buffer.compare(first, await write()), `${format} elsewhere`).toBe(0)
      }
    } finally {
      process.env.TZ = zone ?? ''
      if (zone === undefined) delete process.env.TZ
    }
  })

  test('[un 32] no file bears a symbol, an emblem or a distribution line; each bears its status, mark and banner', async () => {
    const document = sampleDocument('en')
    const docx = filesIn(await renderDocx(document))
    const { pages, images } = await readPdf(await renderPdf(document))
    const pdf = pages.join('\n')
    const xlsx = Object.values(filesIn(await renderXlsx(document))).join('\n')
    const word = Object.values(docx).join('\n')
    for (const text of [pdf, xlsx, unescaped(word)]) {
      expect(text).not.toMatch(/Distr\.|A\/\d+\/L\.|Agenda item/)
      for (const line of [document.status, 'Unclassified', document.banner ?? '']) expect(text).toContain(line)
    }
    expect(Object.keys(docx).filter((path) => path.includes('media'))).toEqual([])
    expect(images).toBe(0)
  })

  test('the banner stands on every page, every sheet and every row', async () => {
    const document = sampleDocument('fr')
    const banner = document.banner ?? ''
    const pages = await pagesOf(document)
    expect(pages.length).toBeGreaterThan(2)
    for (const page of pages) expect(page).toContain(banner)
    const docx = filesIn(await renderDocx(document))
    for (const header of ['word/header1.xml', 'word/header2.xml']) expect(docx[header]).toContain(banner)
    const rows = new TextDecoder()
      .decode(await renderCsv(document))
      .trim()
      .split('\r\n')
      .slice(1)
    for (const row of rows) expect(row).toContain(banner)
  })
})

const line = (text: string): Block => ({ kind: 'paragraph', content: [{ text }] })

/** Shapes a text or part can have that no usual reply has. */
const ODD: DraftPart[] = [
  { kind: 'heading', level: 1, text: { text: 'مقدمة', language: 'ar' }, numbering: 'none' },
  { kind: 'heading', level: 2, text: 'Not in the contents', listed: false },
  { kind: 'text', language: 'en', shownAs: { text: 'مصر', language: 'ar' }, blocks: [] },
  { kind: 'text', language: 'ar', blocks: [{ kind: 'paragraph', content: [] }] },
  { kind: 'paragraph', content: '' },
  { kind: 'paragraph', content: 'one\ntwo\n\nthree \u2068عربي\u2069 \u202bx\u202c \u200f!' },
  { kind: 'paragraph', content: [{ text: 'نص', bold: true, italic: true }, { text: '中' }], language: 'ar' },
  { kind: 'paragraph', content: `${'x'.repeat(500)} https://example.org/${'y/'.repeat(200)}` },
  {
    kind: 'text',
    language: 'zh',
    blocks: [
      {
        kind: 'list',
        ordered: true,
        items: [
          [{ kind: 'quotation', content: [line('“引号”')] }],
          [],
          [line('x'), line('y'), { kind: 'list', ordered: true, items: [[line('z')]] }],
        ],
      },
      { kind: 'quotation', content: [{ kind: 'list', ordered: false, items: [[line('in a quotation')]] }] },
    ],
  },
  { kind: 'table', columns: [{ title: { text: 'عنوان', language: 'ar' } }], rows: [] },
  { kind: 'table', columns: [{ title: 'a' }, { title: 'b', align: 'end' }], rows: [['short']], total: true },
  { kind: 'note', paragraphs: [{ text: 'مذكرة', language: 'ar' }] },
  { kind: 'item', label: '1.', content: 'item', below: [{ text: 'إرشادات', language: 'ar' }] },
  { kind: 'pageBreak' },
  { kind: 'pageBreak' },
]

test.each(['en', 'ar'] as const)('every shape of text and part is written, in a document in %s', async (language) => {
  for (const parts of [ODD, [], [{ kind: 'contents' } satisfies DraftPart]]) {
    const document = withParts(parts, language)
    for (const [path, xml] of Object.entries(filesIn(await renderDocx(document)))) checkWellFormed(path, xml)
    expect((await renderPdf(document)).length).toBeGreaterThan(1_000)
  }
})

describe('Word', () => {
  const HOSTILE = [
    'a ]]> b',
    '<w:t>x</w:t> &amp; <script>',
    'INCLUDETEXT "c:\\secret" \\* MERGEFORMAT',
    '{ HYPERLINK "http://example.org" }',
    'DDEAUTO c:\\windows\\system32\\cmd.exe',
    'x\' " y',
  ]

  test('[69] text with field codes, markup and control characters is shown literally in valid XML', async () => {
    const bell = 'ring\u0007 \u0000\u0008lone\ud800 end'
    const files = filesIn(await renderDocx(withParts([...HOSTILE, bell].map(said))))
    for (const [path, xml] of Object.entries(files)) checkWellFormed(path, xml)
    const lines = linesOf(files['word/document.xml'] ?? '')
    for (const text of HOSTILE) expect(lines).toContain(text)
    expect(lines).toContain('ring lone\ufffd end')
    const fields = [...(files['word/document.xml'] ?? '').matchAll(/<w:instrText[^>]*>([^<]*)/g)].map(
      ([, code]) => code,
    )
    expect(fields).toEqual([])
  })

  test('[69] a link is printed, never a relationship that leads outside', async () => {
    const files = filesIn(await renderDocx(sampleDocument('en')))
    expect(Object.values(files).join('')).not.toContain('TargetMode="External"')
    expect(linesOf(files['word/document.xml'] ?? '').join('\n')).toContain(
      'The full statement (https://example.org/statement?a=1&b=2) is public',
    )
  })

  test('[70] its properties name no person and no moment but the release', async () => {
    const files = filesIn(await renderDocx(sampleDocument('en')))
    const core = files['docProps/core.xml'] ?? ''
    const moments = [
      ...Object.values(files)
        .join('')
        .matchAll(/\d{4}-\d\d-\d\dT[\d:.]+Z/g),
    ].map(([moment]) => moment)
    expect(new Set(moments)).toEqual(new Set([RELEASED]))
    expect(core).toContain('<dc:creator>Consultation platform</dc:creator>')
    expect(core).toContain('<cp:lastModifiedBy>Consultation platform</cp:lastModifiedBy>')
    expect(files['docProps/app.xml']).not.toMatch(/Company|Template|Manager/)
    expect(Object.values(files).join('')).not.toContain('Un-named')
  })

  test('[71] the entries of the package carry one constant time', async () => {
    for (const zip of [await renderDocx(sampleDocument('en')), await renderXlsx(sampleDocument('en'))]) {
      const bytes = Buffer.from(zip)
      const entries = []
      for (let at = bytes.indexOf('PK\u0001\u0002'); at >= 0; at = bytes.indexOf('PK\u0001\u0002', at + 4))
        entries.push([bytes.readUInt16LE(at + 12), bytes.readUInt16LE(at + 14), bytes.readUInt32LE(at + 38)])
      expect(entries.length).toBeGreaterThan(5)
      expect(new Set(entries.map(String))).toEqual(new Set(['0,33,0']))
    }
  })

  test('[un 35] headings, contents and lists are real: styles, a field with its entries, numbering', async () => {
    const body = filesIn(await renderDocx(sampleDocument('en')))['word/document.xml'] ?? ''
    for (const style of ['Title', 'Heading1', 'Heading2', 'Heading3', 'Numbered', 'Quotation', 'TOC1', 'TOC3'])
      expect(body).toContain(`<w:pStyle w:val="${style}"/>`)
    const anchors = [...body.matchAll(/w:anchor="([^"]+)"/g)].map(([, name]) => name)
    const bookmarks = [...body.matchAll(/<w:bookmarkStart[^>]*w:name="([^"]+)"/g)].map(([, name]) => name)
    expect(anchors.length).toBeGreaterThan(6)
    expect(anchors).toEqual(bookmarks)
    expect(body).toContain('w:tblHeader')
    expect(body).not.toContain('w:dirty="true"')
  })

  test('Arabic runs right to left, and a symbol inside it does not', async () => {
    const files = filesIn(await renderDocx(sampleDocument('en')))
    const body = files['word/document.xml'] ?? ''
    const paragraph = /<w:p>(?:(?!<\/w:p>).)*ST\/SGB(?:(?!<\/w:p>).)*<\/w:p>/s.exec(body)?.[0] ?? ''
    expect(paragraph).toContain('<w:bidi/>')
    const runs = [...paragraph.matchAll(/<w:r>(.*?)<\/w:r>/gs)].map(([, run = '']) => [
      run.includes('<w:rtl/>'),
      linesOf(`<w:p>${run}</w:p>`)[0],
    ])
    expect(runs).toEqual([
      [true, 'ينبغي مراجعة البند '],
      [false, 'ST/SGB/2007/6'],
      [true, ' قبل نهاية العام.'],
    ])
    expect(body).toMatch(/<w:lang w:val="fr-FR"\/>/)
  })
})

describe('PDF', () => {
  // What the program that extracts text decides for itself: spaces and marks at the turn of direction, and line ends.
  const bare = (text: string) => text.normalize('NFC').replace(/[\s\u200e\u200f\u202a-\u202e\u2066-\u2069]/g, '')
  // Word by word, and without those that bear a vowel mark: the reader takes a mark for the whole of the glyph it stands on.
  const arabicWordsOf = (text: string) =>
    text
      .normalize('NFC')
      .split(/[^\p{Script=Arabic}\p{M}]+/u)
      .filter((word) => word !== '' && !/[\p{M}\p{P}]/u.test(word))

  test('[72] its text is the source in six languages', async () => {
    const text = await textOf(sampleDocument('en'))
    for (const language of LANGUAGES.filter((one) => one !== 'ar'))
      expect(bare(text), language).toContain(bare(WORDS[language]))
    expect(arabicWordsOf(text)).toEqual(expect.arrayContaining(arabicWordsOf(WORDS.ar)))
    const arabic = arabicWordsOf(await textOf(sampleDocument('ar')))
    for (const line of [
      say('ar', 'note_as_received'),
      say('ar', 'note_without_prejudice'),
      say('ar', 'intro_limits'),
      say('ar', 'replies'),
    ])
      expect(arabic).toEqual(expect.arrayContaining(arabicWordsOf(line)))
  })

  test('it is tagged PDF/UA in the language of the document, with embedded fonts alone', async () => {
    for (const language of ['en', 'ar', 'zh'] as const) {
      const pdf = await renderPdf(sampleDocument(language))
      const { tagged, size, metadata, language: said, fonts } = await readPdf(pdf)
      expect(tagged).toBe(true)
      expect(size).toEqual([612, 792]) // letter
      expect(metadata).toContain('<pdfuaid:part>1</pdfuaid:part>')
      expect(said).toMatch(new RegExp(`^${language}`))
      expect(fonts.length).toBeGreaterThan(3)
      for (const { name, embedded } of fonts) {
        expect(name).toMatch(/^[A-Z]{6}\+(?:SourceSerif4|Naskh|NotoSerifSC)-/)
        expect(embedded, name).toBe(true)
      }
    }
  })

  test('[70] its properties name no person and no moment but the release', async () => {
    const pdf = await renderPdf(sampleDocument('en'))
    const { properties, metadata } = await readPdf(pdf)
    expect(properties).toMatchObject({ CreationDate: 'D:20170630160000Z', ModDate: 'D:20170630160000Z' })
    for (const name of ['Author', 'Subject', 'Keywords']) expect(properties).not.toHaveProperty(name)
    expect(metadata).not.toMatch(/dc:creator|dc:description|pdf:Keywords/)
  })

  test('typesetting markup in a text is text', async () => {
    const hostile = [
      '#panic("x")',
      '$ x^2 $ = [a] *b* _c_ @ref <label>',
      '\\ " #read("/etc/passwd")',
      '// gone /* gone */ -- ~',
    ]
    const text = await textOf(withParts(hostile.map(said)))
    for (const line of hostile) expect(text).toContain(line)
  })

  test('a character that no font of the six languages has is replaced, and the file is still made', async () => {
    const text = await textOf(withParts([said('ok 😀 ไ \ue000 \u200d end')]))
    expect(text).toMatch(/ok □ □ □ \S*\s*end/)
  })
})

describe('Spreadsheets', () => {
  const FORMULAS = [
    '=1+1',
    '+1',
    '-1',
    '@SUM(1)',
    '\t=1',
    '\r=1',
    '\n=1',
    '\u0000=1',
    '  =1',
    '\u00a0=1',
    '\ufeff=1',
    '\u200b=1',
    '＝1',
    '＋1',
    '－1',
    '＠SUM(1)',
    "=cmd|' /C calc'!A0",
  ]

  test('[66] whatever could begin a formula has an apostrophe before it in CSV, in every column and heading', async () => {
    for (const formula of FORMULAS) {
      expect(neutralized(formula).startsWith("'"), JSON.stringify(formula)).toBe(true)
      expect(neutralized(formula)).not.toContain('\u0000')
    }
    expect(neutralized('five; =HYPERLINK("x")')).toBe('five; \'=HYPERLINK("x")')
    expect(neutralized('1 = 1, and -1 is less')).toBe('1 = 1, and -1 is less')
    const csv = new TextDecoder('utf-8', { ignoreBOM: true }).decode(
      await renderCsv(withRows([['=1', '＝2', 3]], '@title')),
    )
    expect(csv).toBe('\ufeff"\'@title","\'@title","\'@title"\r\n"\'=1","\'＝2",3\r\n')
  })

  test('[85] a text of blanks and signs takes no time', () => {
    for (const text of ['\n'.repeat(100_000), '; '.repeat(50_000), '\t='.repeat(50_000)]) {
      const from = performance.now()
      neutralized(text)
      expect(performance.now() - from).toBeLessThan(5_000)
    }
  })

  test('CSV is UTF-8 with its mark, quoted by RFC 4180', async () => {
    const bytes = await renderCsv(withRows([['a "quoted", line\nand another', 1_234.5, null]]))
    expect([...bytes.subarray(0, 3)]).toEqual([0xef, 0xbb, 0xbf])
    expect(new TextDecoder().decode(bytes).split('\r\n')[1]).toBe('"a ""quoted"", line\nand another",1234.5,""')
  })

  test('[66] no cell of a workbook is a formula, and each says what was written', async () => {
    const texts = [...FORMULAS.slice(0, 4), '_x0041_', 'constructor', '__proto__', '<b>&']
    const files = filesIn(await renderXlsx(withRows(texts.map((text) => [text, 7]))))
    for (const [path, xml] of Object.entries(files)) checkWellFormed(path, xml)
    const sheet = files['xl/worksheets/sheet1.xml'] ?? ''
    expect(sheet).not.toContain('<f>')
    expect(Object.values(files).join('')).not.toMatch(/TargetMode="External"|docProps/)
    const strings = [...(files['xl/sharedStrings.xml'] ?? '').matchAll(/<t[^>]*>([^<]*)<\/t>/g)].map(([, text = '']) =>
      unescaped(text).replace(/_x([0-9A-F]{4})_/g, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16))),
    )
    const shown = [...sheet.matchAll(/<c r="A\d+"[^>]*t="s"[^>]*><v>([^<]*)<\/v>/g)].map(
      ([, at]) => strings[Number(at)],
    )
    expect(shown.slice(1)).toEqual(texts)
    expect([...sheet.matchAll(/<c r="B\d+"[^>]*><v>7<\/v>/g)]).toHaveLength(texts.length)
  })

  test('a workbook opens right: frozen titles, right to left in Arabic, a sheet that says what it is', async () => {
    const files = filesIn(await renderXlsx(sampleDocument('ar')))
    const sheet = files['xl/worksheets/sheet1.xml'] ?? ''
    expect(sheet).toContain('rightToLeft="1"')
    expect(sheet).toMatch(/<pane[^>]*ySplit="2"[^>]*state="frozen"/)
    expect(files['xl/workbook.xml']).toContain(say('ar', 'about'))
    expect(files['xl/sharedStrings.xml']).toContain(say('ar', 'compilation_reference', { reference: 'MR-2017/Q1' }))
  })

  test('a text longer than a cell goes on in the next column', async () => {
    const long = `${'x'.repeat(CELL_MAX - 1)}😀${'y'.repeat(10)}`
    const [titles, row] = new TextDecoder().decode(await renderCsv(withRows([[long], ['short']]))).split('\r\n')
    expect(titles).toBe('"Answer","Answer (continued, 2)"')
    expect(row).toBe(`"${'x'.repeat(CELL_MAX - 1)}","😀${'y'.repeat(10)}"`)
  })
})

describe('JSON', () => {
  test('it names its schema and keeps to it', async () => {
    const file: unknown = JSON.parse(new TextDecoder().decode(await renderJson(sampleDocument('ru'))))
    expect(CompilationFile.parse(file).$schema).toBe('/api/schemas/compilation.json')
    const schema = compilationSchema()
    expect(schema).toMatchObject({ $id: '/api/schemas/compilation.json', type: 'object', additionalProperties: false })
    expect(Object.keys(file as object)).toEqual(
      Object.keys(schema.properties ?? {}).filter((key) => key in (file as object)),
    )
  })

  test('what the schema does not name does not go out', async () => {
    const document = sampleDocument('en')
    const [first, ...rest] = document.parts
    const leaking = { ...document, parts: [{ ...first, delegationId: 'x' }, ...rest] } as ExportDocument
    await expect(renderJson(leaking)).rejects.toThrow('delegationId')
  })
})

describe('Names of files', () => {
  test.each([
    ['../../x', 'x.pdf', 'x.pdf'],
    ['a\r\nSet-Cookie: b', 'a-Set-Cookie-b.pdf', 'a Set-Cookie b.pdf'],
    ['CON', 'export-CON.pdf', 'export CON.pdf'],
    ['nul.txt', 'export-nul.txt.pdf', 'export nul.txt.pdf'],
    ['report\u202efdp.exe', 'report-fdp.exe.pdf', 'report fdp.exe.pdf'],
    ['Réponses de l’État', 'Reponses-de-l-Etat.pdf', 'Réponses de l’État.pdf'],
    ['答复汇编', 'export.pdf', '答复汇编.pdf'],
    ['', 'export.pdf', 'export.pdf'],
    ['a/b\\c:d*e?"<>|', 'a-b-c-d-e.pdf', 'a b c d e.pdf'],
  ])('[73] %j becomes a safe one', (title, ascii, full) => {
    expect(fileNameOf(title, 'pdf')).toMatchObject({ ascii, full })
  })

  test('[73] a long title is cut, and the header cannot be broken', () => {
    for (const title of ['x'.repeat(300), '名'.repeat(300), `${'a '.repeat(100)}';\r\n"`, '😀'.repeat(200)]) {
      const { ascii, full, disposition } = fileNameOf(title, 'docx')
      expect(ascii).toMatch(/^[A-Za-z0-9][A-Za-z0-9._-]{0,104}$/)
      expect([...full].length).toBeLessThanOrEqual(105)
      expect(disposition).toMatch(
        /^attachment; filename="[A-Za-z0-9._-]+"; filename\*=UTF-8''[A-Za-z0-9._~!#$&+^`|%-]+$/,
      )
    }
    expect(fileNameOf("l'État", 'pdf').disposition).toContain("filename*=UTF-8''l%27%C3%89tat.pdf")
  })
})

describe('House style', () => {
  const AT: Record<Language, [date: string, first: string, ten: string, half: string, noon: string]> = {
    en: ['31 May 2017', '1 May 2017', '10 a.m.', '3.30 p.m.', 'noon'],
    fr: ['31 mai 2017', '1er mai 2017', '10 heures', '15 h 30', '12 heures'],
    es: ['31 de mayo de 2017', '1 de mayo de 2017', '10.00 horas', '15.30 horas', '12.00 horas'],
    ru: ['31 мая 2017 года', '1 мая 2017 года', '10 ч. 00 мин.', '15 ч. 30 мин.', '12 ч. 00 мин.'],
    zh: ['2017年5月31日', '2017年5月1日', '上午10时', '下午3时30分', '中午12时'],
    ar: ['31 أيار/مايو 2017', '1 أيار/مايو 2017', 'الساعة 10:00', 'الساعة 15:30', 'الساعة 12:00'],
  }
  const plain = (text: string) => text.replaceAll('\u00a0', ' ')

  test.each(LANGUAGES)('[un 34] dates and times in %s', (language) => {
    const [date, first, ten, half, noon] = AT[language]
    expect(formatDate('2017-05-31T14:00:00Z', language)).toBe(date)
    expect(formatDate('2017-05-01', language)).toBe(first)
    expect(plain(formatTime('2017-05-31T14:00:00Z', language, NEW_YORK))).toBe(ten)
    expect(plain(formatTime('2017-05-31T19:30:00Z', language, NEW_YORK))).toBe(half)
    expect(plain(formatTime('2017-05-31T16:00:00Z', language, NEW_YORK))).toBe(noon)
  })

  test('the day is the day of the zone, and the zone is named', () => {
    expect(formatDate('2017-06-01T01:00:00Z', 'en', NEW_YORK)).toBe('31 May 2017')
    expect(plain(formatDateTime('2017-06-23T22:00:00Z', 'en'))).toBe('23 June 2017, 6 p.m. (New York time)')
    expect(plain(formatDateTime('2017-06-23T22:00:00Z', 'fr', 'Europe/Zurich'))).toBe(
      '24 juin 2017, 0 heure (heure de Genève)',
    )
    expect(formatDateTime('2017-06-23T22:00:00Z', 'zh')).toBe('2017年6月23日下午6时（纽约时间）')
    expect(formatDate('2017-06-23T22:00:00Z', 'ar', NEW_YORK, { weekday: true })).toBe('الجمعة، 23 حزيران/يونيه 2017')
  })

  test('thousands stand apart by a comma in English and by a space elsewhere', () => {
    expect(formatNumber(2_250, 'en')).toBe('2,250')
    for (const language of ['fr', 'es', 'ru', 'zh', 'ar'] as const)
      expect(plain(formatNumber(2_250, language))).toBe('2 250')
    expect(plain(formatNumber(1_234_567.5, 'fr'))).toBe('1 234 567,5')
    expect(formatNumber(999, 'en')).toBe('999')
  })
})

test('every fixed phrase takes the same values in six languages, in every plural', () => {
  type Elements = ReturnType<IntlMessageFormat['getAst']>
  const LITERAL = 0
  const named = (elements: Elements): string[] =>
    elements.flatMap((element) => {
      if ('options' in element)
        return [element.value, ...Object.values(element.options).flatMap((option) => named(option.value))]
      return element.type !== LITERAL && 'value' in element ? [element.value] : []
    })
  const namesIn = (message: string) => new Set(named(new IntlMessageFormat(message, 'en').getAst()))
  for (const word of Object.keys(EXPORT_WORDS.en) as ExportWord[]) {
    const names = namesIn(EXPORT_WORDS.en[word])
    for (const language of LANGUAGES) {
      expect(namesIn(EXPORT_WORDS[language][word]), `${language} ${word}`).toEqual(names)
      for (const count of [0, 1, 2, 5, 11, 21, 100, 2_535]) {
        const values = Object.fromEntries([...names].map((name) => [name, count]))
        expect(say(language, word, values)).not.toMatch(/[{}]|undefined/)
      }
    }
  }
})

describe('Rendering apart', () => {
  test('a file is written in a process of its own, and is the same file', async () => {
    const steps: number[] = []
    const document = sampleDocument('es')
    const file = await renderDocument(document, 'docx', { onProgress: (fraction) => steps.push(fraction) })
    expect(Buffer.compare(file, await renderDocx(document))).toBe(0)
    expect(steps.length).toBeGreaterThan(2)
    expect(steps).toEqual(steps.toSorted((a, b) => a - b))
    expect(steps.at(-1)).toBe(1)
  })

  test('it stops at once when told to, running or waiting, and the next one is written', async () => {
    const running = new AbortController()
    const waiting = new AbortController()
    const long = renderDocument(sampleCompilation(2_400), 'pdf', { signal: running.signal })
    const queued = renderDocument(sampleDocument('en'), 'csv', { signal: waiting.signal })
    const next = renderDocument(sampleDocument('en'), 'csv')
    setTimeout(() => waiting.abort(), 100)
    setTimeout(() => running.abort(), 700)
    await expect(queued).rejects.toThrow('aborted')
    await expect(long).rejects.toThrow('aborted')
    expect((await next).length).toBeGreaterThan(100)
  })

  test('a document that cannot be written says so', async () => {
    await expect(renderDocument({ ...sampleDocument('en'), sheets: [] }, 'csv')).rejects.toThrow('no sheet')
  })
})
