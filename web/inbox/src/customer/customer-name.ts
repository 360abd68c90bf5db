import type { Customer } from "@shopbell/protocol/staff";
import { texts } from "../texts/en.ts";

/** What to call a customer: the name, else the e-mail, else a visitor with the start of the id. */
export function customerName(customer: Customer): string {
  return customer.name ?? customer.email ?? texts.thread.visitor(customer.id.slice(0, 4));
}

/** The short form: "Anna" of "Anna Kowalska"; a visitor and an e-mail stay whole. */
export function shortCustomerName(customer: Customer): string {
  return customer.name ? firstName(customer.name) : customerName(customer);
}

export function firstName(name: string): string {
  return name.trim().split(/\s+/u)[0] ?? name;
}
