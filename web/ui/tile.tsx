import type { ReactNode } from 'react';
import { Spark } from './spark.tsx';
import './tile.css';

export type TileProps = {
  name: string;
  value: ReactNode;
  /** What it is measured against, or the worst of it. */
  says?: ReactNode;
  /** Out of its target: said by colour and by these words. */
  bad?: string;
  recent?: number[];
};

/** One number of the floor. */
export const Tile = ({ name, value, says, bad, recent }: TileProps) => (
  <section className="tile" data-bad={bad ? '' : undefined} aria-label={name}>
    <h2>{name}</h2>
    <p className="tile-value num">{value}</p>
    {recent && <Spark points={recent} />}
    <p className="tile-says num">
      {says}
      {bad && <span className="tile-bad"> · {bad}</span>}
    </p>
  </section>
);
