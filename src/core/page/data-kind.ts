/** What a page may ask a visitor for. The order is the order in which warnings name them. */
export const dataKinds = [
  'idNumber',
  'idPhotoFront',
  'idPhotoBack',
  'idPhotoHeld',
  'face',
  'bankCard',
  'settlementAccount',
  'cardPin',
  'cardCvv',
  'cardExpiry',
  'bankSmsCode',
  'bankLogin',
  'licenceNumber',
  'licencePhoto',
  'cardPhoto',
  'shopPhoto',
  'legalPerson',
  'phone',
  'smsCode',
  'wechat',
  'qrLead',
] as const;
export type DataKind = (typeof dataKinds)[number];

/** Data that ruins a merchant in the wrong hands: identity, bank account, licence. */
export const sensitiveKinds: ReadonlySet<DataKind> = new Set<DataKind>([
  'idNumber',
  'idPhotoFront',
  'idPhotoBack',
  'idPhotoHeld',
  'face',
  'bankCard',
  'settlementAccount',
  'licenceNumber',
  'licencePhoto',
  'cardPhoto',
]);

/** Card secrets that no signup may ask for. */
export const secretKinds: ReadonlySet<DataKind> = new Set<DataKind>(['cardPin', 'cardCvv', 'cardExpiry', 'bankSmsCode', 'bankLogin']);

/** Ways to catch a merchant's contact for a call back. */
export const leadKinds: ReadonlySet<DataKind> = new Set<DataKind>(['phone', 'smsCode', 'wechat', 'qrLead']);
