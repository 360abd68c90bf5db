package dev.shopbell.email.mime;

import java.util.List;

/// What somebody answers in a language, and the words their mail program puts around the mail they
/// answer, as each of them words it there. People and shops are made up.
///
/// @param labels From, Sent, To, Subject of Outlook
/// @param original Outlook's and others' line above them
record Tongue(
        String code,
        String answer,
        String gmail,
        String apple,
        String thunderbird,
        String yahoo,
        List<String> labels,
        String original,
        String iphone,
        String outlookPhone) {

    static final List<Tongue> ALL =
            List.of(
                    new Tongue(
                            "en",
                            "Yes please, in size 42.\n\nDo you ship to Malta?",
                            "On Tue, Mar 3, 2026 at 10:15 AM The Shop <shop@example.com> wrote:",
                            "On 3 Mar 2026, at 10:15, The Shop <shop@example.com> wrote:",
                            "On 03/03/2026 10:15, The Shop wrote:",
                            "On Tuesday, March 3, 2026 at 10:15:02 AM GMT+1, The Shop <shop@example.com> wrote:",
                            List.of("From", "Sent", "To", "Subject"),
                            "-----Original Message-----",
                            "Sent from my iPhone",
                            "Get Outlook for iOS"),
                    new Tongue(
                            "de",
                            "Ja bitte, in Größe 42.\n\nLiefern Sie nach Malta?",
                            "Am Di., 3. März 2026 um 10:15 Uhr schrieb The Shop <shop@example.com>:",
                            "Am 03.03.2026 um 10:15 schrieb The Shop <shop@example.com>:",
                            "Am 03.03.26 um 10:15 schrieb The Shop:",
                            "Am Dienstag, 3. März 2026 um 10:15:02 MEZ hat The Shop <shop@example.com> Folgendes geschrieben:",
                            List.of("Von", "Gesendet", "An", "Betreff"),
                            "-----Ursprüngliche Nachricht-----",
                            "Von meinem iPhone gesendet",
                            "Outlook für iOS beziehen"),
                    new Tongue(
                            "fr",
                            "Oui, en taille 42 s'il vous plaît.\n\nLivrez-vous à Malte ?",
                            "Le mar. 3 mars 2026 à 10:15, The Shop <shop@example.com> a écrit :",
                            "Le 3 mars 2026 à 10:15, The Shop <shop@example.com> a écrit :",
                            "Le 03/03/2026 à 10:15, The Shop a écrit :",
                            "Le mardi 3 mars 2026 à 10:15:02 UTC+1, The Shop <shop@example.com> a écrit :",
                            List.of("De", "Envoyé", "À", "Objet"),
                            "-----Message d'origine-----",
                            "Envoyé de mon iPhone",
                            "Télécharger Outlook pour iOS"),
                    new Tongue(
                            "es",
                            "Sí, en la talla 42, por favor.\n\n¿Envían a Malta?",
                            "El mar, 3 mar 2026 a las 10:15, The Shop (<shop@example.com>) escribió:",
                            "El 3 mar 2026, a las 10:15, The Shop <shop@example.com> escribió:",
                            "El 3/3/26 a las 10:15, The Shop escribió:",
                            "En martes, 3 de marzo de 2026, 10:15:02 CET, The Shop <shop@example.com> escribió:",
                            List.of("De", "Enviado el", "Para", "Asunto"),
                            "-----Mensaje original-----",
                            "Enviado desde mi iPhone",
                            "Obtener Outlook para iOS"),
                    new Tongue(
                            "it",
                            "Sì, nella taglia 42, grazie.\n\nSpedite a Malta?",
                            "Il giorno mar 3 mar 2026 alle ore 10:15 The Shop <shop@example.com> ha scritto:",
                            "Il giorno 3 mar 2026, alle ore 10:15, The Shop <shop@example.com> ha scritto:",
                            "Il 03/03/26 10:15, The Shop ha scritto:",
                            "Il martedì 3 marzo 2026 alle ore 10:15:02 CET, The Shop <shop@example.com> ha scritto:",
                            List.of("Da", "Inviato", "A", "Oggetto"),
                            "-----Messaggio originale-----",
                            "Inviato da iPhone",
                            "Scarica Outlook per iOS"),
                    new Tongue(
                            "pt",
                            "Sim, no tamanho 42, por favor.\n\nEnviam para Malta?",
                            "The Shop <shop@example.com> escreveu (terça, 3/03/2026 à(s) 10:15):",
                            "No dia 3 de mar. de 2026, às 10:15, The Shop <shop@example.com> escreveu:",
                            "Em 03/03/2026 10:15, The Shop escreveu:",
                            "Em terça-feira, 3 de março de 2026 às 10:15:02 WET, The Shop <shop@example.com> escreveu:",
                            List.of("De", "Enviada em", "Para", "Assunto"),
                            "-----Mensagem original-----",
                            "Enviado do meu iPhone",
                            "Obter o Outlook para iOS"),
                    new Tongue(
                            "nl",
                            "Ja graag, in maat 42.\n\nVerzendt u naar Malta?",
                            "Op di 3 mrt 2026 om 10:15 schreef The Shop <shop@example.com>:",
                            "Op 3 mrt 2026, om 10:15 heeft The Shop <shop@example.com> het volgende geschreven:",
                            "Op 03-03-2026 om 10:15 schreef The Shop:",
                            "Op dinsdag 3 maart 2026 om 10:15:02 CET schreef The Shop <shop@example.com>:",
                            List.of("Van", "Verzonden", "Aan", "Onderwerp"),
                            "-----Oorspronkelijk bericht-----",
                            "Verstuurd vanaf mijn iPhone",
                            "Outlook voor iOS downloaden"),
                    new Tongue(
                            "ja",
                            "はい、サイズ42でお願いします。\n\nマルタへ発送できますか？",
                            "2026年3月3日(火) 10:15 The Shop <shop@example.com>:",
                            "2026/03/03 10:15、The Shop <shop@example.com>のメール:",
                            "2026/03/03 10:15、The Shop さんは書きました:",
                            "2026年3月3日火曜日 10:15:02 JST、The Shop <shop@example.com>が書きました:",
                            List.of("差出人", "送信日時", "宛先", "件名"),
                            "-----元のメッセージ-----",
                            "iPhoneから送信",
                            "Outlook for iOS を入手"),
                    new Tongue(
                            "zh",
                            "好的，请给我42码。\n\n可以寄到马耳他吗？",
                            "The Shop <shop@example.com> 于2026年3月3日周二 10:15写道：",
                            "2026年3月3日 10:15，The Shop <shop@example.com> 写道：",
                            "在 2026/3/3 10:15, The Shop 写道:",
                            "在 2026年3月3日星期二 10:15:02 CST，The Shop <shop@example.com> 写道：",
                            List.of("发件人", "发送时间", "收件人", "主题"),
                            "-----原始邮件-----",
                            "发自我的iPhone",
                            "获取 Outlook for iOS"),
                    new Tongue(
                            "ar",
                            "نعم من فضلك، بالمقاس 42.\n\nهل تشحنون إلى مالطا؟",
                            "في الثلاثاء، 3 مارس 2026 في 10:15 ص تمت كتابة ما يلي بواسطة \u202AThe Shop\u202C\u200F <\u202Ashop@example.com\u202C\u200F>:",
                            "في ٣ مارس ٢٠٢٦، الساعة ١٠:١٥، كتب/كتبت The Shop <shop@example.com>:",
                            "في 3/3/26 10:15، كتب The Shop:",
                            "في الثلاثاء، 3 مارس 2026 10:15:02 ص غرينتش+3، كتب The Shop <shop@example.com>:",
                            List.of("من", "تاريخ الإرسال", "إلى", "الموضوع"),
                            "-----الرسالة الأصلية-----",
                            "أُرسلت من الـ iPhone",
                            "الحصول على Outlook for iOS"));

    @Override
    public String toString() {
        return code;
    }

    String labelled(String label, String value) {
        return label + ": " + value;
    }
}
