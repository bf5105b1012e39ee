import { readFile } from 'node:fs/promises'
import { brotliCompressSync, constants, gzipSync } from 'node:zlib'
import react from '@vitejs/plugin-react'
import { defineConfig, type Plugin } from 'vite'

/**
 * zod carries its JSON Schema writer and English sentences along with every schema. The client writes no JSON Schema and
 * words its refusals itself, so these 9 kB of a delegate's first page stay out.
 */
function withoutSchemaWriter(): Plugin {
  return {
    name: 'zod-without-schema-writer',
    apply: 'build',
    enforce: 'pre',
    async load(id) {
      if (!/\/zod\/v4\/(core\/(json-schema-processors|json-schema-generator|to-json-schema)|locales\/en)\.js$/.test(id))
        return
      const names = [...(await readFile(id, 'utf8')).matchAll(/^export (?:const|function|class) (\w+)/gm)].map(
        ([, name]) => name,
      )
      const exported = names.map((name) => `nothing as ${name}`).join(', ')
      const code = `const nothing = () => ({})\nexport { ${exported} }\nexport default nothing\n`
      return { code, moduleSideEffects: false }
    },
  }
}

/** Every text file also compressed once, as well as can be: the server only sends. */
function compressed(): Plugin {
  return {
    name: 'compressed',
    apply: 'build',
    enforce: 'post',
    generateBundle(_, bundle) {
      for (const file of Object.values(bundle)) {
        if (!/\.(js|css|svg|json)$/.test(file.fileName)) continue
        const bytes = Buffer.from(file.type === 'chunk' ? file.code : file.source)
        if (bytes.length < 1_000) continue
        const quality = { params: { [constants.BROTLI_PARAM_QUALITY]: 11 } }
        this.emitFile({ type: 'asset', fileName: `${file.fileName}.br`, source: brotliCompressSync(bytes, quality) })
        this.emitFile({ type: 'asset', fileName: `${file.fileName}.gz`, source: gzipSync(bytes, { level: 9 }) })
      }
    },
  }
}

const server = `http://127.0.0.1:${process.env.PORT ?? 3000}`

export default defineConfig({
  root: import.meta.dirname,
  plugins: [react(), withoutSchemaWriter(), compressed()],
  build: {
    manifest: true,
    // A font or picture as a data: address would need an exception in the content security policy.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    reportCompressedSize: false,
    rolldownOptions: {
      onLog(level, log, report) {
        // Libraries mark themselves 'use client' for a framework we do not use.
        if (log.code !== 'MODULE_LEVEL_DIRECTIVE') report(level, log)
      },
      treeshake: { manualPureFunctions: ['z', 'endpoint', 'line', 'prose', 'many', 'whole'] },
    },
  },
  server: {
    port: 5173,
    proxy: { '/api': { target: server, ws: true } },
  },
})
