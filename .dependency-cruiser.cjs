/**
 * Who may import whom. `npm run check` enforces it, and testing/boundaries.test.ts has seen every line fail.
 * Calls go down this list (to the right), events go up: a subject may call those after it, through their index.ts.
 */
const SUBJECTS = [
  'reporting', 'quality', 'operations', 'escalation', 'tasks', 'assist', 'guidance',
  'booking', 'conversations', 'desk', 'knowledge', 'customers', 'platform',
];

const TEST = '\\.test\\.tsx?$';
/** Tests, the examples they share and the programs they start. */
const FOR_TESTS = '\\.(test|trials|application)\\.tsx?$|^voice/trials/';
const NO_TYPES = { dependencyTypesNot: ['type-only'] };

const law = (name, comment, from, to) => ({ name, comment, severity: 'error', from, to });

const callsGoRight = SUBJECTS.slice(1).map((subject, index) =>
  law(
    `server-${subject}-calls-right-only`,
    'A subject to the left learns by reacting to an event.',
    { path: `^server/${subject}/` },
    { path: `^server/(${SUBJECTS.slice(0, index + 1).join('|')})/` },
  ),
);

module.exports = {
  forbidden: [
    law('domain-imports-nothing', 'Facts and rules are pure.',
      { path: '^domain/', pathNot: TEST }, { pathNot: '^domain/' }),
    law('domain-tests-stay-pure', 'A rule is tested without server, screen or contract.',
      { path: `^domain/.*${TEST}` }, { path: '^(contract|server|web|situations|bench|scripts)/' }),
    law('contract-imports-domain-only', 'A door knows facts and shapes (zod), not who opens it.',
      { path: '^contract/', pathNot: TEST }, { pathNot: '^(contract|domain)/|/zod/' }),
    law('contract-widget-imports-nothing', 'All that a visitor\'s browser may know stands there.',
      { path: '^contract/widget[/.]' }, { pathNot: '^contract/widget[/.]' }),

    law('platform-knows-no-subject', 'The machinery serves every subject alike.',
      { path: '^server/platform/' }, { path: '^server/(?!platform/)' }),
    ...callsGoRight,
    law('server-front-doors-only', 'A subject is reached through its index.ts.',
      { path: '^server/([^/]+)/', pathNot: '^server/platform/' },
      { path: '^server/[^/]+/', pathNot: '^server/($1|platform)/|^server/[^/]+/index\\.ts$' }),
    law('server-is-joined-at-the-top', 'Files in server/ itself join the subjects; no subject knows them.',
      { path: '^server/[^/]+/', pathNot: FOR_TESTS }, { path: '^server/[^/]+$' }),
    law('server-knows-no-screen', 'The desk answers whoever asks through the contract.',
      { path: '^server/' }, { path: '^(web|bench|scripts)/' }),
    law('subjects-know-no-situation', 'Played days use the desk, not the other way round.',
      { path: '^server/[^/]+/', pathNot: FOR_TESTS }, { path: '^situations/' }),

    law('web-asks-by-contract', 'A screen knows facts, rules and doors, never the server.',
      { path: '^web/', pathNot: TEST }, { path: '^(server|situations|bench|scripts)/' }),
    law('web-subjects-do-not-meet', 'web/app joins the screens of two subjects.',
      { path: '^web/(?!app/|ui/|platform/|stories/)([^/]+)/' },
      { path: '^web/[^/]+/', pathNot: '^web/($1|ui|platform)/' }),
    law('web-ui-means-nothing', 'web/ui serves any subject: words, time, keys, panes and the types of facts are all it knows.',
      { path: '^web/ui/', pathNot: TEST }, { path: '^web/', pathNot: '^web/ui/|^web/platform/(words|time|key|panes)' }),
    law('web-ui-takes-types-only', 'What is decided about a fact is decided elsewhere.',
      { path: '^web/ui/', pathNot: TEST }, { path: '^(domain|contract)/', ...NO_TYPES }),
    law('web-platform-knows-no-subject', 'It carries questions and answers of every subject alike.',
      { path: '^web/platform/' }, { path: '^web/', pathNot: '^web/(platform|ui|words)/' }),

    law('voice-knows-no-subject', 'The media process serves calls; what they mean is the desk\'s.',
      { path: '^voice/', pathNot: FOR_TESTS }, { path: '^(server|web|widget|situations|bench|scripts|testing)/' }),
    law('voice-behind-its-door', 'The desk knows how calls are asked for and told, not how they sound.',
      { path: '^(server|web|situations|bench)/', pathNot: FOR_TESTS }, { path: '^voice/', pathNot: '^voice/(provider/|supervise\\.ts$)' }),
    law('voice-provider-stands-alone', 'A provider\'s words need nothing of the engine behind them.',
      { path: '^voice/provider/', pathNot: FOR_TESTS }, { path: '^voice/', pathNot: '^voice/provider/' }),

    law('played-days-use-no-screen', 'Situations and the bench ask commands; screens change too often.',
      { path: '^(situations|bench)/' }, { path: '^web/' }),
    law('nothing-ships-its-tests', 'What is tested does not know how.',
      { path: '^(domain|contract|server|web|voice)/', pathNot: `${FOR_TESTS}|^web/stories/` }, { path: `^testing/|${FOR_TESTS}` }),
    law('tests-stand-alone', 'What two tests share stands in testing/.', {}, { path: TEST }),
    law('tools-are-not-parts', 'Scripts use the house.',
      { pathNot: '^(scripts|testing)/' }, { path: '^scripts/' }),

    law('no-circles', 'Of two files that need each other, one is a third file.', {}, { circular: true }),
    law('found', 'An import that leads nowhere.', {}, { couldNotResolve: true }),
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '^(dist|data|\\.cache)/' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    combinedDependencies: true,
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'require', 'node', 'default', 'types'],
      mainFields: ['module', 'main', 'types'],
    },
  },
};
