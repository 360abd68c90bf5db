package dev.shopbell.benchmark.live;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/// A request as our own load generator sends it, and its one kind of frame.
@SuppressWarnings("ArrayRecordComponent") // nobody compares requests
record BareRequest(String path, Map<String, String> headers, byte[] body) {

    static BareRequest read(InputStream in) throws IOException {
        String first = line(in);
        Map<String, String> headers = new HashMap<>();
        for (String line = line(in); !line.isEmpty(); line = line(in)) {
            int colon = line.indexOf(':');
            headers.put(
                    line.substring(0, colon).toLowerCase(Locale.ROOT),
                    line.substring(colon + 1).strip());
        }
        int length = Integer.parseInt(headers.getOrDefault("content-length", "0"));
        return new BareRequest(first.split(" ", 3)[1], headers, in.readNBytes(length));
    }

    /// A client's text frame, with the mask of zeros that ours always has.
    static byte[] frame(InputStream in) throws IOException {
        in.skipNBytes(1);
        int length = in.read() & 0x7F;
        if (length == 126) {
            length = in.read() << 8 | in.read();
        }
        in.skipNBytes(Integer.BYTES);
        return in.readNBytes(length);
    }

    private static String line(InputStream in) throws IOException {
        StringBuilder line = new StringBuilder();
        for (int read = in.read(); read != '\n'; read = in.read()) {
            if (read < 0) {
                throw new EOFException();
            }
            if (read != '\r') {
                line.append((char) read);
            }
        }
        return line.toString();
    }
}
