const loopbackHosts = new Set(['127.0.0.1', '[::1]', 'localhost']);

/** The driver is for one's own machine: @throws for any other address. */
export function demandLoopback(url) {
  if (!loopbackHosts.has(new URL(url).hostname)) throw new Error(`${url} is not on this machine.`);
}
