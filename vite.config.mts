import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';

/** Where `npm start` serves the API; the development server passes these paths on to it. */
const server = 'http://127.0.0.1:3000';
const serverPaths = ['/api', '/socket.io', '/init-admin', '/admin'];

export default defineConfig({
  root: 'src/web',
  plugins: [react()],
  build: {
    outDir: '../../dist/web',
    emptyOutDir: true,
    // The page carries no inline script or data-URL asset, so that it runs under a strict Content-Security-Policy.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    // Which script imports which: `npm run check:size` adds up what a page loads.
    manifest: true,
    rolldownOptions: {
      // Schemas of the shared contract that a page does not use are dropped with the part of zod behind them.
      treeshake: { manualPureFunctions: ['z'] },
      output: {
        // What everything shares, apart: else it comes with whatever larger part first needed it too.
        codeSplitting: {
          groups: [
            { name: 'react', test: /node_modules[\\/](react|react-dom|react-is|scheduler)[\\/]/ },
            { name: 'floating', test: /node_modules[\\/](@floating-ui|tabbable)[\\/]/ },
          ],
        },
      },
    },
  },
  server: {
    host: '127.0.0.1',
    port: 5173,
    proxy: Object.fromEntries(
      serverPaths.map((path) => [path, { target: server, ws: path === '/socket.io' }]),
    ),
  },
});
