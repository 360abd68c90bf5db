import type { PostalAddress } from "@shopbell/protocol/profile";
import { countryName } from "./dates.ts";

/** As it is written on a parcel, on two lines: "Lipowa 12, 2nd floor", "30-702 Kraków, Poland". */
export function addressLines(address: PostalAddress): readonly string[] {
  const { line1, line2, city, region, postalCode, country } = address;
  const place = joined(" ", postalCode, city);
  return [
    joined(", ", line1, line2),
    joined(", ", place, region, country && countryName(country)),
  ].filter((line) => line !== "");
}

function joined(separator: string, ...parts: readonly (string | null)[]): string {
  return parts.filter((part) => part !== null && part !== "").join(separator);
}
