import { fileURLToPath } from 'node:url';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';

const here = (path: string) => fileURLToPath(new URL(path, import.meta.url));

/** The desk, or with `--mode stories` the page of its pieces: that page never ships with the desk. */
export default defineConfig(({ mode }) => ({
  root: here('.'),
  plugins: [react()],
  // The desk takes commands from its own pages only: it must see the address that the browser asked.
  server: { proxy: { '/api': { target: process.env.DESK_URL ?? 'http://localhost:4000', changeOrigin: false } } },
  build: {
    outDir: here(mode === 'stories' ? '../dist/stories' : '../dist/web'),
    emptyOutDir: true,
    // The first browsers that know light-dark(), which pairs every token's two themes.
    target: ['chrome123', 'firefox121', 'safari17.5'],
    // A data: font or picture would need a wider content policy than 'self'.
    assetsInlineLimit: 0,
    chunkSizeWarningLimit: 700,
    rollupOptions: { input: here(mode === 'stories' ? 'stories.html' : 'index.html') },
  },
}));
