import { useEffect, useRef } from 'react';
import { t } from '../platform/words.ts';
import { CopyField } from './copy-field.tsx';
import { CodeField } from './code-field.tsx';
import { QrPicture } from './qr-picture.tsx';
import type { Begun } from './use-set-up.ts';
import './second-step.css';

type ScanProps = { begun: Begun; code: string; error?: string; onCode: (code: string) => void };

/** The secret as a picture and as text, and the code that proves that it arrived. */
export const Scan = ({ begun: { secret, address }, code, error, onCode }: ScanProps) => (
  <div className="second-step">
    <QrPicture text={address} says={t('Picture for the camera of your telephone; the same stands below as text')} />
    <CopyField aside label={t('Secret, where no camera is')} value={secret} copy={t('Copy the secret')} />
    <CodeField label={t('Code that the app shows now')} value={code} error={error} onChange={onCode} />
  </div>
);

/** Shown this once. */
export const BackupCodes = ({ codes }: { codes: readonly string[] }) => {
  const list = useRef<HTMLUListElement>(null);
  useEffect(() => list.current?.focus(), []);
  return (
    <div className="second-step">
      <ul ref={list} tabIndex={-1} className="second-step-codes" aria-label={t('Backup codes')}>
        {codes.map((code) => (
          <li key={code}>{code}</li>
        ))}
      </ul>
      <CopyField aside label={t('All of them')} value={codes.join(' ')} copy={t('Copy the codes')} />
    </div>
  );
};
