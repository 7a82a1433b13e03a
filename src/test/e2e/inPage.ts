/*
 * What runs in a page and not here: as source, since the tests are compiled for Node, which has no document.
 */

/** Elements and attributes that no text of a stranger may have made, and whether one has run. */
export const whatCouldAct = `(() => {
  const all = (selector) => [...document.querySelectorAll(selector)];
  const loading =
    'img, iframe, script, link, object, embed, video, audio, source, track, image, use, input[type=image]';
  const loadsForeign = (element) =>
    ['src', 'href', 'srcset', 'data', 'poster'].some((name) => {
      const address = element.getAttribute(name);
      return address && new URL(address, location.href).origin !== location.origin;
    });
  const acts = (element) =>
    [...element.attributes].some(
      ({ name, value }) => name.startsWith('on') || (name === 'style' && value.includes('url(')),
    );
  const leadsAstray = (link) =>
    link.origin !== location.origin &&
    !(
      ['http:', 'https:', 'mailto:'].includes(link.protocol) &&
      link.target === '_blank' &&
      link.relList.contains('noopener') &&
      link.relList.contains('noreferrer')
    );
  return [
    ...('hostileRan' in window ? ['something ran'] : []),
    ...[
      ...all(loading).filter(loadsForeign),
      ...all('base, meta[http-equiv], math, form[action], portal, [ping]'),
      ...all('*').filter(acts),
      ...all('a[href]').filter(leadsAstray),
    ].map((element) => element.outerHTML),
  ];
})()`;

/** Tries every way out of a page but navigation. @returns the directives of the policy that refused, once there are so many. */
export const refusedWays = (url: string, count: number) => `(async () => {
  const directives = new Set();
  document.addEventListener('securitypolicyviolation', (event) => directives.add(event.effectiveDirective));
  const box = document.createElement('div');
  box.innerHTML = \`<img src="${url}/img" onerror="window.hostileRan=true"><iframe src="${url}/frame"></iframe>
    <video src="${url}/video"></video><object data="${url}/object"></object>
    <p style="background:url(${url}/css)">x</p><form action="${url}/form" method="post"></form>\`;
  const script = Object.assign(document.createElement('script'), { src: '${url}/script.js' });
  const inline = Object.assign(document.createElement('script'), { text: 'window.hostileRan=true' });
  const sheet = Object.assign(document.createElement('link'), { rel: 'stylesheet', href: '${url}/sheet.css' });
  document.body.append(box, script, inline, sheet);
  box.querySelector('form').submit();
  navigator.sendBeacon('${url}/beacon', 'secret');
  await Promise.allSettled([fetch('${url}/fetch'), new FontFace('stranger', 'url(${url}/font.woff2)').load()]);
  await new Promise((resolve) => (new WebSocket('${url.replace('http', 'ws')}').onerror = resolve));
  while (directives.size < ${count}) await new Promise((resolve) => requestAnimationFrame(resolve));
  return [...directives].sort();
})()`;
