package dev.shopbell.email.mime;

/// Puts the lines of `format=flowed` back together (RFC 3676): one that ends in a blank goes on in
/// the next one of the same depth of quotation.
final class FlowedText {

    private FlowedText() {}

    /// @param deletesBlank `delsp=yes`: the blank at the end was only the mark, as in Japanese
    static String joined(String text, boolean deletesBlank) {
        StringBuilder joined = new StringBuilder(text.length());
        int openDepth = -1;
        for (String line : text.split("\n", -1)) {
            int depth = depth(line);
            String content = line.substring(depth);
            if (content.startsWith(" ")) {
                content = content.substring(1);
            }
            if (openDepth != depth) {
                newLine(joined);
                joined.append(">".repeat(depth)).append(depth > 0 ? " " : "");
            }
            boolean flows = content.endsWith(" ") && !content.equals("-- ");
            joined.append(
                    flows && deletesBlank ? content.substring(0, content.length() - 1) : content);
            if (flows) {
                openDepth = depth;
            } else {
                openDepth = -1;
            }
        }
        return joined.toString();
    }

    private static void newLine(StringBuilder joined) {
        if (!joined.isEmpty()) {
            joined.append('\n');
        }
    }

    private static int depth(String line) {
        int depth = 0;
        while (depth < line.length() && line.charAt(depth) == '>') {
            depth++;
        }
        return depth;
    }
}
