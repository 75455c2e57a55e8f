import { KeyRound } from 'lucide-react';
import { isAdministrator, useMe } from '../platform/me.ts';
import { t } from '../platform/words.ts';
import { Empty } from '../ui/empty.tsx';
import { Sheet, type SheetProps } from '../ui/sheet.tsx';

type AdminPageProps = SheetProps & { /** When it is not for administrators alone. */ may?: boolean };

/** A page for whoever looks after the desk. Others are told whose it is; the doors behind it are closed to them anyway. */
export const AdminPage = ({ may, title, children, ...head }: AdminPageProps) => {
  const isKeeper = isAdministrator(useMe());
  if (may ?? isKeeper) return <Sheet title={title} {...head}>{children}</Sheet>;
  return (
    <Sheet title={title}>
      <Empty icon={KeyRound} title={t('This page belongs to the administrators.')}>
        {t('Ask one of them for what you need changed here.')}
      </Empty>
    </Sheet>
  );
};
