import type { DraftAnswerView } from '@consultation/shared/responses.ts'
import { Button } from '../ui/Button.tsx'
import { Actions } from '../ui/Dialog.tsx'
import { RichText } from '../ui/RichText.tsx'
import { When } from '../ui/When.tsx'
import { useWords } from '../words/index.ts'
import type { DraftKeeper } from './draft-keeper.ts'

/** Two people wrote at the same time. Neither text is lost; whoever reads both decides. */
export function Conflict({ keeper, theirs }: { keeper: DraftKeeper; theirs: DraftAnswerView }) {
  const t = useWords('answering')
  const { draft } = keeper.desktop()
  return (
    <section className="conflict" aria-labelledby="conflict" role="alert">
      <h3 id="conflict">{t('conflict_title')}</h3>
      <p>
        {t.rich('conflict_text', {
          name: <bdi>{theirs.editedBy ?? ''}</bdi>,
          when: theirs.editedAt ? <When at={theirs.editedAt} show="time" /> : '',
        })}
      </p>
      <div className="conflict-sides">
        <div>
          <h4>{t('conflict_mine')}</h4>
          <RichText blocks={draft.blocks} language={draft.language} />
        </div>
        <div>
          <h4>{t.rich('conflict_theirs', { name: <bdi>{theirs.editedBy ?? ''}</bdi> })}</h4>
          <RichText blocks={theirs.blocks} language={theirs.language} />
        </div>
      </div>
      <Actions>
        <Button onClick={() => keeper.settleConflict('mine')}>{t('keep_mine')}</Button>
        <Button onClick={() => keeper.settleConflict('theirs')}>{t('take_theirs')}</Button>
        <Button onClick={() => keeper.settleConflict('both')}>{t('join_both')}</Button>
      </Actions>
      <p className="small quiet">{t('conflict_note')}</p>
    </section>
  )
}
