import type { Breach } from '@firstline/domain/rule.ts';
import type { Problem } from '../platform/api.ts';
import { Reasons } from '../ui/reasons.tsx';

type WhyNotProps = { refused: readonly Breach[]; problem?: Problem; /** Fields that say what is wrong with them by themselves. */ fields?: readonly string[] };

/** What stands against it: the rules, or what hindered the asking. */
export const WhyNot = ({ refused, problem, fields = [] }: WhyNotProps) => {
  const saidByFields = problem?.issues?.length && problem.issues.every(({ path }) => fields.includes(path));
  return (
    <>
      <Reasons breaches={refused} />
      <p className="admin-problem" role="alert">
        {!saidByFields && problem?.title}
      </p>
    </>
  );
};
