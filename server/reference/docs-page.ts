import type { Endpoint } from '@consultation/shared/contract.ts'
import { CONTRACTS } from '@consultation/shared/index-of-contracts.ts'
import { directionOf, LANGUAGE_NAMES, LANGUAGES, type Language } from '@consultation/shared/languages.ts'
import { REFUSAL_CODES, REFUSALS } from '@consultation/shared/refusals.ts'
import type { z } from 'zod'
import { refusalIn } from '../refusal-words.ts'
import { type Html, html } from './html.ts'
import { type JsonSchema, Schemas } from './json-schemas.ts'
import { notation } from './notation.ts'
import { isOpen } from './openapi.ts'

export const STYLE_PATH = '/api/docs.css'

/** The reference to read: every call by domain, every schema, every refusal with its sentence in the reader’s language. */
export function docsPage(language: Language): string {
  const schemas = new Schemas('#/components/schemas/')
  const calls = [...Map.groupBy(CONTRACTS, ({ domain }) => domain)].map(
    ([domain, contracts]) => html`
<section>
<h2 id="${domain}">${domain}</h2>
${contracts.map(({ name, endpoint }) => callOf(name, endpoint, schemas))}
</section>`,
  )
  const named = Object.entries(schemas.named).sort(([a], [b]) => a.localeCompare(b))
  return html`<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>API reference</title>
<link rel="stylesheet" href="${STYLE_PATH}">
</head>
<body>
<header>
<h1>API reference</h1>
<p>Every call the pages of the platform make. The same as OpenAPI 3.1: <a href="/api/openapi.json">/api/openapi.json</a>.
Compilations as JSON follow <a href="/api/schemas/compilation.json">/api/schemas/compilation.json</a>.</p>
<nav aria-label="Contents">
<ul>
${[...new Set(CONTRACTS.map(({ domain }) => domain))].map((domain) => html`<li><a href="#${domain}">${domain}</a></li>\n`)}
<li><a href="#schemas">schemas</a></li>
<li><a href="#refusals">refusals</a></li>
</ul>
</nav>
</header>
<main>
<section>
<h2 id="rules">Rules of all calls</h2>
<ul>
<li>Who asks is known by the cookie <code>__Host-sign-in</code>. A tab that belongs to more than one delegation says in
<code>x-acting-for</code> for which it acts.</li>
<li>A command (anything but GET) carries an <code>Origin</code> of the platform, or <code>Sec-Fetch-Site: same-origin</code>; its
JSON is named <code>application/json</code>. Fields that are not listed are refused.</li>
<li>A body with a <code>commandId</code> is carried out once; sent again it gets the first answer; with other content it is
refused (<a href="#refusal-key_reused">key_reused</a>).</li>
<li>What two people may edit has a <code>revision</code>: it comes as <code>ETag</code> and goes back as <code>If-Match</code>.</li>
<li>A refusal is a problem (RFC 9457) with a <a href="#refusals">code</a> and, where there is one, the field.</li>
<li>News come over one websocket at <code>/api/live</code>.</li>
</ul>
</section>
${calls}
<section>
<h2 id="schemas">schemas</h2>
${named.map(
  ([name, schema]) => html`<article>
<h3 id="schema-${name}">${name}</h3>
<pre tabindex="0">${notation(schema)}</pre>
</article>`,
)}
</section>
${refusals(language)}
</main>
</body>
</html>
`.text
}

function callOf(name: string, endpoint: Endpoint, schemas: Schemas): Html {
  const { method, path, summary, permission, params, query, body, reply, upload, file, precondition } = endpoint
  const who = isOpen(endpoint) ? 'Open to everybody' : 'Signed in'
  return html`
<article>
<h3 id="${name}"><b>${method}</b> <code>${path}</code></h3>
<p>${withCode(summary)}</p>
<p class="quiet">${who}; permission <code>${permission}</code>${precondition && html`; needs <code>If-Match</code>`}.</p>
<dl>
${part('Parameters', params, 'input', schemas)}
${part('Query', query, 'input', schemas)}
${upload && html`<dt>Body</dt><dd>The file, at most ${upload.bytes / 1_048_576} MiB: ${upload.types.join(', ')}</dd>`}
${!upload && part('Body', body, 'input', schemas)}
${file ? html`<dt>Reply</dt><dd>The file.</dd>` : part('Reply', reply, 'output', schemas)}
</dl>
</article>`
}

/** What stands between backquotes is code. */
const withCode = (text: string) =>
  text.split('`').map((piece, index) => (index % 2 === 1 ? html`<code>${piece}</code>` : piece))

function part(label: string, schema: z.ZodType | undefined, io: 'input' | 'output', schemas: Schemas): Html | false {
  if (!schema) return false
  const json: JsonSchema = schemas.of(schema, io)
  return html`<dt>${label}</dt><dd><pre tabindex="0">${notation(json)}</pre></dd>`
}

function refusals(language: Language): Html {
  return html`<section>
<h2 id="refusals">refusals</h2>
<p class="languages">${LANGUAGES.map(
    (one) =>
      html`<a href="/api/docs?language=${one}#refusals" lang="${one}" hreflang="${one}">${LANGUAGE_NAMES[one]}</a> `,
  )}</p>
<table>
<thead><tr><th scope="col">Code</th><th scope="col">Status</th><th scope="col">What the reader is told</th></tr></thead>
<tbody>
${REFUSAL_CODES.map(
  (code) => html`<tr id="refusal-${code}"><th scope="row"><code>${code}</code></th><td>${REFUSALS[code]}</td>
<td lang="${language}" dir="${directionOf(language)}">${refusalIn(language, code)}</td></tr>
`,
)}
</tbody>
</table>
</section>`
}
