import type { Attachment } from '@firstline/domain/conversations/attachment.ts';
import { t } from '../platform/words.ts';

export type Upload = { done: Promise<{ file: Attachment } | { problem: string }>; stop: () => void };

/** Brings one file to the desk and tells how far it is; `fetch` cannot tell that. */
export const upload = (taskId: string, given: File, onPart: (part: number) => void): Upload => {
  const line = new XMLHttpRequest();
  const asked = new URLSearchParams({ taskId, name: nameOf(given), type: given.type });
  const done = new Promise<Awaited<Upload['done']>>((answer) => {
    const noAnswer = (): void => answer({ problem: t('The line broke while this file was on its way. Try again.') });
    line.upload.onprogress = ({ loaded, total }) => onPart(total > 0 ? loaded / total : 0);
    line.onerror = noAnswer;
    line.ontimeout = noAnswer;
    line.onabort = noAnswer;
    line.onload = () => answer(heard(line) ?? { problem: t('The desk did not take this file. Try again.') });
  });
  line.open('POST', `/api/files?${asked}`);
  line.setRequestHeader('content-type', 'application/octet-stream');
  line.send(given);
  return { done, stop: () => line.abort() };
};

type Body = { file?: Attachment; title?: string; issues?: { says: string }[] };

const heard = ({ status, responseText }: XMLHttpRequest): { file: Attachment } | { problem: string } | undefined => {
  try {
    const body = JSON.parse(responseText) as Body;
    if (status === 200 && body.file) return { file: body.file };
    const said = [body.title, ...(body.issues ?? []).map(({ says }) => says)].filter((part) => part !== undefined);
    return said.length > 0 ? { problem: said.map((part) => t(part)).join(' ') } : undefined;
  } catch {
    return undefined;
  }
};

export const takeAway = (fileId: string): void => void fetch(`/api/files/${fileId}`, { method: 'DELETE' }).catch(() => undefined);

/** A pasted screenshot is called "image.png" by every browser; when it was taken says more. */
const nameOf = ({ name, type, lastModified }: File): string =>
  name === 'image.png' && type === 'image/png' ? `screenshot-${new Date(lastModified).toISOString().slice(0, 19).replaceAll(':', '-')}.png` : name;
