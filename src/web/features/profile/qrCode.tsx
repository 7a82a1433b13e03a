import { encode } from 'uqr';

interface QrCodeProps {
  text: string;
  /** What it is for, to whoever cannot see it. */
  label: string;
}

/** Side of the picture in pixels: a telephone held before a screen reads it. */
const size = 180;

/** A text as a picture that telephones read, black on white in both colour schemes: many read nothing else. */
export function QrCode({ text, label }: QrCodeProps) {
  const { data, size: side } = encode(text);
  const squares = data.flatMap((row, y) =>
    row.flatMap((isDark, x) => (isDark ? [`M${x} ${y}h1v1h-1z`] : [])),
  );
  return (
    <svg
      role="img"
      aria-label={label}
      viewBox={`0 0 ${side} ${side}`}
      width={size}
      height={size}
      shapeRendering="crispEdges"
    >
      <path fill="white" d={`M0 0h${side}v${side}h-${side}z`} />
      <path fill="black" d={squares.join('')} />
    </svg>
  );
}
