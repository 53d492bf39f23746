import { defineConfig } from 'vite';

// The server embeds the files. Its pages name some of them, with their hash in the address; what those name has it in the name.
export default defineConfig({
  base: '/assets/',
  worker: { format: 'es', rollupOptions: { output: { entryFileNames: 'workers/[name].js' } } },
  build: {
    target: 'es2023',
    chunkSizeWarningLimit: 8000,
    rollupOptions: {
      // No chunk may import an entry: the page knows it by an address with a hash, and by another it would run a second time.
      preserveEntrySignatures: 'strict',
      input: { explorer: 'src/explorer.ts', graphiql: 'src/graphiql.tsx' },
      output: { entryFileNames: '[name].js', chunkFileNames: 'chunks/[name]-[hash:8].js', assetFileNames: '[name][extname]' },
    },
  },
});
