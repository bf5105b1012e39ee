import { describe, expect, test } from 'vitest'
import { PersonName } from '../../shared/people.ts'
import {
  ANSWER_MAX,
  Blocks,
  blocksOf,
  canonical,
  characters,
  directionMarksBalance,
  fold,
  inLanguage,
  isBlank,
  LinkAddress,
  line,
  paragraphsOf,
  plainText,
  prose,
} from '../../shared/text.ts'

const paragraph = (text: string, more: object = {}) => ({ kind: 'paragraph', content: [{ text, ...more }] })
const refusedWith = (
  schema: { safeParse(value: unknown): { success: boolean; error?: { issues: { message: string }[] } } },
  value: unknown,
) => schema.safeParse(value).error?.issues[0]?.message

const RLO = '\u202e'
const RLI = '\u2067'
const PDI = '\u2069'
const RLM = '\u200f'

describe('blocks', () => {
  test('keep paragraphs, lists, quotations, emphasis and links, and nothing else', () => {
    const text = [
      paragraph('Bold', { bold: true }),
      { kind: 'list', ordered: true, items: [[paragraph('one')], [paragraph('two', { link: 'https://www.un.org/' })]] },
      { kind: 'quotation', content: [paragraph('quoted', { italic: true })] },
    ]
    expect(Blocks.parse(text)).toEqual(text)
    expect(Blocks.safeParse([paragraph('x', { style: 'color: red' })]).success).toBe(false)
    expect(Blocks.safeParse([{ kind: 'html', content: '<b>x</b>' }]).success).toBe(false)
    expect(Blocks.safeParse([{ ...paragraph('x'), id: 1 }]).success).toBe(false)
  })

  test('a link opens a page or a letter; a script, a file or data is refused', () => {
    expect(LinkAddress.safeParse('https://www.un.org/en/').success).toBe(true)
    expect(LinkAddress.safeParse('mailto:office@example.org').success).toBe(true)
    for (const address of [
      'javascript:alert(1)',
      'JaVaScRiPt:alert(1)',
      ' javascript:alert(1)',
      'java\nscript:alert(1)',
      'data:text/html,<script>alert(1)</script>',
      'vbscript:x',
      'file:///etc/passwd',
      '//example.org',
      '/relative',
      `https://example.org/${RLO}cod.exe`,
    ])
      expect(LinkAddress.safeParse(address).success, address).toBe(false)
    expect(refusedWith(Blocks, [paragraph('x', { link: 'javascript:alert(1)' })])).toBe('link_not_allowed')
  })

  test('a link holds no user name and no password, for it would hide where it leads', () => {
    for (const address of [
      'https://www.un.org/@office',
      'https://www.un.org/?to=a@example.org',
      'https://www.un.org/#@',
      'mailto:office@example.org',
    ])
      expect(LinkAddress.safeParse(address).success, address).toBe(true)
    for (const address of [
      'https://reader@example.org/',
      'https://reader:secret@example.org/',
      'HTTPS://www.un.org@example.org',
      'https:reader@example.org',
      'https:\\\\reader@example.org',
      'https:///reader@example.org',
      'https:/\t/reader@example.org',
      'https://@example.org',
    ])
      expect(refusedWith(LinkAddress, address), address).toBe('link_not_allowed')
  })

  test('[T80] direction marks pass only where they close in their own paragraph; marks beside letters stay', () => {
    expect(Blocks.safeParse([paragraph(`a ${RLI}b${PDI} c`)]).success).toBe(true)
    expect(Blocks.safeParse([paragraph(`نص${RLM} (abc)`)]).success).toBe(true)
    expect(refusedWith(Blocks, [paragraph(`a ${RLO}b`)])).toBe('direction_marks')
    expect(refusedWith(Blocks, [paragraph(`a ${RLI}b`), paragraph(`c${PDI}`)])).toBe('direction_marks')
    // Opened in one run and closed in the next: one paragraph all the same.
    expect(
      Blocks.safeParse([{ kind: 'paragraph', content: [{ text: `a${RLI}`, bold: true }, { text: `b${PDI}` }] }])
        .success,
    ).toBe(true)
    expect(directionMarksBalance(`${RLI}${RLO}${PDI}\u202c`)).toBe(false)
  })

  test('[T83] a lone surrogate and U+0000 are refused', () => {
    for (const text of ['a\ud800', '\udc00b', 'a\u0000b', 'a\u0007'])
      expect(refusedWith(Blocks, [paragraph(text)])).toBe('unreadable_characters')
  })

  test('[T82] text is kept in NFC', () => {
    expect(plainText(Blocks.parse([paragraph('E\u0301tat')]))).toBe('État')
    expect(line().parse('E\u0301tat')).toBe('État')
    expect(prose().parse('E\u0301tat\r\nun')).toBe('État\nun')
  })

  test.each([
    ['Latin', 'a'],
    ['Chinese', '改'],
    ['Chinese beyond the basic plane', '\u{20000}'],
    ['Arabic', 'ع'],
  ])('[T84] an answer of exactly the limit in %s is taken, one character more is not', (_name, letter) => {
    expect(Blocks.safeParse([paragraph(letter.repeat(ANSWER_MAX))]).success).toBe(true)
    expect(refusedWith(Blocks, [paragraph(letter.repeat(ANSWER_MAX + 1))])).toBe('too_long')
  })

  test('nesting and number of blocks have a limit', () => {
    const nested = (depth: number): object =>
      depth === 0 ? paragraph('x') : { kind: 'quotation', content: [nested(depth - 1)] }
    expect(Blocks.safeParse([nested(4)]).success).toBe(true)
    expect(Blocks.safeParse([nested(5)]).success).toBe(false)
    expect(
      refusedWith(
        Blocks,
        Array.from({ length: 2_001 }, () => paragraph('')),
      ),
    ).toBe('too_long')
  })

  test('paragraphs are numbered in reading order', () => {
    const text = Blocks.parse([
      paragraph('1'),
      { kind: 'list', ordered: false, items: [[paragraph('2'), { kind: 'quotation', content: [paragraph('3')] }]] },
      paragraph('4'),
    ])
    expect(paragraphsOf(text).map((one) => one.content[0]?.text)).toEqual(['1', '2', '3', '4'])
    expect(plainText(text)).toBe('1\n2\n3\n4')
    expect(isBlank(Blocks.parse([paragraph(' '), paragraph('\t')]))).toBe(true)
    expect(isBlank(text)).toBe(false)
    expect(blocksOf('a\n\n b ')).toEqual([paragraph('a'), paragraph('b')])
  })
})

describe('single lines', () => {
  test('[T80][T81] no direction marks, nothing invisible, no line break; joiners that scripts need stay', () => {
    expect(line().parse(' Côte d’Ivoire ')).toBe('Côte d’Ivoire')
    expect(line().parse('می\u200cخواهم')).toBe('می\u200cخواهم')
    expect(refusedWith(line(), `Ghana${RLO}`)).toBe('direction_marks')
    expect(refusedWith(line(), `Gha\u200bna`)).toBe('unreadable_characters')
    expect(refusedWith(line(), `Ghana\u{e0041}`)).toBe('unreadable_characters')
    expect(refusedWith(line(), 'Gha\nna')).toBe('unreadable_characters')
    expect(refusedWith(line(), '  ')).toBe('required')
    expect(refusedWith(line(3), 'abcd')).toBe('too_long')
    expect(line(3).parse('\u{20000}\u{20001}\u{20002}')).toHaveLength(6)
  })
})

describe('names of people', () => {
  test('[T81] a word mixes no alphabets that look alike; a name may have words of several', () => {
    for (const name of [
      'Représentante permanente',
      'Постоянный представитель',
      'Μόνιμος αντιπρόσωπος',
      'الممثل الدائم',
      '常驻代表',
      'Delegate 代表',
      'Drafter (Составитель)',
      'Составитель-Drafter',
      'O’Member',
      'Е\u0308лка',
    ])
      expect(PersonName.safeParse(name).success, name).toBe(true)
    // A Cyrillic a, a Greek omicron, a Cyrillic O before an apostrophe.
    for (const name of ['Dr\u0430fter', 'Drafter of Ghana, Missi\u03bfn', '\u041e’Member', 'Составитель\u0061'])
      expect(refusedWith(PersonName, name), name).toBe('mixed_scripts')
  })
})

describe('search', () => {
  test.each([
    ['L’État', "l'etat"],
    ['ÉTAT', 'etat'],
    ['Ёлка', 'елка'],
    ['مُحَمَّد', 'محمد'],
    ['الإصـــلاح', 'الاصلاح'],
    ['ｕｎ', 'un'],
    ['co\u00adordination', 'coordination'],
    ['a \n\t b', 'a b'],
    ['管理改革', '管理改革'],
  ])('%s is found as %s', (text, folded) => {
    expect(fold(text)).toBe(folded)
    expect(fold(text.normalize('NFD'))).toBe(folded)
  })
})

test('the canonical form does not depend on the order of keys', () => {
  expect(canonical({ b: [{ y: 1, x: null }], a: 'é' })).toBe('{"a":"é","b":[{"x":null,"y":1}]}')
  expect(canonical({ a: 1, b: 2 })).toBe(canonical({ b: 2, a: 1 }))
  expect(canonical([2, 1])).not.toBe(canonical([1, 2]))
})

test('characters are counted as the screen shows them', () => {
  for (const text of ['', 'abc', '\u{20000}b', '\ud800', 'a\udc00\ud800', '\u{1f600}\u{1f600}'])
    expect(characters(text)).toBe([...text].length)
})

test('a text is shown in the reader’s language, else in another with its name', () => {
  expect(inLanguage({ fr: 'oui', en: 'yes' }, 'fr')).toEqual({ text: 'oui', language: 'fr' })
  expect(inLanguage({ fr: 'oui' }, 'ar')).toEqual({ text: 'oui', language: 'fr' })
  expect(inLanguage({}, 'ar')).toEqual({ text: '', language: 'ar' })
})
