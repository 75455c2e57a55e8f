import { Link } from '@tanstack/react-router';
import { support } from './support.ts';
import { t } from './words.ts';

/** Under an error that fills the screen: whom to turn to, and what to do meanwhile. */
export const HelpLine = () => (
  <>
    {support().map(({ id, label, how, hours }) => (
      <span key={id} className="help-line">
        {t(label)}: {t(how)} {hours}
      </span>
    ))}{' '}
    <Link to="/help">{t('Quick help')}</Link>
  </>
);
