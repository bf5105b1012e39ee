import type { Editor } from '@tiptap/core'
import { type KeyboardEvent, type ReactNode, useRef, useState, useSyncExternalStore } from 'react'
import { Button } from '../ui/Button.tsx'
import { Actions, Dialog } from '../ui/Dialog.tsx'
import { TextInput } from '../ui/Field.tsx'
import { useWords } from '../words/index.ts'
import { linkAddress } from './link-address.ts'

const isMac = /Mac|iPhone|iPad/.test(navigator.platform)
const keys = (rest: string) => (isMac ? `⌘${rest}` : `Ctrl+${rest}`)

type Tool = { name: string; icon: ReactNode; on?: boolean; off?: boolean; act: () => void; hint?: string }

/** One stop of the Tab key; the arrows go from tool to tool. */
export function EditorToolbar({ editor, controls }: { editor: Editor; controls: string }) {
  const t = useWords('answering')
  useSyncExternalStore(
    (redraw) => {
      editor.on('transaction', redraw)
      return () => void editor.off('transaction', redraw)
    },
    () => editor.state,
  )
  const [at, setAt] = useState(0)
  const bar = useRef<HTMLDivElement>(null)
  const [linking, setLinking] = useState(false)
  const chain = () => editor.chain().focus()

  const tools: Tool[] = [
    {
      name: t('tool_bold'),
      icon: <b>B</b>,
      on: editor.isActive('bold'),
      act: () => chain().toggleBold().run(),
      hint: keys('B'),
    },
    {
      name: t('tool_italic'),
      icon: <i>I</i>,
      on: editor.isActive('italic'),
      act: () => chain().toggleItalic().run(),
      hint: keys('I'),
    },
    {
      name: t('tool_bullets'),
      icon: <Icon d="M2 4h1M2 8h1M2 12h1M6 4h8M6 8h8M6 12h8" />,
      on: editor.isActive('bulletList'),
      act: () => chain().toggleBulletList().run(),
    },
    {
      name: t('tool_numbers'),
      icon: <Icon d="M2.2 2.5v3M1.5 7.5h1.8L1.5 10h1.8M1.5 12h1.6v2.5H1.5M6 4h8M6 8.7h8M6 13.4h8" />,
      on: editor.isActive('orderedList'),
      act: () => chain().toggleOrderedList().run(),
    },
    {
      name: t('tool_deeper'),
      icon: <Icon d="M2 3h12M8 8h6M2 13h12M2 6l3 2-3 2" mirrored />,
      off: !editor.can().sinkListItem('listItem'),
      act: () => chain().sinkListItem('listItem').run(),
    },
    {
      name: t('tool_shallower'),
      icon: <Icon d="M2 3h12M8 8h6M2 13h12M5 6L2 8l3 2" mirrored />,
      off: !editor.can().liftListItem('listItem'),
      act: () => chain().liftListItem('listItem').run(),
    },
    {
      name: t('tool_quotation'),
      icon: <Icon d="M3 2.5v11M6 4h8M6 8h8M6 12h5" mirrored />,
      on: editor.isActive('blockquote'),
      act: () => chain().toggleBlockquote().run(),
    },
    {
      name: t('tool_link'),
      icon: <Icon d="M6.5 9.5l3-3M7 4.5l1.5-1.5a3 3 0 0 1 4.3 4.3L11.3 9M9 11.5L7.5 13a3 3 0 0 1-4.3-4.3L4.7 7" />,
      on: editor.isActive('link'),
      act: () => setLinking(true),
    },
    {
      name: t('undo'),
      icon: <Icon d="M5 3L2 6l3 3M2 6h8a4 4 0 0 1 0 8H7" mirrored />,
      off: !editor.can().undo(),
      act: () => chain().undo().run(),
      hint: keys('Z'),
    },
    {
      name: t('tool_redo'),
      icon: <Icon d="M11 3l3 3-3 3M14 6H6a4 4 0 0 0 0 8h3" mirrored />,
      off: !editor.can().redo(),
      act: () => chain().redo().run(),
      hint: isMac ? '⇧⌘Z' : 'Ctrl+Y',
    },
  ]

  function move(event: KeyboardEvent) {
    const rtl = document.documentElement.dir === 'rtl'
    const step = { ArrowRight: rtl ? -1 : 1, ArrowLeft: rtl ? 1 : -1, Home: -at, End: tools.length - 1 - at }[event.key]
    if (step === undefined) return
    event.preventDefault()
    const next = (at + step + tools.length) % tools.length
    setAt(next)
    bar.current?.querySelectorAll('button')[next]?.focus()
  }

  return (
    <>
      <div className="tools" role="toolbar" aria-label={t('tools')} aria-controls={controls} ref={bar} onKeyDown={move}>
        {tools.map(({ name, icon, on, off, act, hint }, index) => (
          <button
            key={name}
            type="button"
            className="tool"
            tabIndex={index === at ? 0 : -1}
            aria-label={name}
            title={hint ? `${name} (${hint})` : name}
            aria-pressed={on}
            aria-disabled={off || undefined}
            onFocus={() => setAt(index)}
            // The selection stays in the text when a tool is pressed by pointer.
            onMouseDown={(event) => event.preventDefault()}
            onClick={() => !off && act()}
          >
            {icon}
          </button>
        ))}
      </div>
      {linking && <LinkDialog editor={editor} onClose={() => setLinking(false)} />}
    </>
  )
}

const Icon = ({ d, mirrored = false }: { d: string; mirrored?: boolean }) => (
  <svg viewBox="0 0 16 16" aria-hidden="true" className={mirrored ? 'mirrored' : undefined}>
    <path d={d} fill="none" stroke="currentColor" strokeWidth="1.5" strokeLinecap="round" strokeLinejoin="round" />
  </svg>
)

function LinkDialog({ editor, onClose }: { editor: Editor; onClose: () => void }) {
  const t = useWords('answering')
  const before: unknown = editor.getAttributes('link').href
  const [typed, setTyped] = useState(typeof before === 'string' ? before : '')
  const [wrong, setWrong] = useState(false)

  function set() {
    const href = linkAddress(typed)
    if (!href) return setWrong(true)
    onClose()
    const at = editor.chain().focus().extendMarkRange('link')
    if (editor.state.selection.empty && !editor.isActive('link')) {
      at.insertContent({ type: 'text', text: typed.trim(), marks: [{ type: 'link', attrs: { href } }] }).run()
    } else at.setLink({ href }).run()
  }

  return (
    <Dialog open title={t('tool_link')} onClose={onClose}>
      <form
        className="stack"
        noValidate
        onSubmit={(event) => {
          event.preventDefault()
          set()
        }}
      >
        <TextInput
          label={t('link_address')}
          help={t('link_address_help')}
          value={typed}
          onChange={(value) => {
            setTyped(value)
            setWrong(false)
          }}
          error={wrong ? t('link_not_allowed') : undefined}
          type="url"
          inputMode="url"
          dir="ltr"
          autoComplete="off"
        />
        <Actions>
          <Button type="submit" kind="filled">
            {t('set_link')}
          </Button>
          {typeof before === 'string' && (
            <Button
              onClick={() => {
                onClose()
                editor.chain().focus().extendMarkRange('link').unsetLink().run()
              }}
            >
              {t('remove_link')}
            </Button>
          )}
          <Button onClick={onClose}>{t('close')}</Button>
        </Actions>
      </form>
    </Dialog>
  )
}
