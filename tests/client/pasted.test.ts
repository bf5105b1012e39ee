import { Blocks, plainText } from '@consultation/shared/text.ts'
import { type DefaultTreeAdapterTypes, parse } from 'parse5'
import { expect, test } from 'vitest'
import { linkAddress } from '../../client/editor/link-address.ts'
import { blocksFromPasted, type Markup } from '../../client/editor/pasted.ts'
import { quietStyles } from '../../client/editor/quiet-styles.ts'

type Node = DefaultTreeAdapterTypes.ChildNode

/** The clipboard as a browser reads it (parse5 follows the same standard), made into the values the client makes of it. */
function pasted(html: string) {
  const plain = (node: Node): Markup[] => {
    if (node.nodeName === '#text' && 'value' in node) return [node.value]
    if (!('tagName' in node)) return []
    return [
      {
        name: node.tagName,
        attributes: Object.fromEntries(node.attrs.map(({ name, value }) => [name, value])),
        children: node.childNodes.flatMap(plain),
      },
    ]
  }
  const body = parse(html).childNodes.flatMap((node) => ('childNodes' in node ? node.childNodes : []))
  const found = body.find((node) => node.nodeName === 'body')
  const blocks = blocksFromPasted(found && 'childNodes' in found ? found.childNodes.flatMap(plain) : [])
  expect(Blocks.safeParse(blocks).error).toBeUndefined()
  return blocks
}

const paragraph = (text: string) => ({ kind: 'paragraph', content: [{ text }] })

// As Word puts it on the clipboard, shortened in its style sheet only.
const WORD = `<html xmlns:v="urn:schemas-microsoft-com:vml" xmlns:o="urn:schemas-microsoft-com:office:office" xmlns:w="urn:schemas-microsoft-com:office:word">
<head><meta name=Generator content="Microsoft Word 15"><style><!-- p.MsoNormal {margin:0cm;font-family:"Calibri",sans-serif;} @list l0:level1 {mso-level-number-format:bullet;} --></style>
<!--[if gte mso 9]><xml><o:OfficeDocumentSettings><o:AllowPNG/></o:OfficeDocumentSettings></xml><![endif]--></head>
<body lang=EN-GB style='tab-interval:36.0pt'><!--StartFragment-->
<p class=MsoNormal style='margin-bottom:8.0pt'><span style='font-size:12.0pt;color:#1F4E79'>The delegation of <b style='mso-bidi-font-weight:normal'>Ghana</b> welcomes
the questions<span style='mso-spacerun:yes'>  </span>and notes <i>inter alia</i>:<o:p></o:p></span></p>
<p class=MsoListParagraphCxSpFirst style='margin-left:36.0pt;mso-add-space:auto;text-indent:-18.0pt;mso-list:l0 level1 lfo1'><![if !supportLists]><span style='font-family:Symbol;mso-fareast-font-family:Symbol'><span style='mso-list:Ignore'>·<span style='font:7.0pt "Times New Roman"'>&nbsp;&nbsp;&nbsp;&nbsp;&nbsp; </span></span></span><![endif]>Simpler procedures<o:p></o:p></p>
<p class=MsoListParagraphCxSpMiddle style='margin-left:72.0pt;mso-add-space:auto;text-indent:-18.0pt;mso-list:l0 level2 lfo1'><![if !supportLists]><span style='font-family:"Courier New"'><span style='mso-list:Ignore'>o<span style='font:7.0pt "Times New Roman"'>&nbsp;&nbsp; </span></span></span><![endif]>for recruitment<o:p></o:p></p>
<p class=MsoListParagraphCxSpMiddle style='margin-left:72.0pt;mso-add-space:auto;text-indent:-18.0pt;mso-list:l0 level2 lfo1'><![if !supportLists]><span style='font-family:"Courier New"'><span style='mso-list:Ignore'>o<span style='font:7.0pt "Times New Roman"'>&nbsp;&nbsp; </span></span></span><![endif]>for travel<o:p></o:p></p>
<p class=MsoListParagraphCxSpLast style='margin-left:36.0pt;mso-add-space:auto;text-indent:-18.0pt;mso-list:l0 level1 lfo1'><![if !supportLists]><span style='font-family:Symbol'><span style='mso-list:Ignore'>·<span style='font:7.0pt "Times New Roman"'>&nbsp;&nbsp;&nbsp;&nbsp; </span></span></span><![endif]>A shorter budget cycle<o:p></o:p></p>
<p class=MsoListParagraph style='margin-left:36.0pt;text-indent:-18.0pt;mso-list:l1 level1 lfo2'><![if !supportLists]><span lang=EN-US><span style='mso-list:Ignore'>1.<span style='font:7.0pt "Times New Roman"'>&nbsp;&nbsp;&nbsp;&nbsp; </span></span></span><![endif]>First measure<o:p></o:p></p>
<p class=MsoListParagraph style='margin-left:36.0pt;text-indent:-18.0pt;mso-list:l1 level1 lfo2'><![if !supportLists]><span lang=EN-US><span style='mso-list:Ignore'>2.<span style='font:7.0pt "Times New Roman"'>&nbsp;&nbsp;&nbsp;&nbsp; </span></span></span><![endif]>Second measure<o:p></o:p></p>
<p class=MsoNormal>See <a href="https://www.un.org/en/ga/72/">the seventy-second session</a>.<o:p></o:p></p>
<p class=MsoNormal><o:p>&nbsp;</o:p></p>
<!--EndFragment--></body></html>`

test('a paste from Word keeps words, emphasis and links, and makes its list paragraphs lists again', () => {
  expect(pasted(WORD)).toEqual([
    {
      kind: 'paragraph',
      content: [
        { text: 'The delegation of ' },
        { text: 'Ghana', bold: true },
        { text: ' welcomes the questions and notes ' },
        { text: 'inter alia', italic: true },
        { text: ':' },
      ],
    },
    {
      kind: 'list',
      ordered: false,
      items: [
        [
          paragraph('Simpler procedures'),
          { kind: 'list', ordered: false, items: [[paragraph('for recruitment')], [paragraph('for travel')]] },
        ],
        [paragraph('A shorter budget cycle')],
      ],
    },
    { kind: 'list', ordered: true, items: [[paragraph('First measure')], [paragraph('Second measure')]] },
    {
      kind: 'paragraph',
      content: [
        { text: 'See ' },
        { text: 'the seventy-second session', link: 'https://www.un.org/en/ga/72/' },
        { text: '.' },
      ],
    },
  ])
})

test('a numbered Word list in Arabic and one with letters are numbered lists', () => {
  const item = (marker: string, words: string) =>
    `<p class=MsoListParagraph dir=RTL style='mso-list:l3 level1 lfo4'><![if !supportLists]><span style='mso-list:Ignore'>${marker}<span>&nbsp; </span></span><![endif]><span lang=AR-SA>${words}</span></p>`
  expect(pasted(item('1-', 'الإجراءات') + item('2-', 'الميزانية'))).toEqual([
    { kind: 'list', ordered: true, items: [[paragraph('الإجراءات')], [paragraph('الميزانية')]] },
  ])
  expect(pasted(item('(a)', 'one') + item('(b)', 'two'))).toMatchObject([{ kind: 'list', ordered: true }])
})

test('lists, quotations and emphasis of a web page or of LibreOffice are kept, also where they stand in one another', () => {
  const html = `<p style="margin-bottom:0cm"><font face="Liberation Serif">We <strong>agree</strong> &ndash; d&rsquo;accord.</font></p>
    <ul><li><p>one</p></li><li>two<ol><li>inner</li></ol></li></ul>
    <blockquote><p>Quoted</p></blockquote>`
  expect(pasted(html)).toEqual([
    {
      kind: 'paragraph',
      content: [{ text: 'We ' }, { text: 'agree', bold: true }, { text: ' – d’accord.' }],
    },
    {
      kind: 'list',
      ordered: false,
      items: [[paragraph('one')], [paragraph('two'), { kind: 'list', ordered: true, items: [[paragraph('inner')]] }]],
    },
    { kind: 'quotation', content: [paragraph('Quoted')] },
  ])
})

test('a document of Google, wrapped in a bold that is not bold, is not bold', () => {
  const html = `<meta charset='utf-8'><b style="font-weight:normal;" id="docs-internal-guid-1"><p dir="ltr"><span style="font-weight:400">Plain</span><span style="font-weight:700"> bold</span></p></b>`
  expect(pasted(html)).toEqual([{ kind: 'paragraph', content: [{ text: 'Plain' }, { text: ' bold', bold: true }] }])
})

test('headings, tables, line breaks and pictures leave their words, one paragraph each', () => {
  const html = `<h1>Title</h1><p>first<br>second</p><table><tr><td>Left</td><td>Right</td></tr></table><img src="x.png" alt="no"><hr>`
  expect(plainText(pasted(html))).toBe('Title\nfirst\nsecond\nLeft Right')
})

test('[T86] nothing that runs, loads or hides comes in: scripts, styles, forms, hidden text', () => {
  const html = `<p>Seen<script>alert(1)</script><style>p{}</style><img src=x onerror=alert(1)><svg><script>alert(1)</script></svg>
    <span style="display:none">hidden</span><span style="mso-hide:all">hidden too</span>
    <a href="javascript:alert(1)">link</a><a href="data:text/html,x">more</a></p><math><mtext><b>formula</b></mtext></math><template><p>no</p></template>`
  const blocks = pasted(html)
  expect(JSON.stringify(blocks)).not.toMatch(/alert|hidden|javascript|data:|formula|template/)
  expect(plainText(blocks)).toBe('Seen linkmore')
})

test('a link that hides where it leads behind a name falls away, its words stay', () => {
  const blocks = pasted('<p>See <a href="https://www.un.org@elsewhere.example.org/">the report</a></p>')
  expect(blocks).toEqual([{ kind: 'paragraph', content: [{ text: 'See the report' }] }])
})

test('[T80] direction marks that could deceive fall away, those that Arabic needs stay', () => {
  const blocks = pasted('<p>pay\u202eevil\u202c and \u200fعربي\u200f</p>')
  expect(plainText(blocks)).toBe('payevil and \u200fعربي\u200f')
})

test('lists deeper than a text may hold lose their depth, not their words', () => {
  const html = `${'<ul><li>level'.repeat(9)}${'</li></ul>'.repeat(9)}`
  expect(plainText(pasted(html)).split('level').length - 1).toBe(9)
})

test('an item of Word that begins below the first level is still an item', () => {
  const html = `<p style='mso-list:l0 level2 lfo1'><span style='mso-list:Ignore'>o </span>deep</p><p style='mso-list:l0 level1 lfo1'><span style='mso-list:Ignore'>· </span>top</p>`
  expect(plainText(pasted(html))).toBe('deep\ntop')
})

test('styles are read but do nothing: the browser never sees one', () => {
  const quiet = quietStyles(WORD)
  expect(quiet).not.toMatch(/<style|\sstyle\s*=/i)
  expect(quiet).toContain(
    "data-style='margin-left:36.0pt;mso-add-space:auto;text-indent:-18.0pt;mso-list:l0 level1 lfo1'",
  )
  expect(quietStyles('<p>in good style="yes"</p>')).toBe('<p>in good style="yes"</p>')
  expect(quietStyles('<style>p{}')).toBe('')
  const started = performance.now()
  quietStyles('<style>'.repeat(15_000) + '<p style='.repeat(15_000))
  expect(performance.now() - started).toBeLessThan(5_000)
})

test('2 MB pasted are read in a moment', () => {
  const html = `<p class=MsoNormal style='mso-list:l0 level1 lfo1'><span style='mso-list:Ignore'>1. </span>${'word '.repeat(40)}<o:p></o:p></p>`
  const started = performance.now()
  const blocks = blocksFromPasted(
    Array.from({ length: 6_000 }, () => ({
      name: 'p',
      attributes: { style: 'mso-list:l0 level1 lfo1' },
      children: [html.slice(90, 300)],
    })),
  )
  expect(blocks.length).toBeGreaterThan(0)
  expect(performance.now() - started).toBeLessThan(20_000)
})

test('an address opens a page or a letter, or is none', () => {
  expect(linkAddress('www.un.org')).toBe('https://www.un.org/')
  expect(linkAddress(' https://www.un.org/a?b=c ')).toBe('https://www.un.org/a?b=c')
  expect(linkAddress('mission@example.org')).toBe('mailto:mission@example.org')
  for (const wrong of [
    '',
    'javascript:alert(1)',
    'data:text/html,x',
    'file:///etc/passwd',
    'word',
    'https://',
    'ftp://un.org',
    'https://www.un.org@elsewhere.example.org/',
    'https://reader:secret@example.org/',
    'www.un.org:80@elsewhere.example.org',
  ])
    expect(linkAddress(wrong), wrong).toBeNull()
})
