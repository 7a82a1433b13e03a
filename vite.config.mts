import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';
import { VitePWA } from 'vite-plugin-pwa';
import { pdfFiles } from './scripts/dev/pdfFiles.mjs';
import { filesOf } from './scripts/dev/webShell.mjs';

/** Where `npm start` serves the API; the development server passes these paths on to it. */
const server = 'http://127.0.0.1:3000';
const serverPaths = ['/api', '/socket.io', '/init-admin', '/admin'];

/** What an installed app starts with and without a network: the program in both languages, and the chat. */
const shell = [
  'index.html',
  'locales/ko/start.ts',
  'locales/en/start.ts',
  'features/auth/loginPage.tsx',
  'features/chat/chatPage.tsx',
  'features/chat/answerMarkdown.tsx',
];

/**
 * Makes the client installable, and keeps its program, never an answer of the server, for a start without a network. A new
 * release is fetched behind the running one and taken up at the next start, so that nobody loses what is half written.
 */
function installable() {
  return VitePWA({
    strategies: 'generateSW',
    injectRegister: null,
    registerType: 'prompt',
    manifest: {
      id: '/',
      name: '나루톡 NaruTalk',
      short_name: '나루톡',
      description: '제약 영업팀을 위한 근거 있는 답변',
      lang: 'ko',
      start_url: '/',
      display: 'standalone',
      theme_color: '#0b6b7d',
      background_color: '#f6f8f9',
      icons: [
        { src: '/icons/icon-192.png', sizes: '192x192', type: 'image/png' },
        { src: '/icons/icon-512.png', sizes: '512x512', type: 'image/png' },
        { src: '/icons/maskable-512.png', sizes: '512x512', type: 'image/png', purpose: 'maskable' },
      ],
    },
    workbox: {
      inlineWorkboxRuntime: true,
      sourcemap: false,
      globPatterns: ['index.html', 'favicon.svg', 'assets/*.{js,css}'],
      manifestTransforms: [
        async (entries) => {
          const kept = new Set(await filesOf('dist/web', shell));
          return { manifest: entries.filter(({ url }) => !url.startsWith('assets/') || kept.has(url)) };
        },
      ],
      // Every page of the client is this one; the server's own addresses are not.
      navigateFallback: '/index.html',
      navigateFallbackDenylist: [/^\/(api|admin|init-admin|socket\.io|healthz|readyz|metrics)(\/|$|\?)/],
      runtimeCaching: [
        {
          // Parts of other pages, once they were opened; their names carry the hash of their content.
          urlPattern: ({ url, sameOrigin }) => sameOrigin && url.pathname.startsWith('/assets/'),
          handler: 'CacheFirst',
          options: { cacheName: 'parts', expiration: { maxEntries: 200 } },
        },
      ],
      cleanupOutdatedCaches: true,
    },
  });
}

export default defineConfig({
  root: 'src/web',
  plugins: [react(), pdfFiles(), installable()],
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
