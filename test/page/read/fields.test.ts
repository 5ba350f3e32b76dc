import { describe, expect, it } from 'vitest';
import { readPage } from '../../../src/page/read/read-page.ts';
import { attachRoot, labelTexts, readBody, shadowRootOf } from './page-of.ts';

const fieldsOf = (html: string, prepare?: () => void) => readBody(html, prepare).snapshot.fields;
const labelled = (html: string, route: string) =>
  fieldsOf(html)[0]
    ?.labels.filter((label) => label.route === route)
    .map(({ text }) => text);

describe('the controls of a page', () => {
  it('names every kind of control', () => {
    const html = `<input><input type="password"><input type="tel"><input type="number"><input type="email"><input type="date"><input type="file">
      <select></select><input type="checkbox"><textarea></textarea><div contenteditable></div><div role="textbox"></div>
      <input type="file" capture="user"><div class="dropzone">拖拽身份证照片到此处</div>`;
    expect(fieldsOf(html).map(({ control }) => control)).toEqual([
      'text',
      'password',
      'tel',
      'number',
      'email',
      'date',
      'file',
      'select',
      'choice',
      'textarea',
      'editable',
      'editable',
      'camera',
      'drop',
    ]);
  });

  it('passes over controls that take nothing from the visitor', () => {
    expect(fieldsOf('<input type="hidden"><input type="submit"><input type="reset"><button>提交</button><input type="range">')).toEqual([]);
  });

  it('copies the attributes that say what is wanted', () => {
    const [field] = fieldsOf(
      '<form action="/send?x=1" method="POST"><input name="sfz" id="f1" autocomplete="cc-number" pattern="\\d{17}[\\dX]" inputmode="numeric" maxlength="18"></form>',
    );
    expect(field).toMatchObject({
      name: 'sfz',
      id: 'f1',
      autocomplete: 'cc-number',
      pattern: '\\d{17}[\\dX]',
      maxLength: 18,
      form: 0,
    });
  });

  it('points each field at its element', () => {
    const { snapshot, fields } = readBody('<input name="a"><p><select name="b"></select></p>');
    expect(fields.map(([element]) => element?.getAttribute('name'))).toEqual(snapshot.fields.map(({ name }) => name));
  });

  it('never asks a control for its value', () => {
    let asked = 0;
    const trap = {
      configurable: true,
      get: () => {
        asked++;
        return '110101199003070000';
      },
    };
    const { snapshot } = readBody(
      '<form><input name="id"><textarea>打过的字</textarea><select><option>甲</option></select><div contenteditable>110101</div><input type="submit" value="提交"></form>',
      () => {
        for (const element of document.querySelectorAll('input,textarea,select')) Object.defineProperty(element, 'value', trap);
      },
    );
    expect(asked).toBe(0);
    expect(JSON.stringify(snapshot)).not.toMatch(/110101|打过的字/);
  });

  it('takes boxes that words part for two numbers', () => {
    const boxes = '<span><input maxlength="1"></span>';
    const html = `<div><p>卡号十六位</p>${boxes.repeat(16)}<p>卡背末三位</p>${boxes.repeat(3)}</div>`;
    expect(fieldsOf(html).map(({ maxLength }) => maxLength)).toEqual([16, 3]);
  });

  it('reads boxes of one character as one field', () => {
    const boxes = '<span><input maxlength="1"></span>'.repeat(18);
    expect(
      fieldsOf(`<div>身份证号</div><div>${boxes}</div><input name="other">`).map(({ maxLength, labels }) => [maxLength, labels[0]?.text]),
    ).toEqual([
      [18, '身份证号'],
      [undefined, undefined],
    ]);
    expect(fieldsOf(`<p>卡号</p>${'<input maxlength="4">'.repeat(4)}`)[0]).toMatchObject({ maxLength: 16 });
  });

  it('reads radio buttons of one name as one question', () => {
    const html =
      '<fieldset><legend>证件类型</legend><label><input type="radio" name="t">身份证</label><input type="radio" name="t" id="p"><label for="p">护照</label></fieldset>';
    const fields = fieldsOf(html);
    expect(fields).toHaveLength(1);
    expect(fields[0]).toMatchObject({ control: 'choice' });
    expect(labelTexts(fields[0])).toContain('证件类型');
  });

  it('finds one real field among a thousand decoys, and keeps telling fields when even the limit is exceeded', () => {
    const decoys = '<input placeholder="备注">'.repeat(500);
    const among = fieldsOf(`${decoys}<input placeholder="身份证号码">${decoys}`);
    expect(among).toHaveLength(1001);
    expect(among.some((field) => labelTexts(field).includes('身份证号码'))).toBe(true);
    const beyond = fieldsOf(`${decoys.repeat(9)}<input placeholder="身份证号码">`);
    expect(beyond).toHaveLength(4000);
    expect(labelTexts(beyond.at(-1))).toContain('身份证号码');
  });

  it('looks into closed shadow roots and takes the labels of the host', () => {
    const fields = fieldsOf('<div>开户银行卡</div><my-input label="结算卡号"></my-input>', () => {
      attachRoot(document.querySelector('my-input') as Element, 'closed', '<input>');
    });
    expect(fields).toHaveLength(1);
    expect(labelTexts(fields[0])).toEqual(expect.arrayContaining(['结算卡号', '开户银行卡']));
  });

  it('takes an opaque custom element with a label for a control', () => {
    expect(fieldsOf('<x-input label="法人姓名"></x-input>')[0]).toMatchObject({
      control: 'text',
      labels: [{ route: 'title', text: '法人姓名' }],
    });
  });

  it('takes a clickable tile with upload words for a way to hand over a file, and only once if it has a file input', () => {
    expect(fieldsOf('<div onclick="pick()"><img src="/img/sfz-zm.png"><p>点击上传身份证人像面</p></div>')[0]).toMatchObject({
      control: 'drop',
    });
    expect(fieldsOf('<p>第二步:上传身份证,等待审核</p>')).toEqual([]);
    expect(fieldsOf('<div role="button" aria-label="拍摄身份证人像面"><canvas></canvas><span>打开相机</span></div>')[0]).toMatchObject({
      control: 'drop',
      labels: [{ route: 'aria', text: '拍摄身份证人像面' }, {}],
    });
    expect(fieldsOf('<h4>营业执照</h4><div ondrop="take(event)"><div>把文件拖进虚线框</div></div>')[0]).toMatchObject({ control: 'drop' });
    const styled = fieldsOf('<div class="upload"><span>上传营业执照</span><input type="file" style="display:none"></div>');
    expect(styled.map(({ control, visible }) => [control, visible])).toEqual([['file', true]]);
  });

  it('takes a live picture with words about faces for a camera, and a film for a film', () => {
    expect(fieldsOf('<p>请正对摄像头进行人脸识别</p><video autoplay playsinline></video>').map(({ control }) => control)).toEqual([
      'camera',
    ]);
    expect(fieldsOf('<p>人脸识别机演示</p><video src="/demo.mp4" controls></video>')).toEqual([]);
  });
});

describe('the labels of a control', () => {
  it.each([
    ['aria', '<input aria-label="身份证号">'],
    ['aria', '<b id="n">身份证号</b><input aria-labelledby="n">'],
    ['aria', '<input aria-describedby="n"><b id="n">身份证号</b>'],
    ['for', '<p><label for="f">身份证号</label></p><section><input id="f"></section>'],
    ['wrap', '<label>身份证号<input></label>'],
    ['placeholder', '<input placeholder="身份证号">'],
    ['placeholder', '<div contenteditable data-placeholder="身份证号"></div>'],
    ['cell', '<table><tr><td>身份证号</td><td><input></td></tr></table>'],
    ['cell', '<table><tr><th>姓名</th><th>身份证号</th></tr><tr><td>甲</td><td><input></td></tr></table>'],
    ['sibling', '身份证号 <input>'],
    ['sibling', '<div>身份证号</div><div><span><input></span></div>'],
    ['sibling', '<div><i>身份证号</i></div><div><div><input></div></div>'],
    ['sibling', '<div>身<i style="font-size:0">x</i>份<b>证</b>号</div><input>'],
    ['sibling', '<div><input><p>身份证号</p></div>'],
    ['legend', '<fieldset><legend>身份证号</legend><p>请填写</p><div><input></div></fieldset>'],
    ['title', '<input title="身份证号">'],
    ['image', '<div><img alt="身份证号" src="a.png"><input></div>'],
    ['step', '<h3>身份证号</h3><form><p><a href="#">帮助中心内容</a></p><div><p><i></i><input></p></div></form>'],
    ['step', '<ul><li class="step active">身份证号</li></ul><main><section><div><div><input></div></div></section></main>'],
  ])('are found by the route %s in %s', (route, html) => {
    expect(labelled(html, route)).toContain('身份证号');
  });

  it('come with the name of the picture beside a file input', () => {
    expect(labelled('<div class="tile"><img src="https://cdn.example/img/sfz-front.png?v=2"><input type="file"></div>', 'image')).toEqual([
      'sfz-front',
    ]);
  });

  it('belong to the nearest control only', () => {
    const [name, card] = fieldsOf('<div>姓名 <input></div><div>银行卡号 <input></div>');
    expect(labelTexts(name)).toEqual(['姓名']);
    expect(labelTexts(card)).toEqual(['银行卡号']);
  });

  it('cost little however long and hostile they are', () => {
    const hostile = '身份证 '.repeat(30_000);
    const start = performance.now();
    const [field] = fieldsOf(`<label for="x">${hostile}</label><input id="x" placeholder="${hostile}">`);
    expect(field?.labels.every(({ text }) => text.length <= 160)).toBe(true);
    expect(performance.now() - start).toBeLessThan(2_000);
  });
});

describe('whether a control can be used', () => {
  it('follows its style', () => {
    const fields = fieldsOf('<input><input style="display:none"><div style="display:none"><input></div><input style="visibility:hidden">');
    expect(fields.map(({ visible }) => visible)).toEqual([true, false, false, false]);
  });
});

describe('a snapshot', () => {
  it('is accepted by its schema whatever the page holds', async () => {
    const { snapshotSchema } = await import('../../../src/core/page/snapshot.ts');
    document.title = '标题'.repeat(500);
    document.body.innerHTML = `${'<form action="https://a.example/x?y=1"><input placeholder="a" maxlength="x"></form>'.repeat(250)}${'<a href="https://b.example/">外</a><img alt="图">'.repeat(900)}<p>${'长'.repeat(5_000)}</p>`;
    const { snapshot } = readPage(document, { shadowRootOf });
    expect(snapshotSchema.safeParse(snapshot).error).toBeUndefined();
  });
});
