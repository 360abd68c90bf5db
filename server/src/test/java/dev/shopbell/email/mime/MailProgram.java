package dev.shopbell.email.mime;

import java.util.List;
import java.util.stream.Collectors;

/// How a mail program writes an answer, as plain text and as HTML.
enum MailProgram {
    GMAIL {
        @Override
        String text(Tongue tongue) {
            return tongue.answer() + "\n\n" + wrapped(tongue.gmail()) + "\n\n" + marked();
        }

        @Override
        String html(Tongue tongue) {
            return """
            <div dir="ltr">%s</div><br><div class="gmail_quote gmail_quote_container"><div dir="ltr" class="gmail_attr">%s<br></div>\
            <blockquote class="gmail_quote" style="margin:0px 0px 0px 0.8ex;border-left:1px solid rgb(204,204,204);padding-left:1ex">%s</blockquote></div>
            """
                    .formatted(divs(tongue.answer()), escaped(tongue.gmail()), divs(QUOTED));
        }
    },
    OUTLOOK_DESKTOP {
        @Override
        String text(Tongue tongue) {
            return tongue.answer()
                    + "\n\n"
                    + tongue.original()
                    + "\n"
                    + header(tongue)
                    + "\n\n"
                    + QUOTED;
        }

        @Override
        String html(Tongue tongue) {
            return """
            <html xmlns:o="urn:schemas-microsoft-com:office:office"><head><style><!-- p.MsoNormal {margin:0cm} --></style></head>
            <body lang="EN" link="#0563C1"><div class="WordSection1">%s<p class="MsoNormal"><o:p>&nbsp;</o:p></p>
            <div><div style="border:none;border-top:solid #E1E1E1 1.0pt;padding:3.0pt 0cm 0cm 0cm"><p class="MsoNormal">%s</p></div></div>
            <p class="MsoNormal"><o:p>&nbsp;</o:p></p>%s</div></body></html>
            """
                    .formatted(word(tongue.answer()), bold(tongue), word(QUOTED));
        }
    },
    OUTLOOK_WEB {
        @Override
        String text(Tongue tongue) {
            return tongue.answer()
                    + "\n________________________________\n"
                    + header(tongue)
                    + "\n\n"
                    + QUOTED;
        }

        @Override
        String html(Tongue tongue) {
            return """
            <html><head><meta http-equiv="Content-Type" content="text/html; charset=utf-8"></head><body dir="ltr">
            <div class="elementToProof" style="font-family: Aptos, sans-serif; font-size: 12pt;">%s</div>
            <div id="appendonsend"></div><hr style="display:inline-block;width:98%%" tabindex="-1">
            <div id="divRplyFwdMsg" dir="ltr"><font face="Calibri, sans-serif" style="font-size:11pt" color="#000000">%s</font><div>&nbsp;</div></div>
            <div>%s</div></body></html>
            """
                    .formatted(divs(tongue.answer()), bold(tongue), divs(QUOTED));
        }
    },
    OUTLOOK_PHONE {
        @Override
        String text(Tongue tongue) {
            return tongue.answer()
                    + "\n\n"
                    + tongue.outlookPhone()
                    + "<https://aka.ms/o0ukef>\n________________________________\n"
                    + header(tongue)
                    + "\n\n"
                    + QUOTED;
        }

        @Override
        String html(Tongue tongue) {
            return """
            <html><body><div dir="auto">%s</div><div id="ms-outlook-mobile-body-separator-line" dir="auto"><br></div>
            <div id="ms-outlook-mobile-signature" dir="auto"><a href="https://aka.ms/o0ukef">%s</a></div>
            <div id="mail-editor-reference-message-container" class="ms-outlook-mobile-reference-message skipProofing">
            <hr style="display:inline-block;width:98%%"><div id="divRplyFwdMsg" dir="ltr">%s</div>%s</div></body></html>
            """
                    .formatted(
                            divs(tongue.answer()),
                            escaped(tongue.outlookPhone()),
                            bold(tongue),
                            divs(QUOTED));
        }
    },
    APPLE_MAIL {
        @Override
        String text(Tongue tongue) {
            return tongue.answer() + "\n\n> " + tongue.apple() + "\n> \n" + marked();
        }

        @Override
        String html(Tongue tongue) {
            return """
            <html><head><meta http-equiv="content-type" content="text/html; charset=utf-8"></head><body style="overflow-wrap: break-word;">
            %s<br id="lineBreakAtBeginningOfMessage"><div><br><blockquote type="cite"><div>%s</div><br class="Apple-interchange-newline"><div>%s</div></blockquote></div><br></body></html>
            """
                    .formatted(divs(tongue.answer()), escaped(tongue.apple()), divs(QUOTED));
        }
    },
    IPHONE {
        @Override
        String text(Tongue tongue) {
            return tongue.answer()
                    + "\n\n"
                    + tongue.iphone()
                    + "\n\n> "
                    + tongue.apple()
                    + "\n> \n> \uFEFF\n"
                    + marked();
        }

        @Override
        String html(Tongue tongue) {
            return """
            <html><body dir="auto"><div dir="ltr">%s</div><div dir="ltr"><br></div><div dir="ltr">%s</div>
            <div dir="ltr"><br><blockquote type="cite">%s<br><br></blockquote></div><blockquote type="cite"><div dir="ltr">\uFEFF%s</div></blockquote></body></html>
            """
                    .formatted(
                            divs(tongue.answer()),
                            escaped(tongue.iphone()),
                            escaped(tongue.apple()),
                            divs(QUOTED));
        }
    },
    THUNDERBIRD {
        @Override
        String text(Tongue tongue) {
            return tongue.answer()
                    + "\n\n"
                    + tongue.thunderbird()
                    + "\n"
                    + marked()
                    + "\n-- \nZoe Example\nExample Street 1\n";
        }

        @Override
        String html(Tongue tongue) {
            return """
            <!DOCTYPE html><html><head><meta http-equiv="Content-Type" content="text/html; charset=UTF-8"></head><body>
            %s<p><br></p><div class="moz-cite-prefix">%s<br></div>
            <blockquote type="cite" cite="mid:ours@example.com"><pre wrap="" class="moz-quote-pre">%s</pre></blockquote>
            <pre class="moz-signature" cols="72">--\s
            Zoe Example
            Example Street 1</pre></body></html>
            """
                    .formatted(
                            divs(tongue.answer()), escaped(tongue.thunderbird()), escaped(QUOTED));
        }
    },
    YAHOO {
        @Override
        String text(Tongue tongue) {
            return tongue.answer() + "\n\n    " + tongue.yahoo() + "  \n \n " + QUOTED;
        }

        @Override
        String html(Tongue tongue) {
            return """
            <html><head></head><body><div class="ydp1fyahoo-style-wrap" style="font-family:Helvetica Neue, sans-serif;font-size:13px;">
            <div></div><div dir="ltr" data-setdir="false">%s</div><div><br></div></div>
            <div id="ydp8ayahoo_quoted_1234567890" class="ydp8ayahoo_quoted"><div style="color:#26282a;"><div>%s</div><div><br></div><div><br></div><div>%s</div></div></div></body></html>
            """
                    .formatted(divs(tongue.answer()), escaped(tongue.yahoo()), divs(QUOTED));
        }
    };

    private static final String QUOTED =
            """
            Hello Zoe,

            The blue shoe is there in 41 and 42. Which one may it be?
            > what you wrote before

            Kind regards
            The Shop\
            """;

    abstract String text(Tongue tongue);

    abstract String html(Tongue tongue);

    private static String marked() {
        return QUOTED.lines().map(line -> ("> " + line).strip()).collect(Collectors.joining("\n"))
                + "\n";
    }

    /// Gmail breaks lines after 78 characters, before the address when it can.
    private static String wrapped(String attribution) {
        return attribution.length() < 60
                ? attribution
                : attribution.replace(" <shop", "\n<shop").replace(" (<shop", "\n(<shop");
    }

    private static String header(Tongue tongue) {
        return String.join("\n", headerLines(tongue));
    }

    private static String bold(Tongue tongue) {
        return headerLines(tongue).stream()
                .map(line -> escaped(line).replaceFirst("^([^:]+:)", "<b>$1</b>"))
                .collect(Collectors.joining("<br>\n"));
    }

    private static List<String> headerLines(Tongue tongue) {
        List<String> labels = tongue.labels();
        return List.of(
                tongue.labelled(labels.get(0), "The Shop <shop@example.com>"),
                tongue.labelled(labels.get(1), "Tuesday, March 3, 2026 10:15"),
                tongue.labelled(labels.get(2), "zoe@example.net"),
                tongue.labelled(labels.get(3), "Your question"));
    }

    private static String divs(String text) {
        return text.lines()
                .map(line ->
                        line.isBlank() ? "<div><br></div>" : "<div>" + escaped(line) + "</div>")
                .collect(Collectors.joining());
    }

    private static String word(String text) {
        return text.lines()
                .map(line -> line.isBlank() ? "<o:p>&nbsp;</o:p>" : escaped(line))
                .map(line -> "<p class=\"MsoNormal\">" + line + "</p>\n")
                .collect(Collectors.joining());
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }
}
