/**
 * Begins `count` pieces of work, `perSecond` of them, whether the ones before have ended or not: a server that falls behind
 * is not given time. @returns the seconds until all have ended.
 */
export async function atRate({ count, perSecond }, work) {
  const began = performance.now();
  const begun = [];
  await new Promise((resolve) => {
    const timer = setInterval(() => {
      const due = Math.min(count, Math.floor(((performance.now() - began) * perSecond) / 1_000) + 1);
      while (begun.length < due) begun.push(work(begun.length));
      if (begun.length < count) return;
      clearInterval(timer);
      resolve();
    }, 1_000 / perSecond);
  });
  await Promise.all(begun);
  return (performance.now() - began) / 1_000;
}
