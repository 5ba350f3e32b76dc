const api = globalThis.browser ?? globalThis.chrome;
const level = document.title.split(' ')[0];
const roles = { danger: 'alertdialog', caution: 'alert' };
void api.runtime.sendMessage({ request: 'sawPage', payload: level });

if (roles[level]) {
  const host = document.createElement('pos-signup-guard');
  const box = document.createElement('div');
  box.setAttribute('role', roles[level]);
  box.setAttribute('aria-label', 'Stop and think');
  const text = document.createElement('p');
  text.textContent = 'This page asked for an ID card.';
  const leave = document.createElement('button');
  leave.textContent = 'Leave';
  leave.addEventListener('click', () => host.remove());
  box.append(text, leave);
  host.attachShadow({ mode: 'closed' }).append(box);
  document.documentElement.append(host);
}
