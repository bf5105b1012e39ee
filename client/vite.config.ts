import { readFile, writeFile } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import { brotliCompressSync, constants, gzipSync } from 'node:zlib'
import type { Endpoint } from '@consultation/shared/contract.ts'
import react from '@vitejs/plugin-react'
import { defineConfig, type Plugin } from 'vite'

/**
 * The contract without its schemas. The server has parsed every reply with the same schema before it sends it, and words what
 * it refuses field by field; zod and the schemas would be a quarter of a delegate's first page. While developing they are
 * there, and every reply is checked.
 */
function leanContracts(): Plugin {
  const shared = resolve(import.meta.dirname, '../shared')
  return {
    name: 'lean-contracts',
    apply: 'build',
    enforce: 'post',
    async transform(code, id) {
      if (!id.startsWith(shared) || (!code.includes('zod') && !code.includes('endpoint'))) return
      const written: Record<string, unknown> = await import(id)
      let lean = code
      const declarations = this.parse(code).body.flatMap((node) => {
        const declaration = node.type === 'ExportNamedDeclaration' ? node.declaration : node
        return declaration?.type === 'VariableDeclaration' ? declaration.declarations : []
      })
      // From the end, so that the places of what comes before stay true.
      for (const { id: name, init } of declarations.reverse()) {
        // A schema, or several kept together to stand in others.
        if (name.type !== 'Identifier' || (init?.type !== 'CallExpression' && init?.type !== 'ObjectExpression'))
          continue
        const value = written[name.name]
        const source = code.slice(init.start, init.end)
        // A call that nobody uses the result of is left out by the bundler, if it is told that it does nothing else.
        const replaced = isEndpoint(value) ? skeletonOf(value) : `/*#__PURE__*/ (() => (${source}))()`
        lean = lean.slice(0, init.start) + replaced + lean.slice(init.end)
      }
      return { code: lean, map: null }
    },
  }
}

const isEndpoint = (value: unknown): value is Endpoint =>
  typeof value === 'object' && value !== null && 'path' in value && 'permission' in value && 'reply' in value

function skeletonOf({ method, path, body, file }: Endpoint): string {
  const commanded = body && 'shape' in body && Object.hasOwn(body.shape as object, 'commandId')
  return JSON.stringify({ method, path, file, body: commanded ? { shape: { commandId: true } } : undefined })
}

/** Every text file also compressed once, as well as can be: the server only sends. */
function compressed(): Plugin {
  return {
    name: 'compressed',
    apply: 'build',
    // From the written files: until then other plugins still change them.
    async writeBundle({ dir = '' }, bundle) {
      for (const name of Object.keys(bundle).filter((name) => /\.(js|css|svg|json)$/.test(name))) {
        const bytes = await readFile(join(dir, name))
        if (bytes.length < 1_000) continue
        const quality = { params: { [constants.BROTLI_PARAM_QUALITY]: 11 } }
        await writeFile(join(dir, `${name}.br`), brotliCompressSync(bytes, quality))
        await writeFile(join(dir, `${name}.gz`), gzipSync(bytes, { level: 9 }))
      }
    },
  }
}

/** What every page has: in one file it weighs less than in twenty. */
const BASE = [
  /node_modules\/(@tanstack|react|scheduler)\//,
  /shared\/(text|languages|message|house-style|live)\.ts$/,
  /client\/(api|attended|follow|kept|live|live-events|live-line|me|navigation|use-call|words\/index)\.tsx?$/,
  /client\/ui\/(Announcer|Button|Dialog|Empty|Name|Notice|PageHead|Skeleton|StateMark|Toast|When)\.tsx$/,
]

const server = `http://localhost:${process.env.PORT ?? 3000}`

export default defineConfig({
  root: import.meta.dirname,
  plugins: [react(), leanContracts(), compressed()],
  build: {
    manifest: true,
    // A font or picture as a data: address would need an exception in the content security policy.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    reportCompressedSize: false,
    rolldownOptions: {
      output: {
        codeSplitting: { groups: [{ name: 'base', test: (id) => BASE.some((pattern) => pattern.test(id)) }] },
      },
      onLog(level, log, report) {
        // Libraries mark themselves 'use client' for a framework we do not use.
        if (log.code !== 'MODULE_LEVEL_DIRECTIVE') report(level, log)
      },
    },
  },
  server: {
    port: 5173,
    // The server takes commands only from its own origin; behind this proxy the pages are.
    proxy: { '/api/': { target: server, ws: true, headers: { origin: process.env.PUBLIC_URL ?? server } } },
  },
})
