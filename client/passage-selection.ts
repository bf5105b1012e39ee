import type { Passage } from '@consultation/shared/links.ts'

/** A paragraph without the spaces around it. */
export const wholeParagraph = (paragraph: number, text: string): Passage => ({
  paragraph,
  from: text.length - text.trimStart().length,
  to: text.trimEnd().length,
})

/**
 * What is selected within a place whose paragraphs are marked `data-paragraph`; null where nothing is, or more than one of them.
 * `inside` says whether the selection is there at all: one made elsewhere changes nothing here.
 */
export function passageIn(place: HTMLElement | null): { inside: boolean; passage: Passage | null } {
  const selection = document.getSelection()
  const range = selection && selection.rangeCount > 0 ? selection.getRangeAt(0) : null
  if (!place || !range || !place.contains(range.startContainer)) return { inside: false, passage: null }
  const start = range.startContainer
  const paragraph = (start instanceof Element ? start : start.parentElement)?.closest<HTMLElement>('[data-paragraph]')
  if (range.collapsed || !paragraph) return { inside: true, passage: null }
  const before = document.createRange()
  before.selectNodeContents(paragraph)
  before.setEnd(range.startContainer, range.startOffset)
  const all = paragraph.textContent ?? ''
  // Selecting to the end of a line often ends at the beginning of the next.
  const reaches = paragraph.contains(range.endContainer)
    ? before.toString().length + range.toString().length
    : all.length
  const words = all.slice(before.toString().length, reaches)
  const from = before.toString().length + words.length - words.trimStart().length
  const to = from + words.trim().length
  return { inside: true, passage: from < to ? { paragraph: Number(paragraph.dataset.paragraph), from, to } : null }
}
