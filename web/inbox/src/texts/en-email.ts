/** What each step of a test does. */
const steps: Readonly<Record<string, string>> = {
  smtp_name: "Find the server for outgoing mail",
  smtp_connect: "Connect to it",
  smtp_secure: "Encrypt the connection",
  smtp_login: "Log in",
  smtp_send: "Send a mail to yourself",
  imap_name: "Find the server for incoming mail",
  imap_connect: "Connect to it",
  imap_secure: "Encrypt the connection",
  imap_login: "Log in",
  imap_folder: "Open the folder",
  forward_name: "Find the way to the forwarding address",
  returned: "See the mail come back",
  plus_returned: "See the mail to an address with + come back",
  spf: "Who may send for your domain (SPF)",
  dkim: "Your domain’s signature (DKIM)",
  dmarc: "What receivers are asked to do (DMARC)",
};

/** What is wrong, and what to do. */
const findings: Readonly<Record<string, string>> = {
  name_not_found: "There is no server of this name. Look for a typing mistake.",
  out_of_reach:
    "This server is on a private network. Whoever runs this Shopbell has to allow that first.",
  port_not_allowed: "Mail does not use this port. Try 587 or 465 to send, 993 to read.",
  no_answer:
    "Nothing answers there in time. A firewall may be in the way, or the port is another: try 587 or 465 to send, 993 to read.",
  port_closed: "The server is there, but nothing listens at this port. Look up the right one.",
  no_way_there: "This machine finds no way to that server. Its firewall may not let mail out.",
  not_a_mail_server: "Something else than a mail server answers at this port.",
  silent: "The server says nothing. If the port is 465 or 993, choose “TLS”.",
  hung_up: "The server broke off. Wait some minutes and try again.",
  turned_away: "The server does not want to talk to this machine.",
  no_tls: "The server does not begin with TLS at this port. Choose “STARTTLS”, or another port.",
  certificate_expired:
    "The server’s certificate has expired. Its operator has to renew it; until then nobody can be sure that it is the right server.",
  certificate_of_another:
    "The server’s certificate is for another name. Write the name that your provider gives.",
  certificate_unknown:
    "Nobody known vouches for the server’s certificate. Use a server with a certificate of a public authority.",
  starttls_not_offered:
    "The server offers no encryption at this port. Choose “TLS” with port 465 or 993.",
  starttls_refused: "The server offers encryption and then refuses it. Choose “TLS” instead.",
  not_encrypted: "Everybody on the way can read the mail and the password.",
  login_refused:
    "User or password is not right. Many providers want an app password here, made in the account’s security settings, instead of the usual one.",
  login_switched_off:
    "The provider does not let programs log in with a password. Its administrator can allow it for this mailbox (“SMTP AUTH”).",
  login_not_offered:
    "The server offers no way to log in over this connection. Choose “TLS” or “STARTTLS”.",
  login_wanted: "The server only takes mail from those who log in. Write user and password.",
  sender_refused:
    "This account may not send mail from your sender address. Use the account’s own address, or let the provider confirm yours.",
  relay_denied:
    "The server does not pass mail on for you. Log in to it, or use the server of your address.",
  recipient_refused: "The server does not know your sender address. Look for a typing mistake.",
  mail_refused: "The server did not take the mail.",
  not_now: "The server does not take mail at the moment. Wait some minutes and try again.",
  folder_missing: "There is no such folder. The usual one is INBOX.",
  folder_closed: "The folder does not open.",
  not_returned:
    "The mail left, but did not come to this mailbox in time. Is it the mailbox of your sender address? Slow providers need some minutes: try again.",
  not_forwarded:
    "The mail left, but your provider did not send it on to the forwarding address in time. Is forwarding switched on and confirmed there, for mail from your own address too? Slow providers need some minutes: try again.",
  forward_name_unknown:
    "No mail server is known under the name of the forwarding address, so no provider finds it. Whoever runs this Shopbell has to enter an MX record for:",
  in_junk: "The mail came back as spam. Mark it as no spam, and follow the hints on your domain.",
  plus_not_returned:
    "Mail to an address with + does not arrive. Switch “Addresses with +” off below; answers are then matched in another way.",
  plus_works: "It does. You can switch “Addresses with +” on, which matches answers most safely.",
  spf_missing: "Your domain does not say who may send for it. Add the SPF record of your provider.",
  spf_twice: "Your domain has more than one SPF record, so none counts. Make one of them.",
  spf_lets_everybody: "Your domain lets everybody send for it (“+all”). Replace that by “~all”.",
  spf_of_another: "Your domain’s SPF record does not name this provider. It should contain:",
  dkim_missing:
    "The mail that came back bears no signature. Switch DKIM on at your provider. Some do not sign mail that stays with them.",
  dkim_of_another:
    "The mail is signed by another domain than yours. Switch DKIM on for your own domain at your provider.",
  dmarc_missing: "Your domain has no DMARC record. “v=DMARC1; p=none” is a beginning.",
  dmarc_strict:
    "Your domain asks receivers to refuse mail without your own signature, and this mail has none.",
  dns_unreachable: "No name server answers, so this could not be looked up.",
  broken: "Something went wrong here. The server’s log says what.",
};

/** Texts by the code the server refuses with. */
const refusals: Readonly<Record<string, string>> = {
  sender_name_invalid: "Write a name of at most 80 letters.",
  sender_address_invalid: "Write an address without +. Example: chat@example.com",
  host_invalid: "This is no name of a server. Example: smtp.example.com",
  port_not_allowed: "Mail does not use this port. Use 25, 465, 587, 2525, 143 or 993.",
  user_invalid: "Leave out line ends, and write something.",
  folder_invalid: "This is no name of a folder.",
  password_needed: "Write the password again: server or user is another one.",
  forwarding_not_offered: "This Shopbell does not take forwarded mail.",
  settings_gone: "These settings are not there any more. Load the page again.",
};

/** Why a picture is no logo, by the server's code. */
const logoRefusals: Readonly<Record<string, string>> = {
  file_too_large: "The picture is larger than 1 MB.",
  file_type_not_accepted: "Use a PNG, JPEG or WebP picture.",
  file_damaged: "The picture is damaged. Try another one.",
  image_too_large: "The picture has too many pixels. Use a smaller one.",
};

const states: Readonly<Record<string, string>> = {
  waiting: "Waiting",
  running: "Running",
  ok: "Fine",
  warning: "Hint",
  failed: "Failed",
  skipped: "Not tried",
};

/** What Settings > E-mail says. */
export const emailTexts = {
  page: "E-mail",
  intro: "How mail leaves your store and how answers come in.",
  used: {
    nothing: "Your store cannot send mail yet.",
    saved: (from: string) => `Mail leaves from ${from}.`,
    savedNever: "These settings were never tested.",
    savedWorked: (when: string) => `Tested and found working ${when}.`,
    installation: (from: string) => `Mail leaves from ${from}, which this Shopbell came with.`,
    waiting: (from: string) =>
      `What you saved is not used yet. Until a test of it works, mail leaves from ${from}.`,
    waitingForFirst: "What you saved is used as soon as a test of it works.",
  },
  useAnyway: "Use it anyway",
  goBack: "Go back to the settings that worked",
  useInstallation: "Use this Shopbell’s own",
  sender: "Sender",
  fromName: "Name",
  fromAddress: "E-mail address",
  provider: "Provider",
  providerHint: "Fills in the servers. You can change everything.",
  ownServer: "Another one",
  appPassword: "This provider wants an app password, made in the account’s security settings.",
  logo: {
    title: "Logo",
    hint: "Mails to customers and staff bear it beside the store’s name. PNG, JPEG or WebP; it is made small.",
    alt: (store: string) => `Logo of ${store}`,
    choose: "Choose a picture",
    replace: "Choose another",
    remove: "Remove",
    saved: "The logo is saved.",
    removed: "The logo is removed.",
    wrongType: (name: string) => `${name} cannot be used. Use a PNG, JPEG or WebP picture`,
    refusals: logoRefusals,
  },
  outgoing: "Outgoing mail",
  incoming: "Incoming mail",
  arrival: "How answers come in",
  arrivals: {
    imap: "Read a mailbox (IMAP)",
    forwarding: "My provider forwards mail here",
    none: "Not at all",
  },
  arrivalNone: "Customers who answer a mail are not heard.",
  host: "Server",
  port: "Port",
  security: "Encryption",
  securities: { tls: "TLS", starttls: "STARTTLS", none: "None" },
  insecure: "Without encryption everybody on the way can read the mail and the password.",
  user: "User",
  userHint: "Often the e-mail address. Empty if the server wants none.",
  password: "Password",
  passwordKept: "Leave empty to keep the saved one.",
  folder: "Folder",
  plus: "Addresses with +",
  plusHint:
    "Mail to name+anything@ comes to name@. Answers are then matched by their address, most safely. A test tells whether it works.",
  save: "Save",
  saved: "Saved.",
  nowUsed: "Mail now leaves by these settings.",
  backUsed: "The settings that worked are used again.",
  installationUsed: "Mail leaves by this Shopbell’s own servers again.",
  test: "Send a test",
  saveAndTest: "Save and send a test",
  testing: "Testing",
  testTitle: "Test",
  testIntro: "Sends a mail to yourself and waits for it to come back. Nobody else gets one.",
  worked: "Mail leaves and comes back.",
  workedSending: "Mail leaves.",
  didNotWork: "This does not work yet. The first step that failed says what to do.",
  serverSaid: "The server said:",
  states,
  missing: "Write something here.",
  noPort: "A number between 1 and 65535.",
  steps,
  findings,
  refusals,
};
