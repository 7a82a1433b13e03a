/** Shorter ones would be found in ordinary words; nobody should have such a secret. */
const shortestSecret = 8;
const hidden = '[secret]';

let pattern: RegExp | null = null;

/** Tells which texts are secrets of this process, so that they are hidden wherever a text of another program is kept. */
export function hideSecrets(secrets: readonly string[]): void {
  const forms = secrets
    .filter(({ length }) => length >= shortestSecret)
    // In a line of JSON it stands with its quotes marked, in an address percent-encoded.
    .flatMap((secret) => [secret, JSON.stringify(secret).slice(1, -1), encodeURIComponent(secret)])
    .sort((left, right) => right.length - left.length);
  pattern = forms.length === 0 ? null : new RegExp([...new Set(forms)].map(escaped).join('|'), 'g');
}

/** A text without the secrets of this process: an endpoint may have sent back the key that it was sent. */
export function withoutSecrets(text: string): string {
  return pattern === null ? text : text.replace(pattern, hidden);
}

function escaped(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\/-]/g, '\\$&');
}
