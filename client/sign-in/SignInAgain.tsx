import { useEffect, useState } from 'react'
import { whenSignedOut } from '../api.ts'
import { live } from '../live.ts'
import { forgetMe, type Me } from '../me.tsx'
import { Button } from '../ui/Button.tsx'
import { Dialog } from '../ui/Dialog.tsx'
import { useWords } from '../words/index.ts'
import { SignInForm } from './SignInForm.tsx'

/**
 * The sign-in that ended in the middle of something. The page stays as it is beneath; the call that found out is made again.
 * Only the same person may go on: what is typed on the page is theirs.
 */
export function SignInAgain({ me }: { me: Me }) {
  const t = useWords()
  const [answer, setAnswer] = useState<((signedIn: boolean) => void) | null>(null)
  useEffect(() => whenSignedOut(() => new Promise<boolean>((resolve) => setAnswer(() => resolve))), [])

  function close(signedIn: boolean) {
    answer?.(signedIn)
    setAnswer(null)
  }

  return (
    <Dialog open={answer !== null} title={t('sign_in_again')} onClose={() => close(false)}>
      <div className="stack">
        <p>{t('sign_in_again_text')}</p>
        <SignInForm
          email={me.person.email}
          onSignedIn={() => {
            close(true)
            live.open()
          }}
        >
          <Button
            onClick={() => {
              close(false)
              forgetMe()
            }}
          >
            {t('leave_page')}
          </Button>
        </SignInForm>
      </div>
    </Dialog>
  )
}
