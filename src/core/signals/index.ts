export type SignalId = string;
