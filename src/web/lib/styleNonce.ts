/**
 * The number by which the Content-Security-Policy of this page knows the `<style>` elements of its own program; empty where there is
 * no policy (the development server).
 */
export const styleNonce = document.querySelector<HTMLMetaElement>('meta[name="style-nonce"]')?.content ?? '';

// Where the package that keeps a page from scrolling behind a dialog looks for it (get-nonce).
(globalThis as { __webpack_nonce__?: string }).__webpack_nonce__ = styleNonce;
