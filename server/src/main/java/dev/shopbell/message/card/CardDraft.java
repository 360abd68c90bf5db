package dev.shopbell.message.card;

import dev.shopbell.commerce.ExternalId;
import dev.shopbell.platform.http.RefusedException;
import dev.shopbell.platform.text.PlainText;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// What a staff member wants to send of the shop.
public sealed interface CardDraft {

    record OfProduct(ExternalId id) implements CardDraft {}

    record OfDiscount(String code, @Nullable String text) implements CardDraft {

        private static final int TEXT_LENGTH = 100;

        /// Letters, digits and signs, without blanks.
        private static final Pattern CODE =
                Pattern.compile("(?=.*[\\p{L}\\p{N}])[\\p{L}\\p{M}\\p{N}\\p{P}\\p{S}]{1,64}");

        public OfDiscount {
            code = PlainText.stripped(code);
            if (!CODE.matcher(code).matches() || !PlainText.isName(code)) {
                throw new RefusedException(CardRefusal.CODE_INVALID, "cards");
            }
            text = text == null || !PlainText.isVisible(text) ? null : PlainText.name(text);
            if (text != null && (!PlainText.isName(text) || PlainText.length(text) > TEXT_LENGTH)) {
                throw new RefusedException(CardRefusal.CODE_INVALID, "cards");
            }
        }
    }
}
