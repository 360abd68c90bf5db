package dev.shopbell.platform.mail;

/// RFC 5321, 4.5.3.1.5: an answer's line has 512 bytes. Servers say more, but not this much in the
/// whole of a connection.
final class SmtpBounds implements Bounds {

    private static final int MOST = 1 << 18;

    private long heard;

    @Override
    public void heard(byte[] bytes, int offset, int length) throws TooMuchException {
        heard += length;
        if (heard > MOST) {
            throw new TooMuchException();
        }
    }

    @Override
    public void said() {}
}
