/** Whether the desk shows other screens by now than those of this page: a program that this page lacks will never come. */
export const isRenewed = async (): Promise<boolean> => {
  const begun = document.querySelector<HTMLScriptElement>('script[type="module"][src]')?.src;
  if (!begun) return false;
  try {
    const answer = await fetch('/', { cache: 'no-store', headers: { accept: 'text/html' } });
    return answer.ok && !(await answer.text()).includes(new URL(begun).pathname);
  } catch {
    return false;
  }
};
