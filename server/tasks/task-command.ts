import type { CommandSpec } from '@firstline/contract/spec.ts';
import { reaches, type Actor } from '@firstline/domain/desk/role.ts';
import type { DeskEvent } from '@firstline/domain/event.ts';
import { working } from '@firstline/domain/tasks/rules/index.ts';
import type { Task } from '@firstline/domain/tasks/task.ts';
import type { z } from 'zod';
import { nameOf } from '../desk/index.ts';
import { command, NOT_THERE, type Asked, type Command } from '../platform/command.ts';
import type { Reader } from '../platform/reader.ts';
import type { Fragment } from '../platform/fragment.ts';
import { signOfLife, taskStore } from './stores.ts';

/** The task, if it is there and this person serves its queue. */
export const taskFor = async (read: Reader, taskId: string, by: Actor): Promise<Task | typeof NOT_THERE> => {
  const task = await read.take(taskStore, taskId);
  return task && reaches(by, task.queueId) ? task : NOT_THERE;
};

/** Who has the task or may take it first, by name, when it is somebody else. */
export const holderName = async (read: Reader, task: Task, by: Actor): Promise<string | undefined> => {
  const whose = task.heldBy ?? task.parkedBy ?? task.reservedFor;
  return whose && whose !== by.id ? nameOf(read, whose) : undefined;
};

/** What a command of the task's holder knows. */
export type Held = { task: Task; by: Actor; holderName?: string };

/** The task with what the rules of its holder need, whoever asks. */
export const heldFor = async (read: Reader, taskId: string, by: Actor): Promise<Held | typeof NOT_THERE> => {
  const task = await taskFor(read, taskId, by);
  return task === NOT_THERE ? NOT_THERE : { task, by, holderName: await holderName(read, task, by) };
};

/** A command of the task's holder on their task: judged by `working`, and a sign of life. */
export const holderCommand = <Shape extends z.ZodType<{ taskId: string }>>(of: {
  spec: Omit<CommandSpec, 'input'> & { input: Shape };
  decide: (facts: Held, asked: Asked<z.infer<Shape>>) => DeskEvent[];
  soft?: (facts: Held, asked: Asked<z.infer<Shape>>) => Fragment[];
  history?: false;
}): Command<z.infer<Shape>, Held> =>
  command<Shape, Held>({
    spec: of.spec,
    facts: (read, { input, by }) => heldFor(read, input.taskId, by),
    queueOf: ({ task }) => task.queueId,
    rules: working,
    history: of.history,
    decide: of.decide,
    soft: of.soft ?? (({ task, by }, { now }) => [signOfLife(task.id, by.id, now)]),
  });
