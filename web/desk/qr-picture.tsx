import { encode } from 'uqr';

/** Dark on light in every theme: cameras look for it that way. */
export const QrPicture = ({ text, says }: { text: string; says: string }) => {
  const { size, data } = encode(text, { border: 0 });
  const path = data.flatMap((row, y) => row.map((dark, x) => (dark ? `M${x} ${y}h1v1h-1z` : ''))).join('');
  return (
    <svg className="second-step-picture" viewBox={`0 0 ${size} ${size}`} role="img" aria-label={says} shapeRendering="crispEdges">
      <path d={path} fill="#000" />
    </svg>
  );
};
