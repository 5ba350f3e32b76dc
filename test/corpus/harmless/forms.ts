import type { Dice } from './dice.ts';

/** One question of a form, before a framework has dressed it. */
export interface Field {
  label: string;
  type: string;
  options: string[];
  name: string;
  hint: string;
}

interface FormStyle {
  open(action: string, dice: Dice): string;
  field(field: Field, dice: Dice): string;
  close(button: string): string;
}

const attributes = (f: Field, cls: string) =>
  `${cls ? ` class="${cls}"` : ''}${f.name ? ` name="${f.name}"` : ''}${f.hint ? ` placeholder="${f.hint}"` : ''}`;

function control(f: Field, cls: string): string {
  const at = attributes(f, cls);
  if (f.type === 'select')
    return `<select${at}><option value="">请选择</option>${f.options.map((o, i) => `<option value="${i + 1}">${o}</option>`).join('')}</select>`;
  if (f.type === 'area') return `<textarea${at} rows="4"></textarea>`;
  if (f.type === 'radio' || f.type === 'checkbox')
    return f.options.map((o, i) => `<label><input type="${f.type}" name="${f.name}" value="${i}"> ${o}</label>`).join(' ');
  if (f.type === 'file') return `<input type="file" accept="image/*"${at}>`;
  return `<input type="${f.type}"${at} autocomplete="off">`;
}

const act = (action: string) => (action ? ` action="${action}"` : '');

/** How each framework of the trade writes its forms. */
export const forms: Record<string, FormStyle> = {
  table: {
    open: (a) => `<form method="post"${act(a)}><table width="96%" border="0" cellpadding="4" cellspacing="1" bgcolor="#cccccc">`,
    field: (f) =>
      `<tr bgcolor="#ffffff"><td width="22%" align="right"><font color="red">*</font>${f.label}：</td><td>${control(f, 'inp')} <span class="tip"></span></td></tr>`,
    close: (b) =>
      `<tr bgcolor="#ffffff"><td></td><td><input type="submit" value="${b}"> <input type="reset" value="重填"></td></tr></table></form>`,
  },
  bs: {
    open: (a) => `<form class="form-horizontal" role="form" method="post"${act(a)}>`,
    field: (f, d) => {
      const id = `i${d.int(10000, 99999)}`;
      return `<div class="form-group row"><label for="${id}" class="col-sm-3 control-label">${f.label}</label><div class="col-sm-9">${control(f, 'form-control').replace(' class=', ` id="${id}" class=`)}<span class="help-block"></span></div></div>`;
    },
    close: (b) =>
      `<div class="form-group"><div class="col-sm-offset-3 col-sm-9"><button type="submit" class="btn btn-primary btn-lg">${b}</button></div></div></form>`,
  },
  layui: {
    open: (a) => `<form class="layui-form layui-form-pane" lay-filter="f"${act(a)}>`,
    field: (f) =>
      f.type === 'file'
        ? `<div class="layui-form-item"><label class="layui-form-label">${f.label}</label><div class="layui-upload-drag"><i class="layui-icon layui-icon-upload"></i><p>点击上传，或将文件拖拽到此处</p><input class="layui-upload-file" type="file" accept="image/*" name="${f.name}" style="display:none"></div></div>`
        : `<div class="layui-form-item"><label class="layui-form-label">${f.label}</label><div class="layui-input-block">${control(f, 'layui-input').replace('<input', '<input lay-verify="required"')}</div></div>`,
    close: (b) =>
      `<div class="layui-form-item"><div class="layui-input-block"><button class="layui-btn" lay-submit lay-filter="go">${b}</button><button type="reset" class="layui-btn layui-btn-primary">重置</button></div></div></form>`,
  },
  el: {
    open: () => '<form class="el-form demo-ruleForm el-form--label-right">',
    field: (f, d) => {
      const inner =
        f.type === 'file'
          ? `<div class="upload-box" data-v-7ba5bd90><div tabindex="0" class="el-upload el-upload--picture-card"><i class="el-icon-plus"></i><input type="file" name="file" class="el-upload__input" accept="image/jpeg,image/png"></div><div class="el-upload__tip">只能上传 jpg/png 文件，且不超过 ${d.int(2, 10)}MB</div></div>`
          : `<div class="el-input el-input--medium">${control({ ...f, name: '' }, 'el-input__inner')}</div>`;
      return `<div class="el-form-item is-required el-form-item--medium"><label for="${f.name}" class="el-form-item__label" style="width:120px">${f.label}</label><div class="el-form-item__content" style="margin-left:120px">${inner}<!----></div></div>`;
    },
    close: (b) =>
      `<div class="el-form-item"><div class="el-form-item__content" style="margin-left:120px"><button type="button" class="el-button el-button--primary el-button--medium"><span>${b}</span></button></div></div></form>`,
  },
  antd: {
    open: () => '<form class="ant-form ant-form-horizontal" id="basic">',
    field: (f) => {
      const inner =
        f.type === 'file'
          ? `<span class="ant-upload-wrapper"><div class="ant-upload ant-upload-select ant-upload-select-picture-card"><span tabindex="0" class="ant-upload" role="button"><input type="file" accept="image/*" style="display:none"><div><span role="img" aria-label="plus" class="anticon anticon-plus"></span><div style="margin-top:8px">上传</div></div></span></div></span>`
          : control(f, 'ant-input css-1x2y').replace('<input', `<input id="basic_${f.name}" aria-required="true"`);
      return `<div class="ant-form-item css-1x2y"><div class="ant-row ant-form-item-row"><div class="ant-col ant-col-6 ant-form-item-label"><label for="basic_${f.name}" class="ant-form-item-required" title="${f.label}">${f.label}</label></div><div class="ant-col ant-col-14 ant-form-item-control"><div class="ant-form-item-control-input"><div class="ant-form-item-control-input-content">${inner}</div></div></div></div></div>`;
    },
    close: (b) =>
      `<div class="ant-form-item"><button type="submit" class="ant-btn ant-btn-primary"><span>${b}</span></button></div></form>`,
  },
  vant: {
    open: () => '<form class="van-form"><div class="van-cell-group van-hairline--top-bottom">',
    field: (f) =>
      f.type === 'file'
        ? `<div class="van-cell van-field"><div class="van-cell__title van-field__label"><span>${f.label}</span></div><div class="van-cell__value van-field__value"><div class="van-uploader"><div class="van-uploader__wrapper"><div class="van-uploader__upload"><i class="van-icon van-icon-photograph"></i><input type="file" accept="image/*" class="van-uploader__input"></div></div></div></div></div>`
        : `<div class="van-cell van-field"><div class="van-cell__title van-field__label"><span>${f.label}</span></div><div class="van-cell__value van-field__value"><div class="van-field__body">${control(f, 'van-field__control')}</div></div></div>`,
    close: (b) =>
      `</div><div style="margin:16px"><button type="submit" class="van-button van-button--info van-button--block van-button--round"><div class="van-button__content"><span class="van-button__text">${b}</span></div></button></div></form>`,
  },
  uni: {
    open: () => '<uni-form><span>',
    field: (f) =>
      `<uni-view class="cu-form-group margin-top"><uni-view class="title">${f.label}</uni-view>${f.type === 'file' ? `<uni-view class="grid col-4 grid-square flex-sub"><uni-view class="solids"><uni-text class="cuIcon-cameraadd"></uni-text><input type="file" accept="image/*" style="position:absolute;opacity:0"></uni-view></uni-view>` : f.type === 'select' ? `<uni-picker><uni-view class="picker">${f.hint || '请选择'}</uni-view></uni-picker>` : `<uni-input><div class="uni-input-wrapper"><div class="uni-input-placeholder">${f.hint}</div>${control({ ...f, name: '', hint: '' }, 'uni-input-input')}</div></uni-input>`}</uni-view>`,
    close: (b) => `</span><uni-button class="cu-btn bg-green lg block" form-type="submit">${b}</uni-button></uni-form>`,
  },
  weui: {
    open: (a) => `<form method="post"${act(a)}><div class="weui-cells weui-cells_form">`,
    field: (f) =>
      `<div class="weui-cell"><div class="weui-cell__hd"><label class="weui-label">${f.label}</label></div><div class="weui-cell__bd">${f.type === 'file' ? `<div class="weui-uploader__input-box"><input class="weui-uploader__input" type="file" accept="image/*" multiple></div>` : control(f, 'weui-input')}</div></div>`,
    close: (b) =>
      `</div><div class="weui-btn-area"><a class="weui-btn weui-btn_primary" href="javascript:" id="tijiao">${b}</a></div></form>`,
  },
  plain: {
    open: (a) => `<form method="post"${act(a)} class="frm"><dl>`,
    field: (f) => `<dt>${f.label}</dt><dd>${control(f, 'txt')}</dd>`,
    close: (b) => `</dl><p><button type="submit" class="sub">${b}</button></p></form>`,
  },
  tw: {
    open: (a) => `<form class="mt-8 space-y-6 max-w-xl" method="POST"${act(a)}>`,
    field: (f) =>
      `<div><label for="${f.name}" class="block text-sm font-medium leading-6 text-gray-900">${f.label}</label><div class="mt-2">${control(f, 'block w-full rounded-md border-0 py-1.5 px-3 text-gray-900 shadow-sm ring-1 ring-inset ring-gray-300').replace(' class=', ` id="${f.name}" class=`)}</div></div>`,
    close: (b) =>
      `<button type="submit" class="flex w-full justify-center rounded-md bg-indigo-600 px-3 py-1.5 text-sm font-semibold text-white">${b}</button></form>`,
  },
};
