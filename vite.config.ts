import react from '@vitejs/plugin-react'
import { defineConfig } from 'vite'

export default defineConfig({
  plugins: [react()],
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
