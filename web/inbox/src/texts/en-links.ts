/** What is said while a link is added to a text. */
export const linkTexts = {
  add: "Add a link",
  address: "Address",
  hint: "A page, an e-mail address or a telephone number: example.com/returns, tel:+48123456",
  wrong: "This does not look like an address. Example: https://example.com/returns",
  submit: "Add link",
};
