import { type IContext, type IXmlableObject, Paragraph, type ParagraphChild, TextRun } from 'docx'

// A compilation has thousands of runs in a dozen forms. The package builds the properties of each anew; here each form is
// built once and shared. Text is still escaped, and the file still written, by the package.

export type RunForm = { bold?: boolean; italic?: boolean; rightToLeft?: boolean; latin?: string; eastAsia?: string }

const element = (name: string, attributes: Record<string, string> = {}): IXmlableObject =>
  Object.keys(attributes).length > 0 ? { [name]: { _attr: attributes } } : { [name]: {} }

const runProperties = new Map<string, IXmlableObject | undefined>()

function propertiesOf(form: RunForm): IXmlableObject | undefined {
  const key = `${form.bold}${form.italic}${form.rightToLeft}${form.latin}${form.eastAsia}`
  if (!runProperties.has(key)) {
    // In the order the schema of the format demands.
    const children = [
      ...(form.eastAsia ? [element('w:rFonts', { 'w:hint': 'eastAsia' })] : []),
      ...(form.bold ? [element('w:b'), element('w:bCs')] : []),
      ...(form.italic ? [element('w:i'), element('w:iCs')] : []),
      ...(form.rightToLeft ? [element('w:rtl')] : []),
      ...(form.latin ? [element('w:lang', { 'w:val': form.latin })] : []),
      ...(form.eastAsia ? [element('w:lang', { 'w:eastAsia': form.eastAsia })] : []),
      ...(form.rightToLeft ? [element('w:lang', { 'w:bidi': 'ar-SA' })] : []),
    ]
    runProperties.set(key, children.length > 0 ? Object.freeze({ 'w:rPr': Object.freeze(children) }) : undefined)
  }
  return runProperties.get(key)
}

const PRESERVE = Object.freeze({ _attr: Object.freeze({ 'xml:space': 'preserve' }) })

/** Words in one form, with nothing else in the run. */
export class Words extends TextRun {
  private readonly written: IXmlableObject
  constructor(text: string, form: RunForm = {}) {
    super({})
    const properties = propertiesOf(form)
    const content = text.trim() === text ? { 'w:t': text } : { 'w:t': [PRESERVE, text] }
    this.written = { 'w:r': properties ? [properties, content] : [content] }
  }
  override prepForXml(): IXmlableObject {
    return this.written
  }
}

export type LineForm = { style: string; rightToLeft: boolean; indent?: number; outlineLevel?: number }

const lineProperties = new Map<string, IXmlableObject>()

function linePropertiesOf(form: LineForm): IXmlableObject {
  const key = `${form.style} ${form.rightToLeft} ${form.indent} ${form.outlineLevel}`
  let properties = lineProperties.get(key)
  if (!properties) {
    properties = Object.freeze({
      'w:pPr': Object.freeze([
        element('w:pStyle', { 'w:val': form.style }),
        ...(form.rightToLeft ? [element('w:bidi')] : []),
        ...(form.indent ? [element('w:ind', { 'w:left': String(form.indent) })] : []),
        ...(form.outlineLevel !== undefined ? [element('w:outlineLvl', { 'w:val': String(form.outlineLevel) })] : []),
      ]),
    })
    lineProperties.set(key, properties)
  }
  return properties
}

/** A paragraph that is all style and words. */
export class Line extends Paragraph {
  private readonly content: ParagraphChild[]
  private readonly form: IXmlableObject
  constructor(form: LineForm, content: ParagraphChild[]) {
    super({})
    this.form = linePropertiesOf(form)
    this.content = content
  }
  override prepForXml(context: IContext): IXmlableObject {
    const children = this.content.flatMap((child) => ('prepForXml' in child ? (child.prepForXml(context) ?? []) : []))
    return { 'w:p': [this.form, ...children] }
  }
}
