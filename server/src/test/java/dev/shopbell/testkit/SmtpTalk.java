package dev.shopbell.testkit;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Socket;

/// Another mail server, line by line.
public final class SmtpTalk implements AutoCloseable {

    private final Socket socket;
    private final BufferedReader answers;
    private final OutputStream out;

    public SmtpTalk(int port) throws IOException {
        socket = new Socket(InetAddress.ofLiteral("127.0.0.1"), port);
        answers = new BufferedReader(new InputStreamReader(socket.getInputStream(), UTF_8));
        out = socket.getOutputStream();
        answer();
    }

    /// Hands one mail over; says what it was answered.
    public static String hand(int port, String recipient, WrittenMail mail) {
        try (SmtpTalk talk = new SmtpTalk(port)) {
            talk.say("EHLO mx.example.com");
            talk.say("MAIL FROM:<sender@example.com>");
            String accepted = talk.say("RCPT TO:<" + recipient + ">");
            if (!accepted.startsWith("250")) {
                return accepted;
            }
            talk.say("DATA");
            talk.send(mail.source());
            return talk.say(".");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// One line; its answer's last line.
    public String say(String line) throws IOException {
        send(line + "\r\n");
        return answer();
    }

    public void send(String text) throws IOException {
        out.write(text.getBytes(UTF_8));
        out.flush();
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }

    private String answer() throws IOException {
        String line = answers.readLine();
        while (line != null && line.length() > 3 && line.charAt(3) == '-') {
            line = answers.readLine();
        }
        return line == null ? "cut off" : line;
    }
}
