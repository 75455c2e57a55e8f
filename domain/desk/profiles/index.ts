import { cable } from './cable.ts';
import { helpDesk } from './help-desk.ts';
import { homeServices } from './home-services.ts';
import type { Profile } from './profile.ts';
import { serviceChecklist } from './service-checklist.ts';
import { solarSupport } from './solar-support.ts';

export type { Profile } from './profile.ts';

export const PROFILES: readonly Profile[] = [homeServices, helpDesk, solarSupport, serviceChecklist, cable];
