import { randomBytes } from 'node:crypto'
import { sha256 } from '../journal/journal.ts'

/** The secret of a one-time link and what is stored of it: 256 bits, so that a plain digest cannot be guessed back. */
export function newLinkToken(): { token: string; digest: string } {
  const token = randomBytes(32).toString('base64url')
  return { token, digest: sha256(token) }
}
export const digestOfToken = (token: string): string => sha256(token)
