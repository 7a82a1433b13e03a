/** Without what is read for something else: 0 and O, 1 and l and I. Thirty-two, so that every byte gives one alike. */
const letters = 'abcdefghijkmnpqrstuvwxyz23456789';

/** A password nobody has to think of: sixteen letters and digits, 80 bits. */
export function newPassword(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  return Array.from(bytes, (byte) => letters[byte % letters.length]).join('');
}
