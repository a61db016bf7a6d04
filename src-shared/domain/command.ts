import type { LineId, OrderId, ProductId, RestaurantId, SelfOrderId, StationId } from './id.ts';
import type { Line, LineContent } from './line.ts';
import type { Order, PaymentStatus, Priority } from './order.ts';
import type { OutUntil, Product, ProductContent } from './product.ts';
import type { WorkStatus } from './progress.ts';
import type { SelfOrder } from './self-order.ts';
import type { SettingsChange } from './settings.ts';
import type { Sight } from './sight.ts';
import type { Station } from './station.ts';

/**
 * What a person or a machine wants done. Made whole at the door: ids, numbers and prices are in it, so that
 * `decide` needs no clock, no randomness and no currency table.
 */
export type Command = PlaceOrder | OrderCommand | MenuCommand | SetStations | ChangeSettings | SelfOrderCommand;

export type OrderCommand = WorkCommand | LineCommand | WholeCommand | GroupCommand;

type OnOrder = { readonly restaurantId: RestaurantId; readonly orderId: OrderId; readonly ifVersion?: number };

/** What guests have asked for that becomes these dishes ([SLF2]). */
type Taking = { readonly selfOrder?: SelfOrderId | undefined };

/** `draft` is the order as it will be stored, at version 1. */
export type PlaceOrder = Taking & { readonly kind: 'order.place'; readonly draft: Order };

/** Who does it, as they are called in the kitchen; null for a machine. */
type Done = { readonly by: string | null };

/** Where, and to which lines: null for the whole kitchen, and for all lines that there are to do something about. */
type Where = { readonly station: StationId | null; readonly lineIds: readonly LineId[] | null };

/** What they had before their eyes; left out by who means the order as it is when the command comes ([BMP2]). */
type Seeing = { readonly seen?: Sight | undefined };

export type WorkCommand =
  | SetOrderStatus
  | ShipOrder
  | DeliverOrder
  | SetLineStatus
  | Bump
  | Recall
  | Acknowledge
  | Hold
  | Fire
  | Reroute;

export type SetOrderStatus = OnOrder & Done & { readonly kind: 'order.set-status'; readonly status: WorkStatus };
/** Handed to the driver, and to the guest ([SHP1]). */
export type ShipOrder = OnOrder & Done & Seeing & { readonly kind: 'order.ship' };
export type DeliverOrder = OnOrder & Done & Seeing & { readonly kind: 'order.deliver' };
export type SetLineStatus = OnOrder &
  Done &
  Seeing & {
    readonly kind: 'line.set-status';
    readonly lineId: LineId;
    /** Null for every station of the line. */
    readonly station: StationId | null;
    readonly status: WorkStatus;
  };
/** Off this station's board; at the expo, or where there is none, handed over ([BMP1]). */
export type Bump = OnOrder & Done & Where & Seeing & { readonly kind: 'order.bump'; readonly byAge?: boolean };
/** Back to work, with a new clock or, kept, the old one ([RCL1]). */
export type Recall = OnOrder & Done & Where & Seeing & { readonly kind: 'order.recall'; readonly keepTimer: boolean };
/** Seen by the cook; `cooked` answers for a voided line ([ACG1], [VOI1]). */
export type Acknowledge = OnOrder &
  Where &
  Seeing & { readonly kind: 'order.acknowledge'; readonly cooked: boolean | undefined };
/** Waits until somebody fires it ([FIR1]). */
export type Hold = OnOrder & Chosen & { readonly kind: 'order.hold' };
/** Begins now ([FIR2]). With neither lines nor course: the next course that is held, else what is for later. */
export type Fire = OnOrder & Chosen & { readonly kind: 'order.fire' };
type Chosen = Where & { readonly course: number | null };
/** To another station by hand ([RTE4]). */
export type Reroute = OnOrder &
  Where & { readonly kind: 'order.reroute'; readonly station: StationId; readonly to: StationId };

export type LineCommand = AddLines | ChangeLine | VoidLine;

/** `lines` as they will be stored. */
export type AddLines = OnOrder & Taking & { readonly kind: 'order.add-lines'; readonly lines: readonly Line[] };
export type ChangeLine = OnOrder & {
  readonly kind: 'line.change';
  readonly lineId: LineId;
  readonly change: Partial<LineContent>;
};
export type VoidLine = OnOrder & {
  readonly kind: 'line.void';
  readonly lineId: LineId;
  readonly reason: string | null;
};

export type WholeCommand = CancelOrder | SetPayment | SetPriority | Transfer | UndoChange | ClearOrder | NotePrinted;

export type CancelOrder = OnOrder & { readonly kind: 'order.cancel'; readonly reason: string | null };
export type SetPayment = OnOrder & {
  readonly kind: 'order.set-payment';
  readonly status: PaymentStatus;
  /** `undefined` keeps the method that is known. */
  readonly method: string | null | undefined;
};
export type SetPriority = OnOrder & { readonly kind: 'order.set-priority'; readonly priority: Priority };
/** To another table. */
export type Transfer = OnOrder & { readonly kind: 'order.transfer'; readonly tableNumber: string | null };
/** Takes back what one command did: the order before it and after it ([UND1]). */
export type UndoChange = OnOrder & { readonly kind: 'order.undo'; readonly before: Order; readonly after: Order };
/** Put away by the change of day ([CLR1]). */
export type ClearOrder = OnOrder & { readonly kind: 'order.clear' };

/** A backup slip of it has come out there ([PRT8]). */
export type NotePrinted = OnOrder & {
  readonly kind: 'order.note-printed';
  readonly station: StationId;
  readonly atMs: number;
};

export type GroupCommand = SplitOrder | MergeOrder;

/** `draft` is the new order without lines; a line of which only some leave gets `newLineId` for those ([GRO1]). */
export type SplitOrder = OnOrder & {
  readonly kind: 'order.split';
  readonly parts: readonly { readonly lineId: LineId; readonly quantity: number; readonly newLineId: LineId }[];
  readonly draft: Order;
};
/** All lines of `fromId` come to this order ([GRO2]). */
export type MergeOrder = OnOrder & { readonly kind: 'order.merge'; readonly fromId: OrderId };

export type MenuCommand = CreateProduct | ChangeProduct | RemoveProduct | SetAvailability | CountStock | ImportMenu;

type OnProduct = { readonly restaurantId: RestaurantId; readonly productId: ProductId; readonly ifVersion?: number };

export type CreateProduct = { readonly kind: 'product.create'; readonly draft: Product };
/** What is named; the rest stays ([MEN8]). */
export type ChangeProduct = OnProduct & {
  readonly kind: 'product.change';
  readonly change: Partial<ProductContent>;
};
/** Off the menu for good ([MEN9]). */
export type RemoveProduct = OnProduct & { readonly kind: 'product.remove' };
/** 86, and back on the menu ([MEN4]); `until` says how long it is out ([MEN7]). */
export type SetAvailability = OnProduct & {
  readonly kind: 'product.set-availability';
  readonly available: boolean;
  /** `changed` where nothing is said. */
  readonly until?: OutUntil;
};
/** So many are there; null where nobody counts any more ([STK1]). */
export type CountStock = OnProduct & { readonly kind: 'product.count-stock'; readonly quantity: number | null };
/** A dish of a file. `untold`: what the file does not speak of, which stays as it is on the menu ([IMP4]). */
export type MenuDraft = { readonly product: Product; readonly untold: readonly (keyof ProductContent)[] };

/** A whole menu at once ([IMP1]); `drafts` as those will be stored that the menu does not have by sku. */
export type ImportMenu = {
  readonly kind: 'menu.import';
  readonly restaurantId: RestaurantId;
  readonly drafts: readonly MenuDraft[];
  /** Whether what is not among them goes off the menu. */
  readonly removesOthers: boolean;
};
/** All stations at once; what is under way stays where it is ([RTE5]). */
export type SetStations = {
  readonly kind: 'stations.set';
  readonly restaurantId: RestaurantId;
  readonly list: readonly Station[];
  readonly ifVersion?: number;
};
export type ChangeSettings = {
  readonly kind: 'settings.change';
  readonly restaurantId: RestaurantId;
  readonly change: SettingsChange;
  readonly ifVersion?: number;
};

export type SelfOrderCommand = PlaceSelfOrder | CloseSelfOrder;

/** `draft` as it will be stored, at version 1. */
export type PlaceSelfOrder = { readonly kind: 'self-order.place'; readonly draft: SelfOrder };
export type CloseSelfOrder = {
  readonly kind: 'self-order.close';
  readonly restaurantId: RestaurantId;
  readonly id: SelfOrderId;
  readonly to: 'refused' | 'withdrawn' | 'expired';
  readonly reason: string | null;
};
