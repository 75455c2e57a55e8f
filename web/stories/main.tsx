import { createRoot } from 'react-dom/client';
import { setHabits } from '../platform/time.ts';
import { chooseTheme } from '../platform/theme.ts';
import { Ground } from '../ui/ground.tsx';
import { PiecesStory } from './pieces-story.tsx';
import { WorkspaceStory } from './workspace-story.tsx';
import { FloorStory } from './floor-story.tsx';

const asked = new URLSearchParams(location.search);
const theme = asked.get('theme');
if (theme === 'light' || theme === 'dark') chooseTheme(theme);
setHabits({ zone: 'UTC' });

const STORIES: Record<string, () => React.ReactNode> = {
  pieces: () => <PiecesStory />,
  workspace: () => <WorkspaceStory ask={asked.has('ask')} start={asked.get('screen')} />,
  floor: () => <FloorStory />,
};

const root = document.getElementById('root');
if (root) createRoot(root).render(<Ground>{(STORIES[asked.get('story') ?? 'pieces'] ?? STORIES.pieces)?.()}</Ground>);
