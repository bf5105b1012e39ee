import { type KeyboardEvent, useEffect, useId, useMemo, useRef, useState } from 'react'
import { useWords } from '../words/index.ts'
import { Field, type FieldText, type Option } from './Field.tsx'

type Props<V extends string> = FieldText & {
  id?: string
  value: V | null
  onChange: (value: V | null) => void
  options: readonly Option<V>[]
}

const MARKS = /\p{Diacritic}/gu
/** Typed without accents or capitals it is found all the same: cote finds Côte d’Ivoire. */
const folded = (text: string) => text.normalize('NFD').replace(MARKS, '').replaceAll('’', "'").toLowerCase()

/**
 * One of many, found by typing (WAI-ARIA combobox with a list). The focus stays in the field; arrows move through what fits,
 * Enter takes it, Escape gives back what was chosen before. Emptying the field chooses nothing.
 */
export function Combobox<V extends string>({ id, label, help, error, optional, value, onChange, options }: Props<V>) {
  const t = useWords()
  const listId = useId()
  const list = useRef<HTMLDivElement>(null)
  /** What is being typed; null while nobody types and the chosen one is shown. */
  const [typed, setTyped] = useState<string | null>(null)
  const [open, setOpen] = useState(false)
  const [active, setActive] = useState(0)

  const chosen = options.find((option) => option.value === value)?.label ?? ''
  const fitting = useMemo(() => {
    const wanted = folded(typed ?? '')
    return options.filter((option) => folded(option.label).includes(wanted))
  }, [options, typed])
  const pointed = open ? fitting[active] : undefined
  const optionId = (option: Option<V>) => `${listId}-${option.value}`

  useEffect(() => {
    if (open) list.current?.children[active]?.scrollIntoView({ block: 'nearest' })
  }, [open, active])

  function choose(option: Option<V>) {
    onChange(option.value)
    close()
  }

  function close() {
    setTyped(null)
    setOpen(false)
  }

  function show(at: number) {
    setOpen(true)
    setActive(at)
  }

  function type(text: string) {
    setTyped(text)
    show(0)
    if (text === '') onChange(null)
  }

  function press(event: KeyboardEvent) {
    switch (event.key) {
      case 'ArrowDown':
      case 'ArrowUp': {
        event.preventDefault()
        const step = event.key === 'ArrowDown' ? 1 : -1
        const count = Math.max(fitting.length, 1)
        if (open) setActive((active + step + count) % count)
        else
          show(
            Math.max(
              options.findIndex((option) => option.value === value),
              0,
            ),
          )
        return
      }
      case 'Enter':
        if (!open) return
        event.preventDefault()
        if (pointed) choose(pointed)
        return
      case 'Escape':
        if (!open) return
        // The list closes, not the dialog around it.
        event.preventDefault()
        event.stopPropagation()
        close()
    }
  }

  return (
    <Field {...{ id, label, help, error, optional: optional ?? false }}>
      {(wired) => (
        <div className="combobox">
          <input
            {...wired}
            className="input"
            role="combobox"
            aria-expanded={open}
            aria-controls={listId}
            aria-autocomplete="list"
            aria-activedescendant={pointed && optionId(pointed)}
            autoComplete="off"
            spellCheck={false}
            dir="auto"
            value={typed ?? chosen}
            onChange={(event) => type(event.target.value)}
            onKeyDown={press}
            onClick={() => (open ? undefined : show(0))}
            onFocus={(event) => event.target.select()}
            onBlur={close}
          />
          <div
            ref={list}
            id={listId}
            role="listbox"
            aria-label={t('choices')}
            className="combobox-list"
            tabIndex={-1}
            hidden={!open}
          >
            {fitting.map((option) => (
              // biome-ignore lint/a11y/useKeyWithClickEvents: the keys are the field's, where the focus stays
              <div
                key={option.value}
                id={optionId(option)}
                role="option"
                tabIndex={-1}
                aria-selected={option.value === value}
                data-pointed={option === pointed || undefined}
                onPointerDown={(event) => event.preventDefault()}
                onClick={() => choose(option)}
              >
                {option.label}
              </div>
            ))}
          </div>
          {open && fitting.length === 0 && <p className="combobox-none">{t('no_matches')}</p>}
          <span className="visually-hidden" role="status">
            {open && typed !== null && t('matches', { count: fitting.length })}
          </span>
        </div>
      )}
    </Field>
  )
}
