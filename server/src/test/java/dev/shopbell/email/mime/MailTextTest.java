package dev.shopbell.email.mime;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// What is made of bytes: character sets as they are declared, wrongly declared or not at all,
/// encoded words, names in pieces and lines that flow.
class MailTextTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    utf-8          | utf-8         | Größe 42 für 10 € 😀
                    windows-1252   | windows-1252  | Größe 42 für 10 €
                    iso-8859-1     | windows-1252  | Größe 42 für 10 €
                    us-ascii       | windows-1252  | Größe 42
                    us-ascii       | utf-8         | Größe 42 😀
                    iso-8859-1     | utf-8         | Größe 42 😀
                    utf-8          | windows-1252  | Grüße aus Köln, ä ö ü ß
                    x-unheard-of   | utf-8         | Größe 42
                    x-unheard-of   | windows-1252  | Größe 42
                    iso-8859-15    | iso-8859-15   | Größe 42 für 10 €
                    windows-1251   | windows-1251  | Размер 42, пожалуйста
                    koi8-r         | koi8-r        | Размер 42, пожалуйста
                    windows-1256   | windows-1256  | المقاس 42 من فضلك
                    iso-2022-jp    | iso-2022-jp   | サイズ42でお願いします
                    us-ascii       | iso-2022-jp   | サイズ42でお願いします
                    shift_jis      | windows-31j   | サイズ42①でお願いします
                    euc-jp         | euc-jp        | サイズ42でお願いします
                    gb2312         | gb18030       | 请给我42码，谢谢
                    gb18030        | gb18030       | 请给我42码，謝謝
                    big5           | big5          | 請給我42碼
                    euc-kr         | x-windows-949 | 사이즈 42로 주세요
                    "utf-8"        | utf-8         | Größe 42
                    utf-16         | utf-16        | Größe 42
                    """)
    void textIsReadWhateverItsCharacterSetIsSaidToBe(String declared, String used, String text) {
        byte[] head =
                Mails.bytes(
                        "From: a@example.net\nContent-Type: text/plain; charset="
                                + declared
                                + "\nContent-Transfer-Encoding: 8bit\n\n");
        byte[] body = text.getBytes(Charset.forName(used));

        assertThat(Mails.read(joined(head, body)).text()).isEqualTo(text);
    }

    @Test
    void withoutADeclarationItIsUtf8OrWindows() {
        byte[] head = Mails.bytes("From: a@example.net\n\n");

        assertThat(Mails.read(joined(head, "Größe".getBytes(StandardCharsets.UTF_8))).text())
                .isEqualTo("Größe");
        assertThat(Mails.read(joined(head, "Größe".getBytes(StandardCharsets.ISO_8859_1))).text())
                .isEqualTo("Größe");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    =?utf-8?q?Gr=C3=B6=C3=9Fe?=                       | Größe
                    =?iso-8859-1?Q?Gr=F6=DFe_42?= now                 | Größe 42 now
                    =?utf-8?b?8J+Y?= =?utf-8?b?gA==?=                 | 😀
                    =?ISO-2022-JP?B?GyRCJTUlJCU6GyhCNDI=?=            | サイズ42
                    =?gb2312?B?x+u4+M7SNDLC6w==?=                     | 请给我42码
                    =?x-none?q?abc?=                                  | abc
                    =?utf-8?q?unfinished                              | =?utf-8?q?unfinished
                    Größe, raw                                        | Größe, raw
                    =?utf-8?q?one=0D=0ABcc:_two?=                     | one Bcc: two
                    """)
    void subjectsAreDecodedAndStayOnOneLine(String encoded, String subject) {
        assertThat(Mails.read("Subject: " + encoded + "\n\nx\n").subject()).isEqualTo(subject);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            textBlock =
                    """
                    attachment; filename="shoe.jpg"                                     | shoe.jpg
                    attachment; filename=shoe.jpg                                       | shoe.jpg
                    attachment; filename*=utf-8''Gr%C3%B6%C3%9Fe.jpg                    | Größe.jpg
                    attachment; filename*=iso-8859-1'de'Gr%F6%DFe.jpg; filename="x.jpg" | Größe.jpg
                    attachment; filename*0="a long "; filename*1="name.jpg"             | a long name.jpg
                    attachment; filename*1*=%9Fe.jpg; filename*0*=utf-8''Gr%C3%B6%C3    | Größe.jpg
                    attachment; filename="=?utf-8?q?Gr=C3=B6=C3=9Fe.jpg?="              | Größe.jpg
                    attachment; filename="../../etc/passwd"                             | passwd
                    attachment; filename="C:\\\\photos\\\\shoe.jpg"                     | shoe.jpg
                    attachment; filename="shoe\u202Egpj.exe"                            | shoegpj.exe
                    attachment; filename="; name=x"                                     | ; name=x
                    attachment                                                          | image.jpg
                    attachment; filename="///"                                          | image.jpg
                    """)
    void attachmentsAreNamed(String disposition, String name) {
        ParsedMail mail =
                Mails.read(
                        "From: a@example.net\nContent-Type: multipart/mixed; boundary=b\n\n--b\nContent-Type: image/jpeg\nContent-Disposition: "
                                + disposition
                                + "\n\nx\n--b--\n");

        assertThat(mail.attachments().getFirst().name()).isEqualTo(name);
    }

    @Test
    void linesThatFlowAreOne() {
        ParsedMail mail =
                Mails.read(
                        """
                        From: a@example.net
                        Content-Type: text/plain; format=flowed

                        This line goes on\s
                        and on.
                        >> deep quotes\s
                        >> go on
                        > shallow
                         From the start
                        --\s
                        Zoe
                        """);

        assertThat(mail.text())
                .isEqualTo(
                        "This line goes on and on.\n>> deep quotes go on\n> shallow\nFrom the start\n-- \nZoe\n");
    }

    @Test
    void theBlankThatMarksAFlowingLineGoesWhereItIsOnlyAMark() {
        ParsedMail mail =
                Mails.read(
                        "Content-Type: text/plain; charset=utf-8; format=flowed; delsp=yes\n\nサイズ \n42\n");

        assertThat(mail.text()).isEqualTo("サイズ42\n");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    Tue, 3 Mar 2026 10:15:30 +0100         | 2026-03-03T09:15:30Z
                    3 Mar 26 10:15 GMT                     | 2026-03-03T10:15:00Z
                    Tue, 03 March 2026 10:15:30 EST        | 2026-03-03T15:15:30Z
                    Tue, 3 Mar 2026 10:15:60 -0330 (NST)   | 2026-03-03T13:45:59Z
                    Tue, 3-Mar-1999 1:05:06                | 1999-03-03T01:05:06Z
                    """)
    void datesAreReadAsTheyAreWritten(String written, String date) {
        assertThat(Mails.read("Date: " + written + "\n\nx\n").date()).isEqualTo(date);
    }

    @ParameterizedTest
    @CsvSource({"yesterday", "99 Foo 2026 99:99:99 +9999", "31 Feb 2026 10:00:00 +0000"})
    void whatIsNoDateIsNone(String written) {
        assertThat(Mails.read("Date: " + written + "\n\nx\n").date()).isNull();
    }

    private static byte[] joined(byte[] head, byte[] body) {
        byte[] mail = Arrays.copyOf(head, head.length + body.length);
        System.arraycopy(body, 0, mail, head.length, body.length);
        return mail;
    }
}
