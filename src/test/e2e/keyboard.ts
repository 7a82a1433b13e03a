import type { Locator, Page } from 'playwright-core';

/** Stops of the Tab key between two things at most: who needs more has lost patience. */
const mostStops = 80;

/**
 * Goes there with the Tab key, as somebody does who has no mouse. @throws Error when it is not reached, or when it does not show
 * that it has the focus.
 */
export async function tabTo(page: Page, target: Locator, key: 'Tab' | 'Shift+Tab' = 'Tab'): Promise<void> {
  for (let stops = 0; stops < mostStops; stops += 1) {
    if (await hasFocus(target)) return seeFocus(page, target);
    await page.keyboard.press(key);
  }
  throw new Error(`${String(target)} is not reached; the focus is on ${await describe(page)}`);
}

/** The colour of a frame comes within a moment. */
async function seeFocus(page: Page, target: Locator): Promise<void> {
  for (const until = Date.now() + 2_000; Date.now() < until;) {
    if (await showsFocus(target)) return;
    await page.evaluate('new Promise(requestAnimationFrame)');
  }
  throw new Error(`${await describe(page)} has the focus and does not show it`);
}

/** Whether the focus is there, or on something in it. */
export async function hasFocus(target: Locator): Promise<boolean> {
  const matching = await target.all();
  const found = await Promise.all(
    matching.map((one) => one.evaluate((element) => element.contains(element.ownerDocument.activeElement))),
  );
  return found.some(Boolean);
}

/** Waits until the focus is there: a dialog gives it back once it is gone. */
export async function focusOn(page: Page, target: Locator): Promise<void> {
  for (const until = Date.now() + 5_000; Date.now() < until;) {
    if (await hasFocus(target)) return;
    await page.evaluate('new Promise(requestAnimationFrame)');
  }
  throw new Error(`the focus should be on ${String(target)}, and is on ${await describe(page)}`);
}

/** By an outline, or as fields do by the colour of the frame. */
async function showsFocus(target: Locator): Promise<boolean> {
  return target.first().evaluate((element) => {
    const view = element.ownerDocument.defaultView!;
    const focused = element.ownerDocument.activeElement!;
    const frame = view.getComputedStyle(element.ownerDocument.documentElement);
    const strong = frame.getPropertyValue('--mantine-primary-color-filled');
    const probe = element.ownerDocument.createElement('i');
    probe.style.color = strong;
    element.ownerDocument.body.append(probe);
    const colour = view.getComputedStyle(probe).color;
    probe.remove();
    const around = [
      focused,
      focused.parentElement!,
      focused.parentElement!.parentElement!,
      focused.closest('form')!,
    ];
    return around.filter(Boolean).some((one) => {
      const style = view.getComputedStyle(one);
      return (
        (style.outlineStyle !== 'none' && style.outlineWidth !== '0px') || style.borderTopColor === colour
      );
    });
  });
}

function describe(page: Page): Promise<string> {
  return page
    .locator('html')
    .evaluate((html) => html.ownerDocument.activeElement?.outerHTML.slice(0, 300) ?? 'nothing');
}
