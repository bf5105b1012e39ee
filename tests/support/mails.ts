import type { TestApp } from './app.ts'

type Mail = { to: string; subject: string; text: string; language: string; state: string; confidential: boolean }

/** What was written to an address, oldest first, whoever may see it. */
export const mailsTo = (app: TestApp, email: string): Promise<Mail[]> =>
  app.sql<Mail>(
    'select "to", subject, text, language, state, confidential from mails where "to" = $1 order by at, id',
    [email],
  )

/** The secret in the newest one-time link that was sent to an address. */
export async function tokenSentTo(app: TestApp, email: string): Promise<string> {
  const mail = (await mailsTo(app, email)).at(-1)
  const token = mail?.text.match(/\/(?:invitations|password-resets)\/([\w-]+)/)?.[1]
  if (!token) throw new Error(`no link was sent to ${email}`)
  return token
}
