/** Runs in the page, before its own scripts: notes long tasks, key presses until the next paint, and the first step of an answer. */
export function pageMeter() {
  let longTasks = [];
  let keyDelays = [];
  new PerformanceObserver((list) =>
    longTasks.push(...list.getEntries().map(({ duration }) => duration)),
  ).observe({
    type: 'longtask',
    buffered: true,
  });
  const ofKeys = new PerformanceObserver((list) => noteKeys(list.getEntries()));
  ofKeys.observe({ type: 'event', durationThreshold: 16 });
  function noteKeys(entries) {
    keyDelays.push(...entries.filter(({ name }) => name === 'keydown').map(({ duration }) => duration));
  }

  const meter = {
    takeLongTasks() {
      const taken = longTasks;
      longTasks = [];
      return taken;
    },
    takeKeyDelays() {
      noteKeys(ofKeys.takeRecords());
      const taken = keyDelays;
      keyDelays = [];
      return taken;
    },
    /** From the next press of Enter to the paint of the next step, in milliseconds. */
    awaitStep() {
      const shown = new Set(document.querySelectorAll('[data-testid="step"]'));
      const pressed = new Promise((resolve) => {
        addEventListener('keydown', ({ timeStamp }) => resolve(timeStamp), { capture: true, once: true });
      });
      const seen = new Promise((resolve) => {
        const look = new MutationObserver(() => {
          const step = [...document.querySelectorAll('[data-testid="step"]')].find(
            (each) => !shown.has(each),
          );
          if (!step) return;
          look.disconnect();
          // The frame after the next has painted it.
          requestAnimationFrame(() => setTimeout(() => resolve(performance.now())));
        });
        look.observe(document.body, { childList: true, subtree: true });
      });
      meter.stepDelay = Promise.all([pressed, seen]).then(([from, to]) => to - from);
    },
  };
  window.meter = meter;
}
