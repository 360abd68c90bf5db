/** Delivery inside the EU costs nothing from here on. */
export const FREE_FROM = 8000;

const inUnion = (code, name) => ({ code, name, union: true, price: 690 });
const beyond = (code, name, price) => ({ code, name, union: false, price });

export const COUNTRIES = [
  inUnion("AT", "Austria"),
  inUnion("BE", "Belgium"),
  inUnion("CZ", "Czechia"),
  inUnion("DK", "Denmark"),
  inUnion("FI", "Finland"),
  inUnion("FR", "France"),
  inUnion("DE", "Germany"),
  inUnion("IE", "Ireland"),
  inUnion("IT", "Italy"),
  inUnion("NL", "Netherlands"),
  beyond("NO", "Norway", 1400),
  inUnion("PL", "Poland"),
  inUnion("PT", "Portugal"),
  inUnion("ES", "Spain"),
  inUnion("SE", "Sweden"),
  beyond("CH", "Switzerland", 1400),
  beyond("GB", "United Kingdom", 1600),
];

export const countryOf = (code) => COUNTRIES.find((country) => country.code === code) ?? COUNTRIES[0];

export const deliveryTo = ({ union, price }, subtotal) => (union && subtotal >= FREE_FROM ? 0 : price);
