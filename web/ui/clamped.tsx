import './clamped.css';

/** So much fits where a text is cut to its first lines. */
const FITS = 60;

/** The whole of a text that may be cut where it is shown, for who points at it; ears hear all of it anyway. */
export const wholeOf = (text: string): string | undefined => (text.length > FITS ? text : undefined);

/** A text of any length in four lines, or as many as `--lines` says: however long it is, what stands below it stays in sight. */
export const Clamped = ({ children }: { children: string }) => (
  <span className="clamped" data-tip={wholeOf(children)}>
    {children}
  </span>
);
