import { createReadStream } from 'node:fs';
import { readdir, readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import path from 'node:path';

const packageFile = createRequire(import.meta.url).resolve('pdfjs-dist/package.json');
const packageFolder = path.dirname(packageFile);

/** What pdf.js asks for by name while it draws: character maps, the standard fonts, decoders of pictures, colour profiles. */
const folders = ['cmaps', 'standard_fonts', 'wasm', 'iccs'];

/**
 * A Vite plugin: puts the files that pdf.js asks for by name under `assets/pdfjs-<version>/`. Their names carry no hash, so
 * their folder carries the version: assets are kept by browsers for a year.
 */
export async function pdfFiles() {
  const { version } = JSON.parse(await readFile(packageFile, 'utf8'));
  const base = `assets/pdfjs-${version}`;
  return {
    name: 'pdf-files',
    configureServer(server) {
      server.middlewares.use(`/${base}`, (request, response, next) => {
        const file = path.join(packageFolder, path.normalize(new URL(request.url, 'http://vite').pathname));
        if (!folders.some((folder) => file.startsWith(path.join(packageFolder, folder, path.sep))))
          return next();
        if (file.endsWith('.js')) response.setHeader('Content-Type', 'text/javascript');
        createReadStream(file).on('error', next).pipe(response);
      });
    },
    async generateBundle() {
      for (const folder of folders) {
        for (const name of await readdir(path.join(packageFolder, folder))) {
          const source = await readFile(path.join(packageFolder, folder, name));
          this.emitFile({ type: 'asset', fileName: `${base}/${folder}/${name}`, source });
        }
      }
    },
  };
}
