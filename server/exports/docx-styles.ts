import { directionOf, type Language } from '@consultation/shared/languages.ts'
import {
  AlignmentType,
  type INumberingOptions,
  type IRunOptions,
  type IStylesOptions,
  LevelFormat,
  LevelSuffix,
  TabStopType,
} from 'docx'

export const LANGUAGE_TAGS: Record<Language, string> = {
  ar: 'ar-SA',
  zh: 'zh-CN',
  en: 'en-GB',
  fr: 'fr-FR',
  ru: 'ru-RU',
  es: 'es-ES',
}

/** US Letter, the paper of Headquarters, in twentieths of a point. */
export const PAGE = { width: 12_240, height: 15_840, side: 2_016, top: 1_700, bottom: 1_440 }
export const TEXT_WIDTH = PAGE.width - 2 * PAGE.side
/** One step of indentation. */
export const STEP = 567

const GREY = '595959'

/** The fonts every Word has in these scripts; nothing is embedded. */
export const FONTS = { ascii: 'Times New Roman', hAnsi: 'Times New Roman', cs: 'Times New Roman', eastAsia: 'SimSun' }

const heading = (size: number, before: number): { run: IRunOptions; paragraph: object } => ({
  run: { size, bold: true, color: '000000', font: FONTS },
  paragraph: {
    keepNext: true,
    keepLines: true,
    spacing: { before, after: 120 },
    // The label hangs in the margin, so that headings and paragraphs begin on one line.
    indent: { left: 0, hanging: STEP },
    tabStops: [{ type: TabStopType.LEFT, position: 0 }],
  },
})

const entry = (level: number) => ({
  id: `TOC${level}`,
  name: `toc ${level}`,
  basedOn: 'Normal',
  paragraph: {
    spacing: { before: level === 1 ? 120 : 0, after: 40 },
    indent: { left: STEP * level, hanging: STEP },
    tabStops: [{ type: TabStopType.LEFT, position: STEP * level }],
  },
})

export function stylesIn(language: Language): IStylesOptions {
  const named = (id: string, paragraph: object, run: IRunOptions = {}, basedOn = 'Normal') => ({
    id,
    name: id,
    basedOn,
    quickFormat: true,
    paragraph,
    run,
  })
  return {
    default: {
      document: {
        run: {
          font: FONTS,
          size: 20,
          // Word picks one of the three by the script of each character; text in another language says so itself.
          language: {
            value: language === 'ar' || language === 'zh' ? LANGUAGE_TAGS.en : LANGUAGE_TAGS[language],
            eastAsia: LANGUAGE_TAGS.zh,
            bidirectional: LANGUAGE_TAGS.ar,
          },
        },
        paragraph: { spacing: { after: 120, line: 250 } },
      },
      title: {
        run: { size: 36, bold: true, color: '000000', font: FONTS },
        paragraph: { spacing: { before: 240, after: 80, line: 240 }, alignment: AlignmentType.START },
      },
      heading1: heading(28, 480),
      heading2: heading(24, 360),
      heading3: heading(22, 300),
      heading4: heading(20, 240),
      heading5: heading(20, 200),
      caption: {
        run: { bold: true, size: 20, color: '000000' },
        paragraph: { keepNext: true, spacing: { before: 200, after: 80 } },
      },
    },
    paragraphStyles: [
      named('Subtitle', { spacing: { after: 240 } }, { size: 24 }),
      named('Reference', { spacing: { after: 0 } }, { size: 20, color: GREY }),
      named('Banner', { spacing: { after: 80 } }, { size: 18, bold: true }),
      named('Fact', { spacing: { after: 40 }, indent: { left: 2_200, hanging: 2_200 } }),
      named('Numbered', {}),
      named('Reply', {}),
      // A heading to the reader who moves by headings, and not an entry of the table of contents.
      named('Delegation', { keepNext: true, spacing: { before: 240, after: 60 } }, { bold: true }),
      named('Unlisted', { keepNext: true, spacing: { before: 240, after: 120 } }, { bold: true, size: 22 }),
      named('ReplyNote', { keepNext: true, spacing: { after: 60 } }, { size: 18, color: GREY }),
      named('Quotation', { indent: { left: STEP, right: STEP } }),
      named('Item', { indent: { left: STEP, hanging: STEP } }),
      named('ItemText', { indent: { left: STEP } }),
      named('Note', { indent: { left: 240, right: 240 }, spacing: { after: 100 } }),
      named(
        'NoteTitle',
        { keepNext: true, indent: { left: 240, right: 240 }, spacing: { before: 240, after: 100 } },
        { bold: true },
      ),
      named('Cell', { spacing: { before: 40, after: 40, line: 240 } }, { size: 18 }),
      named('Contents', { keepNext: true, spacing: { before: 360, after: 120 } }, { bold: true, size: 28 }),
      named('Running', { spacing: { after: 0 } }, { size: 16, color: GREY }),
      named('Colophon', { spacing: { before: 60, after: 0 } }, { size: 16, color: GREY }),
      entry(1),
      entry(2),
      entry(3),
    ],
  }
}

/** Lists for Word to count: paragraphs through the document, and the lists inside replies. */
export function numberingIn(language: Language): INumberingOptions {
  const levels = [0, 1, 2, 3, 4]
  const indentOf = (level: number) => ({ paragraph: { indent: { left: STEP * (level + 1), hanging: 340 } } })
  return {
    config: [
      {
        reference: 'paragraphs',
        levels: [
          {
            level: 0,
            format: LevelFormat.DECIMAL,
            text: language === 'ar' ? '%1 -' : '%1.',
            alignment: AlignmentType.START,
            start: 1,
            suffix: LevelSuffix.TAB,
            style: {
              paragraph: { indent: { left: 0, firstLine: 0 }, leftTabStop: STEP },
            },
          },
        ],
      },
      {
        reference: 'bulleted',
        levels: levels.map((level) => ({
          level,
          format: LevelFormat.BULLET,
          text: level % 2 ? '–' : '•',
          style: indentOf(level),
        })),
      },
      {
        reference: 'ordered',
        levels: levels.map((level) => ({
          level,
          format: level % 2 ? LevelFormat.LOWER_LETTER : LevelFormat.DECIMAL,
          text: `%${level + 1}.`,
          style: indentOf(level),
        })),
      },
    ],
  }
}

export const isRightToLeft = (language: Language) => directionOf(language) === 'rtl'
