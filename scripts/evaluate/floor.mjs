/** Whether a figure is not below its floor, nor above what it may be at most; says so where it is not. */
export function keepsFloor(name, value, { least = -Infinity, most = Infinity }) {
  if (value >= least && value <= most) return true;
  console.log(
    `BELOW ITS FLOOR: ${name} is ${value}, asked ${least > -Infinity ? `>= ${least}` : `<= ${most}`}`,
  );
  return false;
}
