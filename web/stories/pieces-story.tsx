import { Button } from '../ui/button.tsx';
import { useTheme, type Theme } from '../platform/theme.ts';
import { ControlStories } from './control-stories.tsx';
import { SayingStories } from './saying-stories.tsx';
import { TimeStories } from './time-stories.tsx';
import './stories.css';

/** Each piece in each of its states. */
export const PiecesStory = () => {
  const [theme, choose] = useTheme();
  return (
    <main>
      <div className="story-page">
        <header className="story-head">
          <h1>The pieces</h1>
          {(['light', 'dark', 'system'] as Theme[]).map((each) => (
            <Button key={each} kind={each === theme ? 'primary' : 'plain'} aria-pressed={each === theme} onClick={() => choose(each)}>
              {each}
            </Button>
          ))}
          <a href="?story=workspace">Workspace</a>
          <a href="?story=floor">Floor</a>
        </header>
        <div className="story-grid">
          <ControlStories />
          <SayingStories />
          <TimeStories />
        </div>
      </div>
    </main>
  );
};
