package dev.shopbell.platform.mail;

/// Follows what an IMAP server says (RFC 3501, 4.3 and 7) as far as its reader has to make room for
/// it: literals, which announce how long they are; a mailbox's number of mails; lines; and how many
/// of them answer one command.
final class ImapBounds implements Bounds {

    /// Mails are read by pieces of 16 KiB, their headers whole.
    private static final int MOST_OF_LITERAL = 1 << 22;

    private static final long TOO_LONG = MOST_OF_LITERAL + 1L;
    private static final int MOST_OF_LINE = 1 << 20;
    private static final int MOST_OF_ANSWER = 1 << 25;
    private static final int MOST_LINES = 200_000;
    private static final int MOST_MAILS = 2_000_000;

    private static final int NOT_ONE = -1;

    private long answer;
    private int lines;
    private int line;
    private long inLiteral;

    /// Of `* 12`, as far as it was said.
    private long mails;

    /// Of `{12}`, as far as it was said; what is no number is [#NOT_ONE].
    private long announced = NOT_ONE;

    private boolean isClosed;

    @Override
    public void said() {
        answer = 0;
        lines = 0;
    }

    @Override
    public void heard(byte[] bytes, int offset, int length) throws TooMuchException {
        answer += length;
        check(answer, MOST_OF_ANSWER);
        int end = offset + length;
        for (int at = offset; at < end; at++) {
            if (inLiteral > 0) {
                int skipped = (int) Math.min(inLiteral, end - at);
                inLiteral -= skipped;
                at += skipped - 1;
            } else {
                follow(bytes[at]);
            }
        }
    }

    private void follow(byte said) throws TooMuchException {
        boolean isDigit = said >= '0' && said <= '9';
        if (line >= 2 && mails != NOT_ONE) {
            mails = isDigit ? mails * 10 + said - '0' : NOT_ONE;
            check(mails, MOST_MAILS);
        } else if (line < 2 && said != "* ".charAt(line)) {
            mails = NOT_ONE;
        }
        check(++line, MOST_OF_LINE);
        if (said == '\n') {
            endLine();
        } else if (said == '{') {
            announced = 0;
            isClosed = false;
        } else if (announced != NOT_ONE && isDigit && !isClosed) {
            announced = Math.min(announced * 10 + said - '0', TOO_LONG);
        } else if (announced != NOT_ONE && said == '}') {
            isClosed = true;
        } else if (!(said == '\r' && isClosed)) {
            announced = NOT_ONE;
        }
    }

    private void endLine() throws TooMuchException {
        check(++lines, MOST_LINES);
        if (announced != NOT_ONE && isClosed) {
            check(announced, MOST_OF_LITERAL);
            inLiteral = announced;
        } else {
            line = 0;
            mails = 0;
        }
        announced = NOT_ONE;
        isClosed = false;
    }

    private static void check(long number, long most) throws TooMuchException {
        if (number > most) {
            throw new TooMuchException();
        }
    }
}
