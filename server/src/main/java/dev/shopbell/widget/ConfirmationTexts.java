package dev.shopbell.widget;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// What the pages say that a link in a mail leads to, in the languages of the widget. Before the
/// button is pressed they know nothing, and afterwards they do not say why a link does not work.
enum ConfirmationTexts {
    ENGLISH(
            "en",
            "ltr",
            "Confirm your e-mail address",
            "Press the button if this link was in an e-mail to you. If somebody else gave it to you, close this page.",
            "Confirm",
            "This link no longer works",
            "It works once, and for 24 hours. Nothing has changed: your conversation is where it was,"
                    + " and the next answer that you get by e-mail brings a new link.",
            "One moment, please",
            "Too many links were tried just now. Go back, and press the button again in a minute."),
    ARABIC(
            "ar",
            "rtl",
            "تأكيد بريدك الإلكتروني",
            "اضغط الزر إذا وصلك هذا الرابط في رسالة بريد موجهة إليك. إذا أعطاك إياه شخص آخر، فأغلق هذه الصفحة.",
            "تأكيد",
            "لم يعد هذا الرابط يعمل",
            "يعمل الرابط مرة واحدة ولمدة 24 ساعة. لم يتغير شيء: محادثتك باقية في مكانها،"
                    + " والرد التالي الذي يصلك عبر البريد الإلكتروني يحمل رابطاً جديداً.",
            "لحظة من فضلك",
            "جرت محاولات كثيرة قبل قليل. ارجع واضغط الزر مرة أخرى بعد دقيقة.");

    private final String language;
    private final String direction;
    private final String title;
    private final String text;
    private final String button;
    private final String overTitle;
    private final String overText;
    private final String busyTitle;
    private final String busyText;

    ConfirmationTexts(
            String language,
            String direction,
            String title,
            String text,
            String button,
            String overTitle,
            String overText,
            String busyTitle,
            String busyText) {
        this.language = language;
        this.direction = direction;
        this.title = title;
        this.text = text;
        this.button = button;
        this.overTitle = overTitle;
        this.overText = overText;
        this.busyTitle = busyTitle;
        this.busyText = busyText;
    }

    /// In the first of the languages that a browser asks for.
    static ConfirmationTexts of(List<Locale> accepted) {
        boolean isArabic = !accepted.isEmpty() && accepted.getFirst().getLanguage().equals("ar");
        return isArabic ? ARABIC : ENGLISH;
    }

    /// With the button.
    Map<String, Object> ask() {
        return words(title, text, button);
    }

    Map<String, Object> over() {
        return words(overTitle, overText, null);
    }

    Map<String, Object> busy() {
        return words(busyTitle, busyText, null);
    }

    private Map<String, Object> words(String title, String text, @Nullable String button) {
        Map<String, Object> words = new HashMap<>();
        words.put("language", language);
        words.put("direction", direction);
        words.put("title", title);
        words.put("text", text);
        words.put("button", button == null ? "" : button);
        return words;
    }
}
