package dev.shopbell.email.mime;

import dev.shopbell.email.mime.QuoteSigns.Label;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/// What Gmail, Outlook, Apple Mail, Thunderbird and Yahoo write around quotations and under mails,
/// in the languages of our shoppers and some more. A further language is a line in each table.
final class QuoteWords {

    /// "On … somebody wrote", without its colon.
    static final Pattern ATTRIBUTION =
            anyOf(
                    "on .{5,} wrote",
                    ".{1,120} wrote on .{5,}",
                    "am .{5,} schrieb .*",
                    "am .{5,} geschrieben",
                    ".{1,120} schrieb am .{5,}",
                    "le .{5,} écrit",
                    "(?:el|en|con fecha) .{5,} escribió",
                    "(?:il|in data) .{5,} ha scritto",
                    "(?:em|a|no dia|na|às|aos) .{5,} escreveu(?: o seguinte)?",
                    "op .{5,} schreef .*",
                    "op .{5,} geschreven",
                    ".{5,}(?:のメール|書きました|のメッセージ)",
                    ".{5,}(?:写道|寫道)",
                    "(?:في|بتاريخ) .{5,}(?:كتب|كتبت|كتب/كتبت|بواسطة).*",
                    "(?:den|på) .{5,} skrev .*",
                    ".{5,} (?:napisał|napisała|napisał\\(a\\)|napsal|napsal\\(a\\))",
                    ".{5,} (?:написал|написала|написал\\(а\\)|пишет)",
                    ".{5,} (?:yazdı|şunu yazdı)",
                    ".{5,}(?:님이 작성|님이 씀)",
                    ".{5,} (?:kirjoitti|írta|έγραψε|כתב)");

    /// The line that says that the mail which is answered follows.
    static final Pattern ORIGINAL =
            Pattern.compile(
                    "[-_ ]{2,}"
                            + anyOf(
                                            "original (?:message|email|appointment)",
                                            "(?:weiter|forwarded).{0,30}",
                                            "ursprüngliche nachricht|original-?nachricht",
                                            "message (?:d'origine|d’origine|original|transféré)",
                                            "(?:mensaje|mensagem) (?:original|reenviado"
                                                    + "|encaminhada)",
                                            "messaggio (?:originale|inoltrato)",
                                            "(?:oorspronkelijk|doorgestuurd|origineel) bericht",
                                            "元のメッセージ|元のメール|転送メッセージ|original message",
                                            "原始邮件|原始郵件|邮件原件|转发邮件|原邮件|轉寄郵件",
                                            "الرسالة الأصلية|رسالة أصلية|رسالة محولة"
                                                    + "|رسالة مُعاد توجيهها",
                                            "ursprungligt meddelande|oprindelig meddelelse",
                                            "oryginalna wiadomość|wiadomość oryginalna",
                                            "исходное сообщение|пересылаемое сообщение",
                                            "orijinal (?:ileti|mesaj)|원본 메시지|원본 메일")
                                    .pattern()
                            + "[-_ ]{2,}",
                    Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);

    /// Apple Mail's line above a mail that is passed on.
    static final Pattern FORWARDED =
            anyOf(
                    "begin forwarded message ?:",
                    "anfang der weitergeleiteten nachricht ?:",
                    "début du message (?:réexpédié|transféré) ?:",
                    "inicio del mensaje reenviado ?:",
                    "inizio messaggio inoltrato ?:",
                    "início da mensagem (?:encaminhada|reencaminhada) ?:",
                    "begin doorgestuurd bericht ?:",
                    "転送されたメッセージ ?[:：]",
                    "(?:开始转发的消息|以下是被转发的邮件|開始轉寄訊息) ?[:：]",
                    "بدء الرسالة (?:المعاد توجيهها|المُعاد توجيهها) ?:");

    /// A line that a phone or a free mail program adds.
    static final Pattern MOBILE =
            anyOf(
                    "sent (?:from|via|with|using) (?:my |mail for|(?:the )?.{0,20}(?:mail"
                            + "|outlook|samsung|proton|spark|iphone|ipad|android)).{0,160}",
                    "(?:get|download) outlook for .{2,160}",
                    "yahoo mail: .{5,160}",
                    "von meinem .{2,80} gesendet.{0,80}",
                    "gesendet (?:von|mit|über) .{2,160}",
                    "von .{2,40} gesendet.{0,80}",
                    "outlook für .{2,40}(?:herunterladen|beziehen|laden).{0,100}",
                    "(?:laden sie|holen sie sich) outlook für .{2,160}",
                    "envoyé (?:de|depuis|à partir|avec|via) .{2,160}",
                    "(?:télécharger|obtenir|téléchargez) outlook pour .{2,160}",
                    "enviado (?:desde|do|de|via|a partir|con|com) .{2,160}",
                    "(?:obtener|obter|baixar|descargar|obtenga|obtenha)(?: o)? outlook "
                            + "para .{2,160}",
                    "inviato (?:da|dal|con) .{2,160}",
                    "(?:scarica|ottieni) outlook per .{2,160}",
                    "(?:verstuurd|verzonden) (?:vanaf|vanuit|met|via) .{2,160}",
                    "(?:download|haal) outlook voor .{2,160}|outlook voor .{2,160}",
                    ".{1,40}から送信.{0,40}",
                    "outlook for .{2,40}を入手.{0,100}",
                    "(?:发自|發自)我的.{1,60}|(?:从|從)我的.{1,60}(?:发送|傳送|寄出)|(?:发自|發自).{1,60}",
                    "(?:获取|下载|取得|獲取).{0,20}outlook.{0,160}",
                    "(?:أُرسلت|أرسلت|مرسل|أُرسل|أرسل|مُرسل|تم الإرسال) (?:من|بواسطة) .{2,160}",
                    "(?:الحصول على|احصل على|تنزيل) outlook .{2,160}",
                    "(?:отправлено|отправлен) (?:с|из) .{2,80}|wysłane z .{2,80}",
                    "(?:skickat|sendt) (?:från|fra) .{2,80}|.{2,60}(?:'dan|'den|mdan) gönderildi",
                    "나의 .{2,60}에서 보냄");

    /// That the answers are in the quoted mail.
    static final Pattern BELOW =
            anyOf(
                    "\\b(?:see|answer\\w*|repl(?:y|ies|ied)|comments?|responses?"
                            + "|responded)\\b.{0,40}\\b(?:below|inline|in-?line|in (?:red|blue"
                            + "|green|bold))\\b",
                    "\\b(?:siehe|antwort\\w*|geantwortet"
                            + "|anmerkung\\w*)\\b.{0,40}\\b(?:unten|im text|inline|in (?:rot|blau"
                            + "|grün))\\b",
                    "\\b(?:voir|réponses?|répondu|cf)\\b.{0,40}(?:ci-dessous|plus bas"
                            + "|dans le texte|en (?:rouge|bleu|vert))",
                    "\\b(?:ver|veo|vea|respond\\w*|respuestas?|contest\\w*"
                            + "|comentarios)\\b.{0,40}(?:abajo|debajo|a continuación|en (?:rojo"
                            + "|azul|verde))",
                    "\\b(?:vedi|vedere|rispost\\w*|rispondo)\\b.{0,40}(?:sotto|di seguito"
                            + "|in (?:rosso|blu|verde))",
                    "\\b(?:ver|veja|respostas?|respondi|respondo)\\b.{0,40}(?:abaixo|em "
                            + "baixo|a vermelho|em (?:vermelho|azul))",
                    "\\b(?:zie|antwoord\\w*)\\b.{0,40}(?:onder\\b|beneden|hieronder|in "
                            + "(?:rood|blauw))",
                    "(?:下記|以下|文中|赤字).{0,20}(?:回答|返信|答え)",
                    "(?:见下|見下|在下面|下文|下方|红色|紅色|藍色|蓝色).{0,12}|(?:回复|回覆|答复|回答).{0,12}(?:下面|红|紅|蓝|藍)",
                    "أدناه|بالأسفل|في الأسفل|باللون (?:الأحمر|الأزرق)");

    private static final Map<String, Label> LABELS = labels();

    private QuoteWords() {}

    /// What the header is that these words name.
    static Optional<Label> label(String words) {
        return Optional.ofNullable(LABELS.get(words.toLowerCase(Locale.ROOT)));
    }

    private static Map<String, Label> labels() {
        Map<String, Label> labels = new HashMap<>();
        put(
                labels,
                Label.FROM,
                "from de von da van 差出人 送信者 发件人 寄件者 发信人 寄件人 من från fra od от kimden");
        put(labels, Label.FROM, List.of("보낸 사람", "المرسل"));
        put(
                labels,
                Label.DATE,
                "sent date gesendet datum envoyé enviado enviada data fecha inviato verzonden");
        put(
                labels,
                Label.DATE,
                "日付 日時 送信日時 发送时间 日期 傳送時間 寄件日期 时间 التاريخ skickat sendt wysłano "
                        + "отправлено дата gönderildi tarih");
        put(labels, Label.DATE, List.of("envoyé le", "enviado el", "enviado em", "enviada em"));
        put(labels, Label.DATE, List.of("تاريخ الإرسال", "تم الإرسال", "보낸 날짜"));
        put(labels, Label.TO, "to an à para a aan 宛先 收件人 收件者 إلى till til do кому kime");
        put(labels, Label.TO, List.of("받는 사람"));
        put(
                labels,
                Label.SUBJECT,
                "subject betreff objet asunto assunto oggetto onderwerp 件名 主题 主旨 主題 "
                        + "الموضوع ämne emne temat тема konu 제목");
        put(labels, Label.COPY, "cc kopie copia cópia 抄送 副本 نسخة kopia kopi dw копия bilgi 참조");
        return Map.copyOf(labels);
    }

    private static void put(Map<String, Label> labels, Label label, String words) {
        put(labels, label, List.of(words.split(" ", -1)));
    }

    private static void put(Map<String, Label> labels, Label label, List<String> words) {
        words.forEach(word -> labels.put(word, label));
    }

    private static Pattern anyOf(String... words) {
        return Pattern.compile(
                "(?:" + String.join("|", words) + ")",
                Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
    }
}
