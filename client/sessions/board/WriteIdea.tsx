import { IDEA_MAX, writeIdea } from '@consultation/shared/board.ts'
import { LANGUAGE_NAMES, LANGUAGES, type Language } from '@consultation/shared/languages.ts'
import type { ItemView } from '@consultation/shared/room-view.ts'
import { isSilent } from '@consultation/shared/rules/board.ts'
import { characters, inLanguage } from '@consultation/shared/text.ts'
import { useEffect, useState } from 'react'
import { RefusalError } from '../../api.ts'
import { useGroups } from '../../reference.ts'
import { announce } from '../../ui/Announcer.tsx'
import { Button } from '../../ui/Button.tsx'
import { Select, TextArea } from '../../ui/Field.tsx'
import { RefusalNotice } from '../../ui/Notice.tsx'
import { useCall } from '../../use-call.ts'
import { useWords } from '../../words/index.ts'
import { nextStepOf } from '../floor.ts'
import { isText, useKept } from '../use-kept.ts'
import type { Room } from '../use-room.ts'
import { drawAhead, sendUnnamed } from './intake.ts'

/** One idea at a time. What is typed stays on this device until the server has it. */
export function WriteIdea({ room, item }: { room: Room; item: ItemView }) {
  const t = useWords('board')
  const rooms = useWords('rooms')
  const { view } = room
  const session = view.sessions[0]!
  const unnamed = session.mode === 'anonymous'
  const { groupOf } = useGroups()
  const kept = useKept(view.sessionId, `idea ${item.id}`, '', isText)
  const [language, setLanguage] = useState<Language>(t.language)
  const [groupId, setGroupId] = useState('')
  const writing = useCall(writeIdea)
  const sending = useUnnamed(view.sessionId, unnamed)
  const busy = writing.status === 'sending' || sending.busy
  const left = IDEA_MAX - characters(kept.value)

  async function send() {
    const text = kept.value.trim()
    if (text === '' || busy) return
    if (unnamed) {
      if (!(await sending.send({ itemId: item.id, text, language }))) return
      announce(t('idea_taken_in'))
    } else {
      const params = { itemId: item.id }
      const reply = await writing.send({ params, body: { text, language, groupId: groupId || null } })
      if (!reply) return
      room.own([{ set: 'ownIdeas', value: reply }])
      announce(t('idea_written'))
    }
    kept.forget()
  }

  return (
    <form
      className="write-idea stack no-print"
      onSubmit={(event) => {
        event.preventDefault()
        void send()
      }}
    >
      <RefusalNotice refusal={writing.refusal ?? sending.refusal} />
      <TextArea
        label={isSilent(item.board.phase) ? t('your_idea_silent') : t('your_idea')}
        help={unnamed ? t('idea_unnamed_help') : rooms('mode_sentence', { mode: session.mode })}
        rows={3}
        data-key="i"
        data-key-name={t('your_idea')}
        lang={language}
        value={kept.value}
        error={left < 0 ? t('idea_too_long', { count: -left }) : undefined}
        onChange={kept.change}
      />
      <div className="write-idea-row">
        <Select
          label={t('idea_language')}
          value={language}
          onChange={setLanguage}
          options={LANGUAGES.map((value) => ({ value, label: LANGUAGE_NAMES[value] }))}
        />
        {!unnamed && view.speaksFor.length > 0 && (
          <Select
            label={t('idea_for')}
            value={groupId}
            onChange={setGroupId}
            options={[
              { value: '', label: t('idea_national') },
              ...view.speaksFor.map((id) => ({
                value: id,
                label: inLanguage(groupOf(id)?.names ?? {}, t.language).text,
              })),
            ]}
          />
        )}
        <Button type="submit" kind={nextStepOf(view, item) === 'idea' ? 'filled' : 'plain'} busy={busy}>
          {t('write_idea')}
        </Button>
      </div>
    </form>
  )
}

/** The rights to write are drawn when the page opens, whether or not anything will be written: the drawing says nothing. */
function useUnnamed(sessionId: string, unnamed: boolean) {
  const [refusal, setRefusal] = useState<RefusalError | null>(null)
  const [busy, setBusy] = useState(false)
  useEffect(() => {
    return unnamed ? drawAhead(sessionId) : undefined
  }, [sessionId, unnamed])
  return {
    busy,
    refusal,
    async send(idea: { itemId: string; text: string; language: Language }): Promise<boolean> {
      setBusy(true)
      setRefusal(null)
      try {
        await sendUnnamed(sessionId, idea)
        return true
      } catch (error) {
        setRefusal(error instanceof RefusalError ? error : new RefusalError({ code: 'unexpected' }))
        return false
      } finally {
        setBusy(false)
      }
    },
  }
}
