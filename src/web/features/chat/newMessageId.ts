/** A random id for a question: 128 bits. Not `crypto.randomUUID`, which browsers offer on HTTPS and localhost only. */
export function newMessageId(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
}
