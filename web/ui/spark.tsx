/** The run of a number, without axis: the number itself and its words stand beside it. */
export const Spark = ({ points }: { points: number[] }) => {
  const [low, high] = [Math.min(...points), Math.max(...points)];
  const step = 120 / Math.max(1, points.length - 1);
  const line = points.map((point, n) => `${(n * step).toFixed(1)},${(24 - ((point - low) / (high - low || 1)) * 22).toFixed(1)}`);
  return (
    <svg className="spark" viewBox="0 0 120 26" preserveAspectRatio="none" aria-hidden>
      <polyline points={line.join(' ')} vectorEffect="non-scaling-stroke" />
    </svg>
  );
};
