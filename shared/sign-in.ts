import { z } from 'zod'
import { endpoint } from './contract.ts'
import { Language } from './languages.ts'
import { Email, MemberRole, OfficeRole, PersonName, PersonSettings } from './people.ts'
import { Translated } from './text.ts'
import { Done, Id, Instant } from './wire.ts'

/** Where the password is the only factor: NIST SP 800-63B-4. */
export const PASSWORD_MIN = 15
export const PASSWORD_MAX = 200
export const Password = z.string().min(PASSWORD_MIN, 'too_short').max(PASSWORD_MAX, 'too_long')

export const MeView = z.object({
  person: z.object({
    id: Id,
    name: z.string(),
    email: z.string(),
    language: Language,
    timeZone: z.string().nullable(),
  }),
  office: z.array(OfficeRole),
  memberships: z.array(
    z.object({
      id: Id,
      delegationId: Id,
      delegation: Translated,
      role: MemberRole,
      title: z.string().nullable(),
      until: Instant.nullable(),
      standIn: z.boolean(),
    }),
  ),
  /** When this sign-in ends if nothing is done, and when it ends whatever is done. */
  signIn: z.object({ idleUntil: Instant, until: Instant }),
  /** Text shown everywhere on an installation that holds sample texts. */
  sample: z.boolean(),
})
export type MeView = z.infer<typeof MeView>

export const signIn = endpoint({
  method: 'POST',
  path: '/api/sign-in',
  permission: 'sign_in.try',
  summary: 'Signs in with e-mail and password. Wrong name and wrong password are answered alike.',
  body: z.strictObject({ email: Email, password: z.string().min(1, 'required').max(PASSWORD_MAX, 'too_long') }),
  reply: MeView,
})

export const watchSignIn = endpoint({
  method: 'GET',
  path: '/api/me/sign-in',
  permission: 'me.read',
  summary: 'When this sign-in ends. The one call that does not count as use of it.',
  reply: z.object({ now: Instant, idleUntil: Instant, until: Instant }),
})

export const signOut = endpoint({
  method: 'DELETE',
  path: '/api/sign-in',
  permission: 'me.change',
  summary: 'Signs out on this device.',
  reply: Done,
})

export const signOutEverywhere = endpoint({
  method: 'DELETE',
  path: '/api/me/sign-ins',
  permission: 'me.change',
  summary: 'Signs out on every device; open pages lose their connection at once.',
  reply: Done,
})

export const listSignIns = endpoint({
  method: 'GET',
  path: '/api/me/sign-ins',
  permission: 'me.read',
  summary: 'Where the caller is signed in.',
  reply: z.object({
    signIns: z.array(
      z.object({ id: z.string(), startedAt: Instant, seenAt: Instant, device: z.string(), current: z.boolean() }),
    ),
  }),
})

export const endSignIn = endpoint({
  method: 'DELETE',
  path: '/api/me/sign-ins/:id',
  permission: 'me.change',
  summary: 'Ends one sign-in.',
  params: z.strictObject({ id: z.string().max(64) }),
  reply: Done,
})

export const readMe = endpoint({
  method: 'GET',
  path: '/api/me',
  permission: 'me.read',
  summary: 'The caller, with roles and delegations.',
  reply: MeView,
})

export const changeMe = endpoint({
  method: 'PATCH',
  path: '/api/me',
  permission: 'me.change',
  summary: 'Changes name, language or time zone.',
  body: PersonSettings,
  reply: MeView,
})

export const changePassword = endpoint({
  method: 'POST',
  path: '/api/me/password',
  permission: 'me.change',
  summary: 'Changes the password and ends every other sign-in.',
  body: z.strictObject({ current: z.string().max(PASSWORD_MAX), replacement: Password }),
  reply: Done,
})

export const askPasswordReset = endpoint({
  method: 'POST',
  path: '/api/password-resets',
  permission: 'sign_in.try',
  summary: 'Sends a one-time link if the address is known; says the same if it is not.',
  body: z.strictObject({ email: Email }),
  reply: Done,
})

const Token = z.strictObject({ token: z.string().min(20).max(100) })

export const resetPassword = endpoint({
  method: 'POST',
  path: '/api/password-resets/:token',
  permission: 'sign_in.try',
  summary: 'Sets a new password by a one-time link and ends every sign-in.',
  params: Token,
  body: z.strictObject({ password: Password }),
  reply: Done,
})

export const readInvitation = endpoint({
  method: 'GET',
  path: '/api/invitations/:token',
  permission: 'invitation.accept',
  summary: 'What an invitation is for.',
  params: Token,
  reply: z.object({
    /** Null for the link that makes the first administrator: it was sent to nobody, and who opens it says the address. */
    email: z.string().nullable(),
    language: Language,
    delegation: Translated.nullable(),
    role: z.union([MemberRole, OfficeRole]),
    /** The address has an account: sign in with its password instead of choosing one. */
    known: z.boolean(),
    until: Instant,
  }),
})

export const acceptInvitation = endpoint({
  method: 'POST',
  path: '/api/invitations/:token/acceptance',
  permission: 'invitation.accept',
  summary: 'Accepts an invitation: name and password for a new account, the existing password for a known one.',
  params: Token,
  body: z.strictObject({
    name: PersonName.optional(),
    /** Only where the invitation names none. */
    email: Email.optional(),
    password: z.string().min(1, 'required').max(PASSWORD_MAX, 'too_long'),
  }),
  reply: MeView,
})
