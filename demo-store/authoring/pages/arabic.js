import { html } from "../../shop/html.js";
import { CATEGORIES } from "../../shop/products.js";
import { ENGLISH, page } from "../layout.js";
import { fromTheKiln, shelves, welcome, workshop } from "./home.js";

const ARABIC = {
  ...ENGLISH,
  lang: "ar",
  dir: "rtl",
  home: "/ar.html",
  skip: "انتقل إلى المحتوى",
  announcement: "توصيل مجاني داخل الاتحاد الأوروبي ابتداءً من 80 يورو",
  menu: "القائمة",
  main: "التنقل الرئيسي",
  shop: "المتجر",
  tools: "البحث والطلبات وسلة التسوق",
  search: "بحث",
  orders: "طلباتك",
  cart: "سلة التسوق",
  categories: ["أواني المائدة", "المطبخ", "الكتان"],
  journal: "المدونة",
  mark: "خزف وكتان من ورشة صغيرة على ضفة النهر.",
  help: "المساعدة",
  delivery: "التوصيل والإرجاع",
  care: "العناية",
  privacy: "الخصوصية",
  write: "راسلنا",
  hours: "كل يوم من 08:00 إلى 23:00، عبر الدردشة في هذه الصفحة أو بالبريد الإلكتروني.",
  invented: "هيرثلو متجر متخيَّل يعرض خدمة الدردشة Shopbell أثناء عملها: لا يُخصم أي مبلغ ولا يُرسَل أي طرد.",
  other: html`<a href="/" lang="en" hreflang="en" dir="ltr">English</a>`,
};

const PRODUCTS = {
  "ash-bowl-set-of-six": ["وعاء رمادي، طقم من ست قطع", "بطلاء رمادي أو طحلبي أو حبري"],
  "jug-one-litre": ["إبريق سعة لتر", "بطلاء طحلبي أو كريمي أو حبري"],
  "breakfast-mug": ["كوب الفطور", "بطلاء رمادي أو طحلبي أو حبري"],
  "linen-napkins": ["مناديل كتان، طقم من أربع قطع", "بلون شوفاني أو مريمي أو أردوازي"],
};

const CARD_WORDS = {
  locale: "ar-AE",
  before: "السعر السابق",
  now: "السعر الآن",
  nameOf: ({ slug }) => PRODUCTS[slug][0],
};

/** The home page in Arabic, right to left. The pages behind it are in English. */
export const arabicHome = () =>
  page({
    path: "ar.html",
    title: "هيرثلو: أواني المائدة والمطبخ والكتان",
    description: "خزف مصنوع باليد وكتان مغسول من ورشة صغيرة.",
    styles: ["home"],
    words: ARABIC,
    content: html`${welcome({
      title: "أوانٍ صُنعت على مهل لفطور سريع",
      lead: "خزف نشكّله ونطليه ونحرقه بأيدينا، وكتان نغسله قبل أن يصل إليكم. صُنع ليُستعمل كل يوم.",
      action: "تصفّح أواني المائدة",
      pictured: "أوعية وأطباق وإبريق وكوب ومناديل مطوية على طاولة من خشب البلوط في ضوء الصباح",
    })}
${shelves("ما نصنعه", CATEGORIES.map((_, i) => ARABIC.categories[i]))}
${fromTheKiln("خرج لتوّه من الفرن", (slug) => ({ words: CARD_WORDS, glazes: PRODUCTS[slug][1] }))}
${workshop({
  title: "طين واحد، وغمسة واحدة، ونار واحدة",
  paragraphs: [
    "نستعمل طيناً من مصدر واحد، ونغمس كل قطعة باليد مرة واحدة، ونترك قاعدتها عارية. ما ترونه هو الموضع الذي رفع الخزّاف أصابعه عنه.",
    "تحتاج القطعة إلى تسعة أيام من الدولاب إلى الطرد. نصنع أربعين قطعة في الأسبوع، ونصلح ما يعود إلينا مكسور الحافة.",
  ],
  facts: [
    ["في النار", html`<bdi dir="ltr">1240 °C</bdi>`],
    ["من الدولاب إلى الطرد", "9 أيام"],
    ["لإعادتها", "30 يوماً"],
  ],
  action: "اقرأ المدونة",
  href: "/journal.html",
  pictured: "رفّان في الورشة عليهما أوعية وأكواب ومزهريات وإبريق بخمسة ألوان",
})}`,
  });
