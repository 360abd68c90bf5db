package dev.shopbell.email.outbound;

import org.jspecify.annotations.Nullable;

/// What a mail with answers says besides them, in the languages of the widget.
enum ReplyTexts {
    ENGLISH(
            "en",
            "ltr",
            "Your chat with %s",
            "You wrote",
            "Attached:",
            "More files are in the chat.",
            "You can reply to this e-mail.",
            "Replies to this e-mail are not read: please answer in the chat.",
            "Continue in the chat",
            "View product",
            "Sold out",
            "Discount code",
            "Use this code",
            "Order %s",
            "Was it you who wrote?",
            "Confirm your e-mail address",
            "You get this e-mail because you wrote to %s and were not in the chat when the answer came."
                    + " If it was not you who wrote, ignore it: whoever did would read your answer."),
    ARABIC(
            "ar",
            "rtl",
            "محادثتك مع %s",
            "رسالتك",
            "مرفق:",
            "توجد ملفات أخرى في المحادثة.",
            "يمكنك الرد على هذه الرسالة مباشرةً.",
            "لا تُقرأ الردود على هذه الرسالة: يُرجى الرد في المحادثة.",
            "متابعة المحادثة",
            "عرض المنتج",
            "نفدت الكمية",
            "رمز الخصم",
            "استخدام الرمز",
            "الطلب %s",
            "هل أنت من كتب إلينا؟",
            "تأكيد بريدك الإلكتروني",
            "وصلتك هذه الرسالة لأنك كتبت إلى %s ولم تكن في المحادثة عند وصول الرد."
                    + " إذا لم تكن أنت من كتب، فتجاهلها: فمن كتب سيقرأ ردك.");

    private final String language;
    private final String direction;
    private final String subject;
    private final String yourWords;
    private final String attached;
    private final String filesInTheChat;
    private final String byReply;
    private final String inTheChat;
    private final String openChat;
    private final String viewProduct;
    private final String soldOut;
    private final String discountCode;
    private final String applyCode;
    private final String order;
    private final String wasItYou;
    private final String confirmAddress;
    private final String why;

    ReplyTexts(
            String language,
            String direction,
            String subject,
            String yourWords,
            String attached,
            String filesInTheChat,
            String byReply,
            String inTheChat,
            String openChat,
            String viewProduct,
            String soldOut,
            String discountCode,
            String applyCode,
            String order,
            String wasItYou,
            String confirmAddress,
            String why) {
        this.language = language;
        this.direction = direction;
        this.subject = subject;
        this.yourWords = yourWords;
        this.attached = attached;
        this.filesInTheChat = filesInTheChat;
        this.byReply = byReply;
        this.inTheChat = inTheChat;
        this.openChat = openChat;
        this.viewProduct = viewProduct;
        this.soldOut = soldOut;
        this.discountCode = discountCode;
        this.applyCode = applyCode;
        this.order = order;
        this.wasItYou = wasItYou;
        this.confirmAddress = confirmAddress;
        this.why = why;
    }

    /// @param language BCP 47
    static ReplyTexts in(@Nullable String language) {
        boolean isArabic =
                language != null && (language.equals("ar") || language.startsWith("ar-"));
        return isArabic ? ARABIC : ENGLISH;
    }

    String language() {
        return language;
    }

    String direction() {
        return direction;
    }

    String subject(String store) {
        return subject.formatted(store);
    }

    String yourWords() {
        return yourWords;
    }

    String attached() {
        return attached;
    }

    String filesInTheChat() {
        return filesInTheChat;
    }

    String howToAnswer(boolean hearsReplies) {
        return hearsReplies ? byReply : inTheChat;
    }

    String openChat() {
        return openChat;
    }

    String viewProduct() {
        return viewProduct;
    }

    String soldOut() {
        return soldOut;
    }

    String discountCode() {
        return discountCode;
    }

    String applyCode() {
        return applyCode;
    }

    String order(String number) {
        return order.formatted("\u2068" + number + "\u2069");
    }

    String wasItYou() {
        return wasItYou;
    }

    String confirmAddress() {
        return confirmAddress;
    }

    /// The name kept apart from the words around it, whichever way it runs.
    String why(String store) {
        return why.formatted("\u2068" + store + "\u2069");
    }
}
