import { RouterProvider } from '@tanstack/react-router';
import { createRoot } from 'react-dom/client';
import { clearOldDrafts } from '../tasks/draft-shelf.ts';
import { Ground } from '../ui/ground.tsx';
import { router } from './routes.tsx';

clearOldDrafts(Date.now());

const root = document.getElementById('root');
if (root)
  createRoot(root).render(
    <Ground>
      <RouterProvider router={router} />
    </Ground>,
  );
