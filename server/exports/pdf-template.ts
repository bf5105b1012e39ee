import { NASKH, SERIF, SONG } from './fonts.ts'

// The look of the PDF. Everything a person wrote reaches these functions as a string, never as markup.
export const TEMPLATE = `
#let grey = rgb("#555555")
#let hair = 0.5pt + rgb("#a6a6a6")
#let step = 1.1cm

#let serif = ("${SERIF}", "${NASKH}", "${SONG}")
// Digits and Latin words in an Arabic line are drawn to go with it.
#let naskh = ("${NASKH}", "${SERIF}", "${SONG}")
// Quotation marks and dashes are the width of a character in Chinese, and narrow elsewhere.
#let song = ((name: "${SERIF}", covers: "latin-in-cjk"), "${SONG}", "${NASKH}")

// Arabic and Chinese need other sizes to look as large as Latin, and more room between lines.
#let magnified(language) = if language == "ar" { 1.24 } else if language == "zh" { 0.96 } else { 1.0 }
// A line of its own: within one, a setting of paragraphs would end it.
#let spoken(language, within: "en", line: false, body) = {
  set text(size: magnified(language) / magnified(within) * 1em) if magnified(language) != magnified(within)
  if language == "ar" {
    // Kerned letters stand so far apart that a reading program takes the gap for a space.
    set text(lang: "ar", dir: rtl, font: naskh, kerning: false)
    set par(leading: 0.6em) if not line
    body
  } else if language == "zh" {
    set text(lang: "zh", region: "CN", dir: ltr, font: song)
    set par(leading: 0.78em) if not line
    body
  } else {
    set text(lang: language, region: none, dir: ltr, font: serif, kerning: true)
    set par(leading: 0.58em) if not line
    body
  }
}

#let numbered(label, body) = par[#box(width: step)[#label]#body]
#let delegation(level, body) = heading(level: level, outlined: false, supplement: [], body)
#let remark(body) = block(above: 0.5em, below: 0.75em, sticky: true, text(size: 0.88em, fill: grey, body))
#let item(label, body) = grid(columns: (step, 1fr), label, body)
#let below(body) = grid(columns: (step, 1fr), [], body)
#let note(body) = block(
  width: 100%, above: 1.6em, below: 1.6em, inset: (x: 0.9em, y: 0.9em), stroke: (top: 0.8pt, bottom: 0.8pt), body)
#let boxed(body) = box(stroke: 0.7pt, inset: (x: 5pt, y: 3pt), outset: (y: 0pt), text(weight: 700, size: 0.86em, body))

#let house(title: "", date: none, language: "en", running: (), banner: none, handling: [], page-of: (), body) = {
  set document(title: title, date: date)
  // Edges in numbers, not of the font, so that scripts share a baseline across a row.
  set text(font: serif, size: 10.5pt, top-edge: 0.72em, bottom-edge: 0em, fallback: false, hyphenate: false,
    cjk-latin-spacing: none)
  set par(justify: false, linebreaks: "simple", leading: 0.58em, spacing: 0.85em)
  show: spoken.with(language)
  set page(
    paper: "us-letter",
    margin: (x: 1.45in, top: 1.3in, bottom: 1.1in),
    header-ascent: 22%,
    header: context {
      set text(size: 8.5pt, fill: grey)
      set par(leading: 0.45em, spacing: 0.5em)
      if counter(page).get().first() > 1 {
        block(width: 100%, below: 0.5em, stroke: (bottom: hair), inset: (bottom: 0.5em))[
          #grid(columns: (1fr, auto), column-gutter: 1em, running.at(0), running.at(1))
          #running.at(2)
        ]
      }
      if banner != none { text(fill: black, boxed(banner)) }
    },
    footer: context {
      set text(size: 8.5pt, fill: grey)
      grid(columns: (1fr, auto), handling,
        [#page-of.at(0)#counter(page).display("1")#page-of.at(1)#counter(page).final().first()#page-of.at(2)])
    },
  )
  show heading: it => {
    let sizes = (14pt, 12.5pt, 11.5pt, 10.5pt, 10.5pt)
    let above = (1.9em, 1.6em, 1.5em, 1.6em, 1.5em)
    let own = it.supplement
    set text(size: sizes.at(it.level - 1) * calc.sqrt(magnified(language)), weight: 700)
    set par(leading: 0.5em)
    block(above: above.at(it.level - 1), below: 0.8em, sticky: true, {
      if own != [] and own.func() == box [#own #linebreak()#it.body]
      else if own != [] and language == "ar" [#own #it.body] // ordinals in words are wider than the margin
      else if own != [] [#h(-step)#box(width: step, own)#it.body]
      else { it.body }
    })
  }
  show outline.entry: it => link(it.element.location(), block(above: if it.level == 1 { 0.9em } else { 0.55em }, {
    let own = it.element.supplement
    grid(columns: (step * (it.level - 1), auto, 1fr, auto), column-gutter: (0pt, 0.6em, 1em), [],
      if own == [] [] else { box(width: if own.func() == box or language == "ar" { auto } else { step - 0.6em }, own) },
      it.element.body, it.page())
  }))
  set outline(depth: 3, indent: 0pt)
  set list(marker: ([•], [–]), indent: 0.4em, body-indent: 0.6em)
  set enum(indent: 0.4em, body-indent: 0.6em)
  show list: set block(above: 0.85em, below: 0.85em)
  show enum: set block(above: 0.85em, below: 0.85em)
  show quote: it => block(above: 0.85em, below: 0.85em, inset: (x: step), it.body)
  set table(stroke: (x, y) => (bottom: hair), inset: (x: 0.5em, y: 0.5em))
  show table: set text(size: 0.9em)
  show table: set par(leading: 0.45em)
  body
}

#let masthead(reference, title-body, subtitle, facts) = {
  text(fill: grey, reference)
  v(1.2em)
  {
    set text(size: 20pt, weight: 700)
    set par(leading: 0.4em)
    // The element has a size of its own.
    show title: set text(size: 20pt)
    title(title-body)
  }
  if subtitle != none { block(above: 0.9em, text(size: 13pt, subtitle)) }
  v(1.2em)
  grid(columns: (3.6cm, 1fr), row-gutter: 0.7em, column-gutter: 1em,
    ..facts.map(((name, value)) => (text(fill: grey, name), value)).flatten())
  v(0.8em)
}

#let contents(name) = {
  heading(level: 1, outlined: false, supplement: [], name)
  outline(title: none)
}

#let colophon(..lines) = block(above: 3em, width: 100%, stroke: (top: hair), inset: (top: 0.7em), breakable: false, {
  set text(size: 8pt, fill: grey)
  set par(spacing: 0.5em)
  for line in lines.pos() { par(line) }
})
`
