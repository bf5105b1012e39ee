import type { Refusal } from '@consultation/shared/refusals.ts'
import {
  attachLetter,
  LETTER_BYTES_MAX,
  LETTER_TYPES,
  type ResponseView,
  readLetter,
  readResponse,
  removeLetter,
} from '@consultation/shared/responses.ts'
import { type ChangeEvent, useId, useState } from 'react'
import { download, RefusalError } from '../api.ts'
import { Button } from '../ui/Button.tsx'
import { Actions, Dialog } from '../ui/Dialog.tsx'
import { RefusalNotice } from '../ui/Notice.tsx'
import { Progress } from '../ui/Progress.tsx'
import { tell } from '../ui/Toast.tsx'
import { When } from '../ui/When.tsx'
import { renew, useCall } from '../use-call.ts'
import { useWords } from '../words/index.ts'
import { sizeIn } from './size.ts'
import { upload } from './upload.ts'

type Sending =
  | { status: 'idle' }
  | { status: 'sending'; name: string; part: number }
  | { status: 'refused'; why: Refusal }

/** A letter of the mission, alone or beside the answers. */
export function Letter({ response }: { response: ResponseView }) {
  const t = useWords('answering')
  const id = useId()
  const params = { responseId: response.id }
  const [sending, setSending] = useState<Sending>({ status: 'idle' })
  const [ending, setEnding] = useState<AbortController | null>(null)
  const [asking, setAsking] = useState(false)
  const removing = useCall(removeLetter)
  const { letter } = response

  async function attach(event: ChangeEvent<HTMLInputElement>) {
    const file = event.target.files?.[0]
    event.target.value = ''
    if (!file) return
    // Said before ten minutes of sending on a slow line.
    if (file.size > LETTER_BYTES_MAX) return setSending({ status: 'refused', why: 'too_large' })
    if (!LETTER_TYPES.some((type) => type === file.type))
      return setSending({ status: 'refused', why: 'wrong_media_type' })
    const abort = new AbortController()
    setEnding(abort)
    setSending({ status: 'sending', name: file.name, part: 0 })
    try {
      const onProgress = (part: number) => setSending({ status: 'sending', name: file.name, part })
      const view = await upload(attachLetter, {
        params,
        query: { name: file.name },
        file,
        onProgress,
        signal: abort.signal,
      })
      renew(readResponse, { params }, view)
      setSending({ status: 'idle' })
      tell(t('letter_is_attached'))
    } catch (error) {
      if (abort.signal.aborted) setSending({ status: 'idle' })
      else setSending({ status: 'refused', why: error instanceof RefusalError ? error.code : 'unexpected' })
    } finally {
      setEnding(null)
    }
  }

  async function remove() {
    setAsking(false)
    const view = await removing.send({ params })
    if (view) renew(readResponse, { params }, view)
  }

  return (
    <section aria-labelledby={id} className="stack">
      <h3 id={id}>{t('letter')}</h3>
      {letter && (
        <div>
          <p>
            <bdi>{letter.name}</bdi> <span className="quiet">({sizeIn(letter.bytes, t.language)})</span>
          </p>
          <p className="small quiet">
            {t.rich('attached_on', { when: <When at={letter.attachedAt} show="moment" /> })}
          </p>
          <Actions>
            <Button onClick={() => void download(readLetter, { params })}>{t('download_letter')}</Button>
            {response.may.edit && <Button onClick={() => setAsking(true)}>{t('remove_letter')}</Button>}
          </Actions>
        </div>
      )}
      {!letter && !response.may.edit && <p className="quiet">{t('no_letter')}</p>}
      <RefusalNotice refusal={removing.refusal} />
      {sending.status === 'refused' && (
        <p className="field-error" role="alert">
          {t(sending.why)}
        </p>
      )}
      {sending.status === 'sending' && (
        <div className="stack">
          <Progress label={t.rich('sending_letter', { name: <bdi>{sending.name}</bdi> })} done={sending.part} of={1} />
          <div>
            <Button onClick={() => ending?.abort()}>{t('cancel_sending')}</Button>
          </div>
        </div>
      )}
      {response.may.edit && sending.status !== 'sending' && (
        <div className="file">
          <label className="button plain">
            {letter ? t('replace_letter') : t('attach_letter')}
            <input type="file" className="visually-hidden" accept={LETTER_TYPES.join(',')} onChange={attach} />
          </label>
          <p className="small quiet">{t('letter_help', { size: sizeIn(LETTER_BYTES_MAX, t.language) })}</p>
        </div>
      )}
      <Dialog open={asking} title={t('remove_letter')} onClose={() => setAsking(false)}>
        <div className="stack">
          <p>{t.rich('remove_letter_text', { name: <bdi>{letter?.name ?? ''}</bdi> })}</p>
          <Actions>
            <Button kind="warning" onClick={() => void remove()}>
              {t('remove_letter')}
            </Button>
            <Button onClick={() => setAsking(false)}>{t('close')}</Button>
          </Actions>
        </div>
      </Dialog>
    </section>
  )
}
