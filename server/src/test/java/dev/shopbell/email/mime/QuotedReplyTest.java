package dev.shopbell.email.mime;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class QuotedReplyTest {

    @Test
    void whatIsAnsweredIsFoldedAway() {
        QuotedReply reply =
                QuotedReply.ofText(
                        """
                        Yes, size 42 please.

                        On Tue, 3 Mar 2026 at 10:00, The Shop <shop@example.com>
                        wrote:

                        > Which size?
                        > We have 41 and 42.
                        """);

        assertThat(reply.visible()).isEqualTo("Yes, size 42 please.");
        assertThat(reply.folded()).startsWith("On Tue").contains("> Which size?");
        assertThat(reply.isOnlyQuoted()).isFalse();
    }

    @Test
    void anAnswerBelowTheQuotationIsTheVisibleOne() {
        QuotedReply reply =
                QuotedReply.ofText(
                        """
                        On 3 Mar 2026 10:00, The Shop wrote:
                        > Which size?

                        42 please.
                        --\s
                        Zoe Example
                        Example Street 1
                        """);

        assertThat(reply.visible()).isEqualTo("42 please.");
        assertThat(reply.folded()).contains("Zoe Example");
    }

    @Test
    void answersBetweenQuotedLinesStayThere() {
        QuotedReply reply =
                QuotedReply.ofText(
                        """
                        On 3 Mar 2026 10:00, The Shop wrote:
                        > Which size?
                        42 please.
                        > And the colour?
                        Red.
                        > Regards
                        """);

        assertThat(reply.visible()).isEqualTo("> Which size?\n42 please.\n> And the colour?\nRed.");
    }

    @Test
    void neverIsEverythingFoldedAway() {
        QuotedReply reply = QuotedReply.ofText("> Which size?\n> We have 41 and 42.\n");

        assertThat(reply.visible()).isEqualTo("> Which size?\n> We have 41 and 42.");
        assertThat(reply.isOnlyQuoted()).isTrue();
    }

    @Test
    void aMessageHoldsNoMoreThanItMay() {
        QuotedReply reply = QuotedReply.ofText("word ".repeat(3_000));

        assertThat(reply.visible().length()).isLessThanOrEqualTo(10_000);
        assertThat(reply.isCut()).isTrue();
    }

    @Test
    void picturesOfTheFoldedPartAreNamed() {
        QuotedReply reply =
                QuotedReply.ofHtml(
                        """
                        <div>Like this: <img src="cid:mine"></div>
                        <div class="gmail_quote"><div class="gmail_attr">On Tue The Shop wrote:<br></div>
                        <blockquote class="gmail_quote"><img src="cid:logo">Which one?</blockquote></div>
                        """);

        assertThat(reply.visible()).isEqualTo("Like this:");
        assertThat(reply.foldedPictures()).containsExactly("logo");
    }
}
