import type { Browser, Page } from 'playwright-core';
import { openPage } from '../browser';
import { textOf } from './texts';

/** What the browser itself says of an answer that is no 2xx: the walk asks for those, and the page tells of them in words. */
const answerWasNoSuccess = /^Failed to load resource: the server responded with a status of/;

/** What answers in place of the server where a click would change something. */
const refusal = {
  status: 503,
  contentType: 'application/problem+json',
  body: JSON.stringify({
    type: 'about:blank',
    title: 'busy',
    status: 503,
    code: 'busy',
    detail: '',
  }),
};

/** A window of one person, which knows what the server has said in it and when nothing is on its way any more. */
export class WalkedWindow {
  private readonly said: string[] = [];
  private readonly underWay = new Set<unknown>();
  private errors: string[] = [];

  private constructor(
    readonly page: Page,
    readonly url: string,
  ) {}

  /** Nothing that is clicked in it changes anything on the server: the walk is the same however often it is done. */
  static async open(browser: Browser, url: string): Promise<WalkedWindow> {
    const page = await openPage(browser, 'about:blank', { reducedMotion: 'reduce' });
    const window = new WalkedWindow(page, url);
    await window.listen();
    return window;
  }

  private async listen(): Promise<void> {
    const { page } = this;
    page.on('request', (request) => this.underWay.add(request));
    page.on('requestfinished', (request) => this.underWay.delete(request));
    page.on('requestfailed', (request) => this.underWay.delete(request));
    page.on('websocket', (socket) =>
      socket.on('framereceived', ({ payload }) => this.said.push(decoded(payload.toString()))),
    );
    page.on('pageerror', (error) => this.errors.push(String(error)));
    page.on('console', (message) => {
      if (message.type() === 'error' && !answerWasNoSuccess.test(message.text()))
        this.errors.push(message.text());
    });
    page.context().on('page', (other) => void other.close());
    await page.exposeFunction('tellTheWalk', (answer: string) => this.said.push(decoded(answer)));
    await page.addInitScript(tellAnswers);
  }

  /** Everything the server has said here: what of it stands on a page is data, in whatever language. */
  get data(): string {
    return this.said.join('\n');
  }

  /** Refuses every change from now on. */
  async refuseChanges(): Promise<void> {
    await this.page.route('**/api/**', (route) => {
      const request = route.request();
      const harmless = request.method() === 'GET' || /\/api\/(auth\/refresh|search)/.test(request.url());
      return harmless ? route.continue() : route.fulfill(refusal);
    });
  }

  /** Lets everything fail that is read, as if the database were away. */
  async failReading(): Promise<void> {
    await this.page.route('**/api/**', (route) =>
      /\/api\/auth\//.test(route.request().url()) ? route.continue() : route.fulfill(refusal),
    );
  }

  /** Loads the client at an address. */
  async load(address: string): Promise<void> {
    await this.page.goto(this.url + address, { waitUntil: 'commit' });
    await this.page.locator('h1, main, form').first().waitFor();
    await this.settle();
  }

  /**
   * Leads whoever is signed in to an address as a link of the client does, which is much faster than to load it. By way of an
   * address where there is nothing: once that is gone from the page, it is the wanted one that stands there, and anew.
   */
  async goTo(address: string): Promise<void> {
    const nothing = this.page.locator('h1', { hasText: textOf('common.notFound.title', 'ko') });
    await this.page.evaluate(followed('/no-such-page'));
    await nothing.waitFor();
    await this.page.evaluate(followed(address));
    await nothing.waitFor({ state: 'detached' });
    await this.settle();
  }

  /** Waits until no answer is awaited and nothing more is drawn. */
  async settle(): Promise<void> {
    const until = Date.now() + 10_000;
    for (let quiet = 0; quiet < 2 && Date.now() < until;) {
      const isLoading = await this.page.evaluate(drawnAndLoading);
      const waits = this.underWay.size > 0 || isLoading;
      quiet = waits ? 0 : quiet + 1;
    }
  }

  close(): Promise<void> {
    return this.page.context().close();
  }

  /** What has gone wrong since this was last asked. */
  takeErrors(): string[] {
    const taken = this.errors;
    this.errors = [];
    return taken;
  }
}

/** Where something stands still that says it is on its way: samples of components, and the moment at which a replay was stopped. */
const still = '[data-testid="sample"] *, [data-testid="replayed-chat"] *';

/**
 * Runs in the page before anything else: no answer is shown before the walk knows it. Asked for from outside, the body of an answer
 * is sometimes gone.
 */
const tellAnswers = `{
  const fetchAsBefore = window.fetch;
  window.fetch = async (...asked) => {
    const answer = await fetchAsBefore(...asked);
    if (/json/.test(answer.headers.get('content-type'))) await window.tellTheWalk(await answer.clone().text());
    return answer;
  };
}`;

/** What says that it is on its way. */
const loading = ['.mantine-Loader-root', '[data-loading="true"]']
  .map((sign) => `${sign}:not(${still})`)
  .join(', ');

/** Runs in the page: lets two frames pass, and tells whether something says that it is on its way. */
const drawnAndLoading = `new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)))
  .then(() => document.querySelector(${JSON.stringify(loading)}) !== null)`;

/** Runs in the page: what the router hears when somebody goes back or forth. */
function followed(address: string): string {
  return `history.pushState(null, '', ${JSON.stringify(address)}); dispatchEvent(new PopStateEvent('popstate'))`;
}

/** JSON as it is read: what is escaped in it would not be found again. */
function decoded(json: string): string {
  return json.replace(/\\"/g, '"').replace(/\\n/g, '\n').replace(/\\t/g, '\t').replace(/\\\\/g, '\\');
}
