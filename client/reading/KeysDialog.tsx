import { Button } from '../ui/Button.tsx'
import { Actions, Dialog } from '../ui/Dialog.tsx'
import { useWords } from '../words/index.ts'

const KEYS = [
  ['j', 'key_next'],
  ['k', 'key_previous'],
  ['/', 'key_search'],
  ['?', 'key_help'],
] as const

export function KeysDialog({ open, onClose }: { open: boolean; onClose: () => void }) {
  const t = useWords('reading')
  return (
    <Dialog open={open} title={t('keys_title')} onClose={onClose}>
      <dl className="keys">
        {KEYS.map(([key, word]) => (
          <div key={key}>
            <dt>
              <kbd>{key}</kbd>
            </dt>
            <dd>{t(word)}</dd>
          </div>
        ))}
      </dl>
      <Actions>
        <Button onClick={onClose}>{t('close')}</Button>
      </Actions>
    </Dialog>
  )
}
