// `npm run icons`: draws the icons of the installed app from `favicon.svg`, with the browser of the tests.
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { chromium } from 'playwright-core';

const folder = path.resolve(import.meta.dirname, '..', '..', 'src', 'web', 'public');
const svg = await readFile(path.join(folder, 'favicon.svg'), 'utf8');
/** A system cuts its own shape out of these: the picture reaches to the edge, and what matters stays in the middle. */
const toTheEdge = svg.replace('rx="8"', '').replace('viewBox="0 0 32 32"', 'viewBox="-5 -5 42 42"');

const browser = await chromium.launch({ executablePath: '/usr/bin/chromium', args: ['--no-sandbox'] });
await draw('icon-192.png', 192, svg);
await draw('icon-512.png', 512, svg);
await draw('maskable-512.png', 512, toTheEdge, '#0b6b7d');
await draw('apple-touch-icon.png', 180, toTheEdge, '#0b6b7d');
await browser.close();

async function draw(name, size, picture, background = 'transparent') {
  const page = await browser.newPage({ viewport: { width: size, height: size } });
  await page.setContent(
    `<style>body { margin: 0; background: ${background} } svg { display: block; width: 100vw; height: 100vh }</style>${picture}`,
  );
  await page.screenshot({ path: path.join(folder, 'icons', name), omitBackground: true });
  await page.close();
}
