/** What Settings > E-mail says about a provider that forwards mail here. */
export const forwardingTexts = {
  address: "Forward mail to",
  intro:
    "Let your provider send a copy of every mail on to this address. It is your store’s own, and answers that arrive there join their conversations.",
  how: "How to set it up",
  afterwards: "Then save, and send a test: it goes to your own address and has to come back here.",
  ways: [
    {
      name: "Gmail and Google Workspace",
      steps: [
        "On a computer, open Gmail’s settings, “See all settings”, then “Forwarding and POP/IMAP”.",
        "Choose “Add a forwarding address” and paste the address above.",
        "Google asks by mail whether that is right. Its question appears below: follow the link in it, or type its code at Google.",
        "Choose “Forward a copy of incoming mail”, and keep Gmail’s own copy in the inbox.",
      ],
    },
    {
      name: "Outlook.com and Microsoft 365",
      steps: [
        "Open Outlook on the web, then Settings, Mail, “Forwarding”.",
        "Switch forwarding on, paste the address above, and keep a copy.",
        "Microsoft 365 lets nothing be forwarded to the outside before its administrator allows it: “Outbound spam policy”, “Automatic forwarding”.",
      ],
    },
    {
      name: "Yahoo",
      steps: [
        "Open Yahoo Mail’s settings, “More settings”, “Mailboxes”, and choose your mailbox. Forwarding is part of the paid plan.",
        "Paste the address above under “Forwarding” and choose “Verify”.",
        "If Yahoo asks by mail, its question appears below.",
      ],
    },
    {
      name: "iCloud",
      steps: [
        "Open iCloud Mail on the web, its settings, then “Mail Forwarding”.",
        "Choose “Forward my email to” and paste the address above.",
      ],
    },
    {
      name: "Zoho",
      steps: [
        "Open Zoho Mail’s settings, “Mail accounts”, “Email forwarding”.",
        "Add the address above. Zoho sends a code to it, which appears below: type it at Zoho.",
      ],
    },
    {
      name: "Your own domain (a hosting panel or mail server)",
      steps: [
        "Make a forwarder, also called alias or redirect, from your store’s address to the address above.",
        "If answers to addresses with + are to be matched most safely, let it take name+anything@ too.",
      ],
    },
  ],
  asked: "What providers ask",
  askedNone:
    "When a provider asks whether it may forward mail, its question with the link or code appears here.",
  askedWarning:
    "Anybody can write to this address. Follow a link or use a code only if you are setting up forwarding with that provider right now.",
  from: (address: string) => `From ${address}`,
};
