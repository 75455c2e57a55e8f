import type { Breach } from '@firstline/domain/rule.ts';
import { useMutation, useQuery, type UseQueryOptions } from '@tanstack/react-query';
import { useRef } from 'react';
import { v7 as newKey } from 'uuid';
import { ask, type Answer, type Problem } from './api.ts';
import type { AnswerOf, CommandName, InputOf, QueryName } from './doors.ts';

/** Hands out one key for each asking: the same one as long as the same question has had no answer. */
export const keyKeeper = () => {
  let waiting: { said: string; key: string } | undefined;
  return {
    keyFor: (question: unknown): string => {
      const said = JSON.stringify(question);
      if (waiting?.said !== said) waiting = { said, key: newKey() };
      return waiting.key;
    },
    answered: (answer: Answer): void => {
      if (!('problem' in answer) || answer.problem.code !== 'no-answer') waiting = undefined;
    },
  };
};

/** A command of the contract: `ask` answers what came of it, and the rest says so for the screen. */
export const useCommand = <Name extends CommandName>(name: Name) => {
  const keys = useRef<ReturnType<typeof keyKeeper>>(null);
  keys.current ??= keyKeeper();
  const keeper = keys.current;

  const { mutateAsync, isPending, data, reset } = useMutation({
    // A browser that believes it is offline still asks: it says so sooner than it would wait.
    networkMode: 'always',
    mutationFn: async ({ input, acknowledged }: { input: InputOf<Name>; acknowledged: readonly string[] }): Promise<Answer> => {
      const answer = await ask(name, input, { acknowledged, key: keeper.keyFor([input, acknowledged]) });
      keeper.answered(answer);
      return answer;
    },
  });

  return {
    ask: (input: InputOf<Name>, acknowledged: readonly string[] = []) => mutateAsync({ input, acknowledged }),
    busy: isPending,
    refused: data && 'refused' in data ? data.refused : [],
    problem: data && 'problem' in data ? data.problem : undefined,
    /** Takes the last answer off the screen. */
    forget: reset,
  };
};

/** What came of a command, as a dialog shows it. */
export type Asked = { busy: boolean; refused: Breach[]; problem?: Problem };

type Options<Name extends QueryName> = Pick<UseQueryOptions<AnswerOf<Name>>, 'enabled' | 'staleTime' | 'placeholderData'>;

/** A query of the contract; who reads it is the query cache (see live.ts). */
export const useQueryOf = <Name extends QueryName>(name: Name, input: InputOf<Name>, options: Options<Name> = {}) =>
  useQuery<AnswerOf<Name>>({ queryKey: [name, input], ...options });
