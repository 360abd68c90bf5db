/** Settings > Customer information. */
export const customerInformationTexts = {
  page: "Customer information",
  intro: "What is kept about shoppers who write to you.",
  pages: {
    label: "Pages visited",
    hint: "Which pages of your store somebody opens once they have written, shown in the customer profile. Shoppers who never write are not followed.",
    kept: "Kept are title, address and time of the newest 50 pages of each conversation, for as long as the conversation. What stands behind ? or # in an address is left out.",
    tell: "Your shoppers are not asked: say so in your store’s privacy policy.",
    off: "When you switch this off, everything kept is deleted.",
    isOn: "Pages visited are kept from now on.",
    isOff: "Pages visited are no longer kept. Those that were are deleted.",
    ask: "Delete the pages visited?",
    warning:
      "Pages that were kept so far are deleted from every conversation. This cannot be undone.",
    confirm: "Switch off and delete",
  },
};
