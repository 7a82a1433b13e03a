import { route, type Route } from '../route';

/** The routes as a page for people, from the same declarations as `/api/openapi.json`. */
export function docsPageRoute(routes: Route[]): Route {
  const page = renderPage(routes);
  return route({
    method: 'get',
    path: '/api/docs',
    summary: 'This API as a page.',
    who: 'everyone',
    record: 'count',
    beforeMigration: true,
    file: ['text/html'],
    handle: async ({ response }) => {
      response.type('html').send(page);
    },
  });
}

function renderPage(routes: Route[]): string {
  const rows = routes.map(
    ({ method, path, summary, who }) =>
      `<tr><td><code>${method.toUpperCase()}</code></td><td><code>${escapeHtml(path)}</code></td>` +
      `<td>${escapeHtml(who)}</td><td>${escapeHtml(summary)}</td></tr>`,
  );
  return `<!doctype html>
<html lang="en"><head><meta charset="utf-8"><title>NaruTalk API</title></head><body>
<h1>NaruTalk API</h1>
<p>Schemas and answers: <a href="/api/openapi.json">/api/openapi.json</a> (OpenAPI 3.1),
events of the sockets: <a href="/api/asyncapi.json">/api/asyncapi.json</a> (AsyncAPI 3.0).
Errors are <code>application/problem+json</code> with a stable <code>code</code>.</p>
<table><thead><tr><th>method</th><th>path</th><th>who</th><th>what</th></tr></thead>
<tbody>${rows.join('\n')}</tbody></table>
</body></html>`;
}

function escapeHtml(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}
