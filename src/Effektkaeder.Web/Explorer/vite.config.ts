import { defineConfig } from 'vite';

// Fixed names: the server embeds the files and its pages name them.
export default defineConfig({
  base: '/assets/',
  worker: { format: 'es', rollupOptions: { output: { entryFileNames: 'workers/[name].js' } } },
  build: {
    target: 'es2022',
    chunkSizeWarningLimit: 8000,
    rollupOptions: {
      input: { explorer: 'src/explorer.ts', graphiql: 'src/graphiql.tsx' },
      output: { entryFileNames: '[name].js', chunkFileNames: 'chunks/[name].js', assetFileNames: '[name][extname]' },
    },
  },
});
