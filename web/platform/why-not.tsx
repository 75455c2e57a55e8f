import type { Breach } from '@firstline/domain/rule.ts';
import type { Problem } from './api.ts';
import { Reasons, type ReasonsProps } from '../ui/reasons.tsx';
import './why-not.css';

export type WhyNotProps = Pick<ReasonsProps, 'anyway' | 'onAnyway'> & {
  breaches?: readonly Breach[];
  problem?: Problem;
  /** Fields that say what is wrong with them by themselves. */
  fields?: readonly string[];
};

/** What stands against it: the rules, or what hindered the asking. */
export const WhyNot = ({ breaches = [], problem, fields = [], ...passing }: WhyNotProps) => {
  const saidByFields = problem?.issues?.length && problem.issues.every(({ path }) => fields.includes(path));
  return (
    <>
      <Reasons breaches={breaches} {...passing} />
      <p className="problem" role="alert">
        {!saidByFields && problem?.title}
      </p>
    </>
  );
};
