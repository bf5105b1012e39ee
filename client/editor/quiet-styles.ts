/** Under this name a style says what it says and does nothing. */
export const STYLE = 'data-style'

/**
 * The page's security policy forbids styles in the markup, and the browser reports every one of the hundreds that Word writes.
 * They are to be read, not applied.
 */
export const quietStyles = (html: string) =>
  withoutSheets(html).replace(/<[a-z][^<>]*>/gi, (tag) => tag.replace(/\sstyle\s*=/gi, ` ${STYLE}=`))

function withoutSheets(html: string): string {
  const small = html.toLowerCase()
  let kept = ''
  let at = 0
  for (;;) {
    const start = small.indexOf('<style', at)
    if (start < 0) return kept + html.slice(at)
    const end = small.indexOf('</style', start)
    kept += html.slice(at, start)
    if (end < 0) return kept
    at = end
  }
}
