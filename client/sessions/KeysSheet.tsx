import { useEffect, useState } from 'react'
import { Button } from '../ui/Button.tsx'
import { Actions, Dialog } from '../ui/Dialog.tsx'
import { Checkbox } from '../ui/Field.tsx'
import { useWords } from '../words/index.ts'

const OFF = 'room-keys-off'
/** Controls name their key themselves (`data-key`): what is not on the page has none, and the sheet lists what there is. */
const controlFor = (key: string) => document.querySelector<HTMLElement>(`[data-key="${CSS.escape(key)}"]`)
const isTyping = (target: EventTarget | null) =>
  target instanceof HTMLElement && (target.isContentEditable || /^(INPUT|TEXTAREA|SELECT)$/.test(target.tagName))

type Listed = { key: string; name: string }

function keysOnPage(): Listed[] {
  return [...document.querySelectorAll<HTMLElement>('[data-key]')].map((control) => ({
    key: control.dataset.key ?? '',
    name: control.dataset.keyName ?? control.getAttribute('aria-label') ?? control.textContent?.trim() ?? '',
  }))
}

/** Single keys for what is done most, a sheet of them on "?", and a way to turn them off (WCAG 2.1.4). */
export function KeysSheet() {
  const t = useWords('rooms')
  const [listed, setListed] = useState<Listed[] | null>(null)
  const [off, setOff] = useState(() => localStorage.getItem(OFF) !== null)

  useEffect(() => {
    const press = (event: KeyboardEvent) => {
      if (event.ctrlKey || event.metaKey || event.altKey || isTyping(event.target)) return
      if (document.querySelector('dialog[open]')) return
      if (event.key === '?') {
        event.preventDefault()
        return setListed(keysOnPage())
      }
      const control = off ? null : controlFor(event.key.toLowerCase())
      if (!control) return
      event.preventDefault()
      if (control.matches('button')) control.click()
      else control.focus()
    }
    document.addEventListener('keydown', press)
    return () => document.removeEventListener('keydown', press)
  }, [off])

  const turn = (on: boolean) => {
    if (on) localStorage.removeItem(OFF)
    else localStorage.setItem(OFF, 'yes')
    setOff(!on)
  }

  return (
    <>
      <Button kind="quiet" className="no-print" onClick={() => setListed(keysOnPage())}>
        {t('keys_of_room')}
      </Button>
      <Dialog open={listed !== null} title={t('keys_of_room')} onClose={() => setListed(null)}>
        <dl className="keys">
          {listed?.map(({ key, name }) => (
            <div key={key}>
              <dt>
                <kbd>{key}</kbd>
              </dt>
              <dd>{name}</dd>
            </div>
          ))}
          <div>
            <dt>
              <kbd>?</kbd>
            </dt>
            <dd>{t('keys_of_room')}</dd>
          </div>
        </dl>
        <Checkbox label={t('use_keys')} checked={!off} onChange={turn} />
        <Actions>
          <Button onClick={() => setListed(null)}>{t('close')}</Button>
        </Actions>
      </Dialog>
    </>
  )
}
