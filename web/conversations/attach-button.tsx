import { Paperclip } from 'lucide-react';
import { useRef } from 'react';
import { t } from '../platform/words.ts';
import { IconButton } from '../ui/icon-button.tsx';

/** Opens the machine's own dialog to choose files. */
export const AttachButton = ({ onFiles }: { onFiles: (files: File[]) => void }) => {
  const field = useRef<HTMLInputElement>(null);
  return (
    <>
      <input
        ref={field}
        type="file"
        multiple
        hidden
        onChange={({ target }) => {
          onFiles([...(target.files ?? [])]);
          // The same file may be chosen again after it was removed.
          target.value = '';
        }}
      />
      <IconButton icon={Paperclip} name={t('Attach files')} onClick={() => field.current?.click()} />
    </>
  );
};
