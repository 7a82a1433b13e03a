/** Where a link really leads. */
export interface LinkPlace {
  /** As the browser will ask for it: the host of other scripts in its plain form (`xn--`). */
  address: string;
  /** What the reader is told of it: the host, or the mailbox. */
  name: string;
}

/**
 * Reads where an address of an untrusted text leads, as the browser would read it.
 * @returns undefined for all but pages (`http`, `https`) and mailboxes.
 */
export function placeOfLink(address: string | undefined): LinkPlace | undefined {
  // A relative address would lead to a page of this site, under words of somebody else.
  if (!address || !URL.canParse(address)) return undefined;
  const url = new URL(address);
  if (url.protocol === 'mailto:') return { address: url.href, name: decodedOrNot(url.pathname) };
  if (url.protocol !== 'http:' && url.protocol !== 'https:') return undefined;
  // `https://bank.example@elsewhere.example` reads like the bank.
  url.username = '';
  url.password = '';
  return { address: url.href, name: url.host };
}

function decodedOrNot(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
