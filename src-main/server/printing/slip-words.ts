import type { OrderType, PaymentStatus } from '#shared/domain/order.ts';
import type { PrinterLanguage } from '#shared/protocol/printer-words.ts';

export type WordsLanguage = PrinterLanguage;

/** What is printed beside what people wrote. Short: a slip is narrow and is read at arm's length. */
export type SlipWords = {
  readonly backup: string;
  readonly copy: string;
  readonly lossy: string;
  readonly spelled: string;
  readonly addOn: string;
  readonly again: string;
  readonly changed: string;
  readonly was: string;
  readonly voided: string;
  readonly table: string;
  readonly order: string;
  readonly server: string;
  readonly covers: string;
  readonly seat: string;
  readonly course: string;
  readonly allergens: string;
  readonly note: string;
  readonly priority: string;
  readonly promised: string;
  readonly printed: string;
  readonly wholeKitchen: string;
  readonly total: string;
  readonly test: string;
  readonly testWorks: string;
  readonly type: Readonly<Record<OrderType, string>>;
  readonly payment: Readonly<Record<PaymentStatus, string>>;
};

const en: SlipWords = {
  backup: 'BACKUP',
  copy: 'POSSIBLE COPY',
  lossy: '? = a letter that this printer does not have',
  spelled: '*...* = another script, spelled in Latin letters',
  addOn: 'ADD-ON',
  again: 'MAKE AGAIN',
  changed: 'CHANGED',
  was: 'was',
  voided: 'VOID',
  table: 'Table',
  order: 'Order',
  server: 'Server',
  covers: 'Covers',
  seat: 'Seat',
  course: 'Course',
  allergens: 'ALLERGY',
  note: 'Note',
  priority: 'PRIORITY',
  promised: 'For',
  printed: 'Printed',
  wholeKitchen: 'Kitchen',
  total: 'Total',
  test: 'TEST',
  testWorks: 'This printer works.',
  type: { dine_in: 'Dine in', takeaway: 'Takeaway', delivery: 'Delivery' },
  payment: { unpaid: 'Not paid', paid: 'Paid', refunded: 'Refunded' },
};

const es: SlipWords = {
  backup: 'RESPALDO',
  copy: 'POSIBLE COPIA',
  lossy: '? = una letra que esta impresora no tiene',
  spelled: '*...* = otra escritura, en letras latinas',
  addOn: 'AÑADIDO',
  again: 'HACER DE NUEVO',
  changed: 'CAMBIADO',
  was: 'antes',
  voided: 'ANULADO',
  table: 'Mesa',
  order: 'Pedido',
  server: 'Camarero',
  covers: 'Comensales',
  seat: 'Asiento',
  course: 'Tiempo',
  allergens: 'ALERGIA',
  note: 'Nota',
  priority: 'URGENTE',
  promised: 'Para las',
  printed: 'Impreso',
  wholeKitchen: 'Cocina',
  total: 'Total',
  test: 'PRUEBA',
  testWorks: 'Esta impresora funciona.',
  type: { dine_in: 'En mesa', takeaway: 'Para llevar', delivery: 'A domicilio' },
  payment: { unpaid: 'Sin pagar', paid: 'Pagado', refunded: 'Reembolsado' },
};

const fr: SlipWords = {
  backup: 'SECOURS',
  copy: 'COPIE POSSIBLE',
  lossy: '? = une lettre que cette imprimante n’a pas',
  spelled: '*...* = autre écriture, en lettres latines',
  addOn: 'AJOUT',
  again: 'À REFAIRE',
  changed: 'MODIFIÉ',
  was: 'avant',
  voided: 'ANNULÉ',
  table: 'Table',
  order: 'Commande',
  server: 'Serveur',
  covers: 'Couverts',
  seat: 'Place',
  course: 'Service',
  allergens: 'ALLERGIE',
  note: 'Note',
  priority: 'PRIORITÉ',
  promised: 'Pour',
  printed: 'Imprimé',
  wholeKitchen: 'Cuisine',
  total: 'Total',
  test: 'ESSAI',
  testWorks: 'Cette imprimante fonctionne.',
  type: { dine_in: 'Sur place', takeaway: 'À emporter', delivery: 'Livraison' },
  payment: { unpaid: 'Non payé', paid: 'Payé', refunded: 'Remboursé' },
};

const de: SlipWords = {
  backup: 'ERSATZBON',
  copy: 'EVTL. DOPPELT',
  lossy: '? = ein Zeichen, das dieser Drucker nicht hat',
  spelled: '*...* = andere Schrift, in lateinischen Buchstaben',
  addOn: 'NACHTRAG',
  again: 'NOCH EINMAL',
  changed: 'GEÄNDERT',
  was: 'vorher',
  voided: 'STORNO',
  table: 'Tisch',
  order: 'Bestellung',
  server: 'Bedienung',
  covers: 'Personen',
  seat: 'Platz',
  course: 'Gang',
  allergens: 'ALLERGIE',
  note: 'Notiz',
  priority: 'EILT',
  promised: 'Für',
  printed: 'Gedruckt',
  wholeKitchen: 'Küche',
  total: 'Summe',
  test: 'PROBE',
  testWorks: 'Dieser Drucker druckt.',
  type: { dine_in: 'Im Haus', takeaway: 'Abholung', delivery: 'Lieferung' },
  payment: { unpaid: 'Nicht bezahlt', paid: 'Bezahlt', refunded: 'Erstattet' },
};

const zh: SlipWords = {
  backup: '备用单',
  copy: '可能重复',
  lossy: '? = 打印机没有的字',
  spelled: '*...* = 其他文字的拉丁拼写',
  addOn: '加菜',
  again: '重做',
  changed: '已修改',
  was: '原为',
  voided: '取消',
  table: '桌',
  order: '订单',
  server: '服务员',
  covers: '人数',
  seat: '座位',
  course: '道次',
  allergens: '过敏',
  note: '备注',
  priority: '加急',
  promised: '预约',
  printed: '打印',
  wholeKitchen: '厨房',
  total: '合计',
  test: '测试',
  testWorks: '打印机工作正常。',
  type: { dine_in: '堂食', takeaway: '外带', delivery: '外卖' },
  payment: { unpaid: '未付款', paid: '已付款', refunded: '已退款' },
};

export const slipWords: Readonly<Record<WordsLanguage, SlipWords>> = { en, es, fr, de, zh };
