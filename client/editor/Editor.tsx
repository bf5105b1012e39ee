import { formatNumber } from '@consultation/shared/house-style.ts'
import { directionOf, type Language } from '@consultation/shared/languages.ts'
import { ANSWER_MAX, type Block, blocksOf, characters, plainText } from '@consultation/shared/text.ts'
import { Editor as TextEditor } from '@tiptap/core'
import { Slice } from '@tiptap/pm/model'
import type { EditorView } from '@tiptap/pm/view'
import { useEffect, useEffectEvent, useRef, useState } from 'react'
import { tell } from '../ui/Toast.tsx'
import { useWords } from '../words/index.ts'
import { EditorToolbar } from './EditorToolbar.tsx'
import { extensions } from './editor-schema.ts'
import { markupOf } from './markup.ts'
import { blocksFromPasted } from './pasted.ts'
import { blocksFrom, type ProseNode, proseOf } from './prose.ts'
import './editor.css'

type Props = {
  id: string
  label: string
  blocks: Block[]
  /** Grows when the text was replaced by something that was not typed here. */
  arrival: number
  language: Language
  onChange: (blocks: Block[]) => void
}

/** The editor of an answer. What it shows and what is kept are one text: it can hold nothing that the text cannot. */
export function Editor({ id, label, blocks, arrival, language, onChange }: Props) {
  const t = useWords('answering')
  const place = useRef<HTMLDivElement>(null)
  const [editor, setEditor] = useState<TextEditor | null>(null)
  const shown = (n: number) => formatNumber(n, t.language)
  const changed = useEffectEvent((document: ProseNode) => onChange(blocksFrom(document)))
  const begin = useEffectEvent(() => ({ content: proseOf(blocks), label, language }))
  const tooLong = useEffectEvent((count: number) =>
    tell(t('paste_too_long', { count: shown(count), max: shown(ANSWER_MAX) })),
  )

  useEffect(() => {
    const first = begin()
    const made = new TextEditor({
      element: place.current,
      extensions,
      content: first.content,
      injectCSS: false,
      editorProps: {
        attributes: { id, role: 'textbox', 'aria-multiline': 'true', 'aria-label': first.label, class: 'said' },
        // Before the editor's own reading of the clipboard, which would apply Word's styles and keep less of its lists.
        handleDOMEvents: { paste: (view, event) => paste(view, event, tooLong) },
        handleKeyDown: (view, event) => {
          // A line break inside a paragraph has no place in the text: a new paragraph it is.
          if (event.key !== 'Enter' || !event.shiftKey) return false
          event.preventDefault()
          const enter = new KeyboardEvent('keydown', { key: 'Enter' })
          view.someProp('handleKeyDown', (handle) => handle(view, enter))
          return true
        },
      },
      onUpdate: ({ editor: now }) => changed(now.getJSON() as ProseNode),
    })
    setEditor(made)
    return () => made.destroy()
  }, [id])

  useEffect(() => {
    const dom = editor?.view.dom
    if (!dom) return
    dom.setAttribute('aria-label', label)
    dom.setAttribute('lang', language)
    dom.setAttribute('dir', directionOf(language))
  }, [editor, label, language])

  const replacement = useEffectEvent(() => blocks)
  const arrived = useRef(arrival)
  useEffect(() => {
    if (!editor || arrived.current === arrival) return
    arrived.current = arrival
    replaceDifference(editor, replacement())
  }, [editor, arrival])

  const count = characters(plainText(blocks))
  return (
    <div className="editor">
      {editor && <EditorToolbar editor={editor} controls={id} />}
      <div className="editor-page" ref={place} />
      {count > ANSWER_MAX * 0.9 && (
        <p className={count > ANSWER_MAX ? 'field-error' : 'quiet small'} role="status">
          {t('characters_of', { count: shown(count), max: shown(ANSWER_MAX) })}
        </p>
      )}
    </div>
  )
}

/** Changes only what differs, so that the caret and what is selected elsewhere in the text stay where they are. */
function replaceDifference(editor: TextEditor, blocks: Block[]) {
  const next = editor.schema.nodeFromJSON(proseOf(blocks))
  const { doc } = editor.state
  const from = doc.content.findDiffStart(next.content)
  if (from === null) return
  const end = doc.content.findDiffEnd(next.content)
  if (!end) return
  // Where a letter repeats, both searches may meet it: neither end may lie before the beginning.
  const overlap = Math.max(0, from - Math.min(end.a, end.b))
  const change = editor.state.tr.replace(from, end.a + overlap, next.slice(from, end.b + overlap))
  editor.view.dispatch(change.setMeta('addToHistory', false).setMeta('preventUpdate', true))
}

/** Takes what the text can hold out of the clipboard. Too much is not inserted at all: half a paste is worse than none. */
function paste(view: EditorView, event: ClipboardEvent, tooLong: (count: number) => void): boolean {
  const html = event.clipboardData?.getData('text/html') ?? ''
  const text = event.clipboardData?.getData('text/plain') ?? ''
  if (html === '' && text === '') return false
  event.preventDefault()
  const blocks = html === '' ? blocksOf(text) : blocksFromPasted(markupOf(html))
  const pasted = characters(plainText(blocks))
  const selected = view.state.selection
  const kept = view.state.doc.textContent.length - view.state.doc.textBetween(selected.from, selected.to).length
  if (pasted + kept > ANSWER_MAX) {
    tooLong(pasted)
    return true
  }
  if (blocks.length === 0) return true
  const pastedDocument = view.state.schema.nodeFromJSON(proseOf(blocks))
  view.dispatch(view.state.tr.replaceSelection(Slice.maxOpen(pastedDocument.content)).scrollIntoView())
  return true
}
