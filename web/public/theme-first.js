// Runs before the first paint, as a file of our own so that no inline script is needed. Twin of platform/theme.ts.
(() => {
  try {
    const choice = localStorage.getItem('firstline.theme');
    if (choice === 'light' || choice === 'dark') document.documentElement.dataset.theme = choice;
  } catch {
    // Without storage the page follows the system.
  }
})();
