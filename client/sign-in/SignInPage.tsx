import { meIs } from '../me.tsx'
import { expectArrival, goTo, Link } from '../navigation.tsx'
import { PageHead } from '../ui/PageHead.tsx'
import { useWords } from '../words/index.ts'
import { SignInForm } from './SignInForm.tsx'

/** Stands at /sign-in and at every address that needs somebody: after it, the page one came for. */
export function SignInPage() {
  const t = useWords('sign-in')
  return (
    <div className="narrow">
      <PageHead title={t('sign_in_title')} lead={t('sign_in_lead')} />
      <SignInForm
        onSignedIn={(me) => {
          if (location.pathname === '/sign-in') goTo('/', { replace: true })
          expectArrival()
          meIs(me)
        }}
      />
      <div className="stack after-form">
        <p>
          <Link to="/forgotten-password">{t('forgotten_link')}</Link>
        </p>
        <p className="quiet small">{t('no_account')}</p>
      </div>
    </div>
  )
}
