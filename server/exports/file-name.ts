// Names that Windows gives to devices, with any extension.
const DEVICES = /^(?:con|prn|aux|nul|com[0-9¹²³]|lpt[0-9¹²³])(?:\.|$)/i
// Separators of paths and what file systems refuse.
const REFUSED = /[/\\:*?"<>|]/g
// Control characters, direction marks, and everything else that is there without being seen.
const UNSEEN = /[\p{Cc}\p{Cf}\p{Cs}\p{Co}\p{Cn}\p{Zl}\p{Zp}]/gu
const LENGTH = 100

function tidy(name: string): string {
  const trimmed = [...name.replace(/\s+/gu, ' ')]
    .slice(0, LENGTH)
    .join('')
    .replace(/^[\s.\-_]+|[\s.\-_]+$/gu, '')
  return DEVICES.test(trimmed) ? `export ${trimmed}` : trimmed
}

export type FileName = {
  /** Letters, digits, dot, underscore and hyphen alone: safe everywhere. */
  ascii: string
  /** The title as it is written, without what a file system could stumble over. */
  full: string
  /** The value of Content-Disposition (RFC 6266): old clients take the first name, all others the second. */
  disposition: string
}

/** A file name from a title that somebody typed. `extension` is ours and comes without its dot. */
export function fileNameOf(title: string, extension: string): FileName {
  const plain = title
    .normalize('NFKD')
    .replace(/[\u0300-\u036f]/g, '')
    .replace(/[^A-Za-z0-9._ -]+/g, ' ')
  const ascii = `${
    tidy(plain)
      .replaceAll(' ', '-')
      .replace(/-{2,}/g, '-')
      .replace(/\.{2,}/g, '.') || 'export'
  }.${extension}`
  const full = `${
    tidy(
      title
        .toWellFormed()
        .normalize('NFC')
        .replace(UNSEEN, ' ')
        .replace(REFUSED, ' ')
        .replace(/\.{2,}/g, '.'),
    ) || 'export'
  }.${extension}`
  const encoded = encodeURIComponent(full).replace(
    /['()*!]/g,
    (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`,
  )
  return { ascii, full, disposition: `attachment; filename="${ascii}"; filename*=UTF-8''${encoded}` }
}
