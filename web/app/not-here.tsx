import { Link } from '@tanstack/react-router';
import { SearchX } from 'lucide-react';
import { HelpLine } from '../platform/help-line.tsx';
import { t } from '../platform/words.ts';
import { Empty } from '../ui/empty.tsx';

/** An address that leads nowhere. */
export const NotHere = () => (
  <main className="gate">
    <h1 className="heard">{t('Firstline')}</h1>
    <Empty icon={SearchX} title={t('There is no such page.')} action={<Link to="/">{t('Go to my work')}</Link>}>
      <HelpLine />
    </Empty>
  </main>
);
