/** Prints one line. */
export type Report = (line: string) => void;

/** Shares of the work that are reported: few lines, also where the output is a file. */
const reportedSteps = 4;

/** Tells how far a piece of the start has come. */
export function progressLine(report: Report, what: string) {
  let reported = 0;
  return {
    /** `share` from 0 to 1. */
    at(share: number): void {
      const step = Math.floor(share * reportedSteps);
      if (step <= reported) return;
      reported = step;
      report(`loading ${what}: ${Math.round(share * 100)} %`);
    },
    done(summary = ''): void {
      report(`loading ${what}: done${summary ? ` (${summary})` : ''}`);
    },
  };
}
