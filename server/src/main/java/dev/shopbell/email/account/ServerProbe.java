package dev.shopbell.email.account;

import static java.nio.charset.StandardCharsets.US_ASCII;

import dev.shopbell.platform.mail.MailReach;
import dev.shopbell.platform.mail.MailServer;
import dev.shopbell.platform.mail.MailServer.Security;
import dev.shopbell.platform.network.Reach;
import java.io.IOException;
import java.io.InputStream;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// Goes as far into a mail server as anybody may without signing in, one step at a time, to know at
/// which it ends.
final class ServerProbe implements AutoCloseable {

    private static final int CONNECTED_WITHIN = 8_000;
    private static final int ANSWERED_WITHIN = 15_000;
    private static final int LONGEST_LINE = 2_000;
    private static final int MOST_LINES = 100;

    private final MailServer server;
    private final Dialect dialect;
    private final MailReach reach;
    private final TlsHandshake tls;
    private List<InetAddress> addresses = List.of();
    private @Nullable Socket socket;

    ServerProbe(MailServer server, Dialect dialect, MailReach reach, TlsHandshake tls) {
        this.server = server;
        this.dialect = dialect;
        this.reach = reach;
        this.tls = tls;
    }

    /// How both protocols say the same.
    enum Dialect {
        SMTP("220", "EHLO shopbell.invalid\r\n", "STARTTLS\r\n", "220"),
        IMAP("* OK", "a CAPABILITY\r\n", "b STARTTLS\r\n", "b OK");

        private final String greeting;
        private final String question;
        private final String starttls;
        private final String agreed;

        Dialect(String greeting, String question, String starttls, String agreed) {
            this.greeting = greeting;
            this.question = question;
            this.starttls = starttls;
            this.agreed = agreed;
        }

        boolean isLastOfAnswer(String line) {
            return switch (this) {
                case SMTP -> line.length() < 4 || line.charAt(3) != '-';
                case IMAP -> line.startsWith("a ");
            };
        }
    }

    void lookUp() throws CheckFailedException, IOException {
        try {
            addresses =
                    server.ofTheOperator()
                            ? List.of(InetAddress.getAllByName(server.host()))
                            : reach.addresses(server.host());
        } catch (UnknownHostException _) {
            throw new CheckFailedException("name_not_found");
        } catch (Reach.OutOfReachException _) {
            throw new CheckFailedException("out_of_reach");
        }
    }

    void connect() throws CheckFailedException, IOException {
        if (!server.ofTheOperator() && !reach.allowsPort(server.port())) {
            throw new CheckFailedException("port_not_allowed");
        }
        Socket opened = new Socket();
        socket = opened;
        try {
            opened.connect(
                    new InetSocketAddress(addresses.getFirst(), server.port()), CONNECTED_WITHIN);
            opened.setSoTimeout(ANSWERED_WITHIN);
        } catch (SocketTimeoutException _) {
            throw new CheckFailedException("no_answer");
        } catch (ConnectException _) {
            throw new CheckFailedException("port_closed");
        } catch (SocketException _) {
            throw new CheckFailedException("no_way_there");
        }
        if (server.security() != Security.TLS) {
            greet(opened);
        }
    }

    void secure() throws CheckFailedException, IOException {
        Socket open = opened();
        switch (server.security()) {
            case TLS -> {
                Socket secured = secured(open);
                socket = secured;
                greet(secured);
            }
            case STARTTLS -> {
                startTls(open);
                socket = secured(open);
            }
            case NONE -> {}
        }
    }

    private Socket secured(Socket open) throws CheckFailedException, IOException {
        try {
            return tls.on(open, server.host());
        } catch (SocketTimeoutException _) {
            throw new CheckFailedException("no_tls");
        }
    }

    private void startTls(Socket open) throws CheckFailedException, IOException {
        say(open, dialect.question);
        boolean isOffered = false;
        boolean isLast = false;
        for (int line = 0; line < MOST_LINES && !isLast; line++) {
            String said = read(open);
            isOffered |= said.toUpperCase(Locale.ROOT).contains("STARTTLS");
            isLast = dialect.isLastOfAnswer(said);
        }
        if (!isOffered) {
            throw new CheckFailedException("starttls_not_offered");
        }
        say(open, dialect.starttls);
        String answer = read(open);
        if (!answer.startsWith(dialect.agreed)) {
            throw new CheckFailedException("starttls_refused", answer);
        }
    }

    private void greet(Socket open) throws CheckFailedException, IOException {
        String said = read(open);
        if (dialect == Dialect.SMTP && (said.startsWith("4") || said.startsWith("5"))) {
            throw new CheckFailedException("turned_away", said);
        }
        if (!said.startsWith(dialect.greeting)) {
            // What else answers here is nobody's business.
            throw new CheckFailedException("not_a_mail_server");
        }
        if (said.startsWith("220-")) {
            for (int line = 1; line < MOST_LINES && said.startsWith("220-"); line++) {
                said = read(open);
            }
        }
    }

    private static void say(Socket open, String line) throws IOException {
        open.getOutputStream().write(line.getBytes(US_ASCII));
        open.getOutputStream().flush();
    }

    private static String read(Socket open) throws CheckFailedException, IOException {
        InputStream in = open.getInputStream();
        StringBuilder line = new StringBuilder();
        try {
            for (int next = in.read(); next != '\n'; next = in.read()) {
                if (next < 0 || line.length() > LONGEST_LINE) {
                    throw new CheckFailedException(next < 0 ? "hung_up" : "not_a_mail_server");
                }
                line.append((char) next);
            }
        } catch (SocketTimeoutException _) {
            throw new CheckFailedException("silent");
        } catch (SocketException _) {
            throw new CheckFailedException("hung_up");
        }
        return line.toString().stripTrailing();
    }

    private Socket opened() {
        Socket open = socket;
        if (open == null) {
            throw new IllegalStateException("not connected");
        }
        return open;
    }

    @Override
    public void close() throws IOException {
        if (socket != null) {
            socket.close();
        }
    }
}
