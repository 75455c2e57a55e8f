import { NEW_TASK, noticeLines } from '@firstline/domain/tasks/notice.ts';
import type { Notices } from '@firstline/domain/tasks/own-desk.ts';
import { t } from '../platform/words.ts';
import { toast } from '../ui/toast.tsx';
import { newsNow, onNews, type News } from './news.ts';

/** Tasks that come in a burst are told together, so that nobody drowns in them. */
const TOGETHER_MS = 1500;

let waiting: News[] = [];
/** What the word on the screen speaks of. */
let told: readonly News[] = [];
let takeAway = (): void => undefined;

const isNews = ({ taskId }: News): boolean => newsNow().some((one) => one.taskId === taskId);

/** Tells of a new task on the screen, and beside it as the person wishes. */
export const tellNews = (one: News, wishes: () => Notices | undefined, open: (taskId: string) => void, say = toast): void => {
  waiting.push(one);
  if (waiting.length > 1) return;
  setTimeout(() => {
    const still = waiting.filter(isNews);
    waiting = [];
    const [first] = still;
    if (!first) return;
    told = still;
    const says = told.length > 1 ? t('{{count}} new tasks require attention', { count: told.length }) : `${t(NEW_TASK)}: ${first.customerName}`;
    // The newest is enough; all of them stand behind the bell.
    takeAway();
    takeAway = say(says, { seconds: 12, open: () => open(first.taskId) });
    const { sound, desktop } = wishes() ?? {};
    if (sound) ring();
    if (desktop) showOutside(says, first, open);
  }, TOGETHER_MS);
};

// Once somebody has all that it speaks of, there is nothing left to open.
onNews(() => {
  if (told.length === 0 || told.some(isNews)) return;
  told = [];
  takeAway();
});

/** A short, soft tone. A browser that was not touched yet plays none. */
const ring = (): void => {
  try {
    const audio = new AudioContext();
    const volume = audio.createGain();
    volume.gain.setValueAtTime(0.08, audio.currentTime);
    volume.gain.exponentialRampToValueAtTime(0.0001, audio.currentTime + 0.5);
    const tone = audio.createOscillator();
    tone.frequency.value = 740;
    tone.connect(volume).connect(audio.destination);
    tone.start();
    tone.stop(audio.currentTime + 0.5);
    tone.onended = () => void audio.close();
  } catch {
    // No sound here, then; the screen has said it.
  }
};

const showOutside = (says: string, news: News, open: (taskId: string) => void): void => {
  if (typeof Notification === 'undefined' || Notification.permission !== 'granted' || document.hasFocus()) return;
  const shown = new Notification(says, { body: noticeLines(news).map(([name, value]) => `${t(name)}: ${value}`).join('\n'), tag: news.taskId });
  shown.onclick = () => {
    window.focus();
    open(news.taskId);
    shown.close();
  };
};

/** Asks the browser to let notices out of its window; answers whether it does. */
export const askForDesktop = async (): Promise<boolean> =>
  typeof Notification !== 'undefined' && (Notification.permission === 'granted' || (await Notification.requestPermission()) === 'granted');
