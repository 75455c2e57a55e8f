import { mailBytes, saidBytes, type Attachment } from '@firstline/domain/conversations/attachment.ts';
import { useRef, useState } from 'react';
import { v7 as newKey } from 'uuid';
import { t } from '../platform/words.ts';
import { takeAway, upload } from './upload.ts';

/** A file that is not there yet: on its way, or refused with its reason. */
export type Coming = { key: string; name: string; bytes: number; part: number; problem?: string };

type Given = { taskId: string; files: Attachment[]; onFiles: (change: (files: Attachment[]) => Attachment[]) => void; text: string; mostBytes: number };

/** The files of a mail that is being written. */
export const useAttachments = ({ taskId, files, onFiles, text, mostBytes }: Given) => {
  const [coming, setComing] = useState<Coming[]>([]);
  const lines = useRef(new Map<string, () => void>());
  const change = (key: string, part: Partial<Coming>) => setComing((all) => all.map((one) => (one.key === key ? { ...one, ...part } : one)));
  const forget = (key: string) => {
    lines.current.delete(key);
    setComing((all) => all.filter((one) => one.key !== key));
  };

  const add = (given: readonly File[]) => {
    let weight = mailBytes(text, [...files, ...coming.filter(({ problem }) => !problem).map(({ bytes }) => ({ bytes }))]);
    for (const file of given) {
      const key = newKey();
      weight += mailBytes('', [{ bytes: file.size }]);
      const problem = file.size === 0 ? t('This file is empty.') : weight > mostBytes ? tooLarge(file.size, mostBytes) : undefined;
      setComing((all) => [...all, { key, name: file.name, bytes: file.size, part: 0, problem }]);
      if (problem) {
        weight -= mailBytes('', [{ bytes: file.size }]);
        continue;
      }
      const { done, stop } = upload(taskId, file, (part) => change(key, { part }));
      lines.current.set(key, stop);
      void done.then((answer) => {
        if (!lines.current.has(key)) return 'file' in answer ? takeAway(answer.file.id) : undefined;
        if ('problem' in answer) return change(key, { problem: answer.problem });
        forget(key);
        onFiles((known) => [...known, answer.file]);
      });
    }
  };

  return {
    coming,
    add,
    stop: (key: string) => {
      const stop = lines.current.get(key);
      forget(key);
      stop?.();
    },
    remove: (file: Attachment) => {
      onFiles((known) => known.filter(({ id }) => id !== file.id));
      takeAway(file.id);
    },
    /** Why the mail waits. */
    waits: coming.some(({ problem }) => !problem) ? t('A file is still on its way.') : undefined,
  };
};

const tooLarge = (bytes: number, mostBytes: number): string =>
  t('{{size}} is too much: with everything in it a mail may weigh {{most}}, and files grow by a third on their way.', { size: saidBytes(bytes), most: saidBytes(mostBytes) });
