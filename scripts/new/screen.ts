import { pascal, sentence } from './names.ts';
import type { Made } from './made.ts';

/** `npm run new screen <subject> <name>` */
export const newScreen = (subject: string, name: string): Made => ({
  files: { [`web/${subject}/${name}.tsx`]: screenFile(name), [`web/${subject}/${name}.css`]: `.${name} {\n  display: grid;\n  gap: var(--space-3);\n}\n` },
  changes: {},
  next: [
    `Show it from web/app, which joins the screens: import { ${pascal(name)} } from '../${subject}/${name}.tsx'.`,
    'Say first what the desk would refuse: check() with the same rules the command is judged by.',
  ],
});

const screenFile = (name: string) => `import { t } from '../platform/words.ts';
import './${name}.css';

export const ${pascal(name)} = () => (
  <section className="${name}" aria-label={t('${sentence(name)}')}>
    <h2>{t('${sentence(name)}')}</h2>
  </section>
);
`;
