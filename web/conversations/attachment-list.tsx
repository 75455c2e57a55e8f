import { saidBytes, type Attachment } from '@firstline/domain/conversations/attachment.ts';
import { Paperclip, TriangleAlert, X } from 'lucide-react';
import { t } from '../platform/words.ts';
import { Icon } from '../ui/icon.tsx';
import { IconButton } from '../ui/icon-button.tsx';
import type { Coming } from './use-attachments.ts';
import './attachment-list.css';

/** Files of a message: each is saved by a click, never opened as a page. */
export const AttachmentList = ({ files }: { files: readonly Attachment[] }) => (
  <ul className="attachments" aria-label={t('Attachments')}>
    {files.map((file) => (
      <li key={file.id} className="attachment">
        <a className="attachment-link" href={`/api/files/${file.id}`} download={file.name}>
          {PICTURES.test(file.type) ? <img className="attachment-picture" src={`/api/files/${file.id}`} alt="" loading="lazy" /> : <Icon of={Paperclip} size={14} />}
          <span className="attachment-name">{file.name}</span>
          <span className="attachment-size">{saidBytes(file.bytes)}</span>
        </a>
      </li>
    ))}
  </ul>
);

const PICTURES = /^image\/(?:png|jpeg|gif|webp)$/;

type AttachingProps = { files: readonly Attachment[]; coming: readonly Coming[]; onRemove: (file: Attachment) => void; onStop: (key: string) => void };

/** Files of a mail that is being written: there, on their way, or refused with the reason. */
export const AttachingList = ({ files, coming, onRemove, onStop }: AttachingProps) =>
  files.length + coming.length === 0 ? null : (
    <ul className="attachments attaching" aria-label={t('Attached files')}>
      {files.map((file) => (
        <li key={file.id} className="attachment">
          <Icon of={Paperclip} size={14} />
          <span className="attachment-name">{file.name}</span>
          <span className="attachment-size">{saidBytes(file.bytes)}</span>
          <IconButton icon={X} name={t('Remove “{{name}}”', { name: file.name })} onClick={() => onRemove(file)} />
        </li>
      ))}
      {coming.map(({ key, name, bytes, part, problem }) => (
        <li key={key} className="attachment" data-refused={problem ? true : undefined}>
          <Icon of={problem ? TriangleAlert : Paperclip} size={14} />
          <span className="attachment-name">{name}</span>
          {problem ? (
            <span className="attachment-problem" role="alert">
              {problem}
            </span>
          ) : (
            <>
              <progress aria-label={t('“{{name}}” is on its way', { name })} max={1} value={part} />
              <span className="attachment-size">{t('{{part}} % of {{size}}', { part: Math.floor(part * 100), size: saidBytes(bytes) })}</span>
            </>
          )}
          <IconButton icon={X} name={problem ? t('Dismiss') : t('Stop “{{name}}”', { name })} onClick={() => onStop(key)} />
        </li>
      ))}
    </ul>
  );
