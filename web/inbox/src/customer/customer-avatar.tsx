import type { Customer } from "@shopbell/protocol/staff";
import { Avatar } from "../design/avatar.tsx";
import { texts } from "../texts/en.ts";

interface Props {
  readonly customer: Customer;
  readonly size?: "small" | "large";
  readonly online?: boolean;
}

export function CustomerAvatar({ customer, size = "large", online = false }: Props) {
  const name = customer.name ?? customer.email ?? texts.thread.anonymous;
  return <Avatar id={customer.id} name={name} size={size} online={online} />;
}
