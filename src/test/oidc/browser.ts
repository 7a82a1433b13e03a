import { parseSetCookie } from 'cookie';

/** What a page was answered with. */
export interface Page {
  url: URL;
  status: number;
  headers: Headers;
  text: string;
}

interface Kept {
  origin: string;
  path: string;
  name: string;
  value: string;
}

/** As much of a browser as signing in takes: it keeps cookies by host and path, and can be led on by hand. */
export function createBrowser() {
  let cookies: Kept[] = [];

  const cookieHeader = (url: URL) =>
    cookies
      .filter(({ origin, path }) => origin === url.origin && url.pathname.startsWith(path))
      .map(({ name, value }) => `${name}=${value}`)
      .join('; ');

  /** One call; where it leads is not followed. */
  async function open(address: string | URL, form?: Record<string, string>): Promise<Page> {
    const url = new URL(address);
    const response = await fetch(url, {
      method: form ? 'POST' : 'GET',
      redirect: 'manual',
      headers: { cookie: cookieHeader(url), 'user-agent': 'Browser/1' },
      body: form && new URLSearchParams(form),
    });
    for (const header of response.headers.getSetCookie()) keep(url, header);
    return { url, status: response.status, headers: response.headers, text: await response.text() };
  }

  function keep(url: URL, header: string): void {
    const { name, value = '', path = '/', expires, maxAge } = parseSetCookie(header);
    cookies = cookies.filter(
      (each) => each.origin !== url.origin || each.name !== name || each.path !== path,
    );
    const isOver = maxAge === 0 || (expires !== undefined && expires.getTime() <= Date.now());
    if (!isOver) cookies.push({ origin: url.origin, path, name, value });
  }

  /** Follows where a page leads, as long as that is not `until`. @returns the last page. */
  async function follow(page: Page, until: (url: URL) => boolean = () => false): Promise<Page> {
    const led = page.headers.get('location');
    if (led === null) return page;
    const next = new URL(led, page.url);
    return until(next) ? page : follow(await open(next), until);
  }

  return {
    open,
    follow,
    cookie: (name: string) => cookies.find((each) => each.name === name)?.value,
  };
}

export type Browser = ReturnType<typeof createBrowser>;

/** Where a page leads. */
export function ledTo(page: Page): URL {
  return new URL(page.headers.get('location') ?? '', page.url);
}

/**
 * Goes to the provider and signs in there.
 * @param from page of the program that leads there
 * @returns the address of the program that the provider leads back to, not yet opened.
 */
export async function signInAtProvider(browser: Browser, from: Page, login: string): Promise<URL> {
  const back = ({ pathname }: URL) => pathname === '/api/auth/oidc/callback';
  const asked = await browser.follow(from, back);
  const isAsked = asked.headers.get('location') === null;
  const action = /action="([^"]+)"/.exec(asked.text)?.[1];
  if (!isAsked) return ledTo(asked);
  if (!action) throw new Error(`the provider answered ${asked.status}: ${asked.text.slice(0, 500)}`);
  const answered = await browser.open(new URL(action, asked.url), {
    prompt: 'login',
    login,
    password: 'any',
  });
  return ledTo(await browser.follow(answered, back));
}
