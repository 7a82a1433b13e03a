/** Long enough for the browser to have read the file. */
const releaseAfterMs = 60_000;

/** Lets the browser save a file. */
export function saveFile(content: Blob, fileName: string): void {
  const url = URL.createObjectURL(content);
  setTimeout(() => URL.revokeObjectURL(url), releaseAfterMs);
  const link = document.createElement('a');
  link.href = url;
  link.download = fileName;
  link.click();
}

/** The name a server gives a file (RFC 6266), or another where it gives none. */
export function fileNameOf(disposition: string | null, otherwise: string): string {
  const encoded = /filename\*=UTF-8''([^;]+)/i.exec(disposition ?? '')?.[1];
  return encoded ? decodeURIComponent(encoded) : otherwise;
}
