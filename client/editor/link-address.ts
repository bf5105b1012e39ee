/** The address as it is kept, or null where it may not be one: only what opens a page or a letter (shared/text.ts). */
export function linkAddress(typed: string): string | null {
  const trimmed = typed.trim()
  if (trimmed === '' || trimmed.length > 2_000) return null
  const whole = /^[a-z][a-z0-9+.-]*:/i.test(trimmed)
    ? trimmed
    : /^[^\s@/]+@[^\s@/]+\.[^\s@/]+$/.test(trimmed)
      ? `mailto:${trimmed}`
      : `https://${trimmed}`
  if (!URL.canParse(whole)) return null
  const { protocol, hostname, href, username, password } = new URL(whole)
  if (protocol === 'mailto:') return href
  if (username !== '' || password !== '') return null
  return (protocol === 'https:' || protocol === 'http:') && hostname.includes('.') ? href : null
}
