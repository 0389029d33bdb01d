import { globSync, readFileSync, writeFileSync } from 'node:fs'
import { brotliCompressSync, constants, gzipSync } from 'node:zlib'
import react from '@vitejs/plugin-react'
import { defineConfig, type Plugin } from 'vite'
import { contractFacts } from './platform/web/contract-facts.ts'

/** Beside each text file the same compressed; the server hands out whichever the browser takes. */
const compressed = (): Plugin => ({
  name: 'compressed',
  apply: 'build',
  writeBundle({ dir }) {
    for (const path of globSync(`${dir}/assets/*.{js,css,svg}`)) {
      const text = readFileSync(path)
      writeFileSync(`${path}.br`, brotliCompressSync(text, { params: { [constants.BROTLI_PARAM_QUALITY]: 9 } }))
      writeFileSync(`${path}.gz`, gzipSync(text, { level: 9 }))
    }
  },
})

/** Screens ask by the contracts; the browser gets only what it needs of them. */
const contracts = (): Plugin => ({ name: 'contracts', load: (id) => (/\/contract[^/]*\.ts$/.test(id) ? contractFacts(id) : null) })

export default defineConfig({
  plugins: [contracts(), react(), compressed()],
  build: {
    outDir: 'dist/web',
    manifest: true,
    // The server's policy allows no inline script; every browser that has light-dark() preloads modules itself.
    modulePreload: { polyfill: false },
    target: ['chrome123', 'firefox128', 'safari17.5'],
    assetsInlineLimit: 0,
  },
  server: { proxy: { '/api': 'http://localhost:4000' } },
})
