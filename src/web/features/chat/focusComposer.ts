/** The element's id, by which other parts of the page find it. */
export const composerId = 'composer';

/** Puts the cursor where questions are written, behind what stands there. */
export function focusComposer(): void {
  // Once what was put there is drawn, and a drawer that was closed has given the focus back.
  setTimeout(() => {
    const composer = document.getElementById(composerId);
    if (!(composer instanceof HTMLTextAreaElement)) return;
    composer.focus();
    composer.setSelectionRange(composer.value.length, composer.value.length);
  });
}
